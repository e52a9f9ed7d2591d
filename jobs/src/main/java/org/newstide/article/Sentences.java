package org.newstide.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits a cleaned text into sentences at stops, question and exclamation marks and line breaks. A
 * stop ends no sentence behind an abbreviation or an initial, inside a number or a name
 * (Amazon.com), or before a lower-case word, unless a capital or digit inside shows it to be a name
 * (xAI, o3). "No." abbreviates only before a figure, and the stop of a legal form (Inc.) ends its
 * sentence where a word follows that has its capital from nothing else, as the one behind it shows.
 */
public final class Sentences {
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "st", "jr", "sr", "vs",
          "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
          "approx", "est", "dept", "fig", "e.g", "i.e", "u.s", "u.k", "u.n", "a.m", "p.m");

  /** They end a company's name, in the middle of a sentence as at its end. */
  private static final Set<String> LEGAL_FORMS = Set.of("inc", "corp", "co", "ltd", "llc");

  /** Behind a legal form nothing but a sentence's beginning gives these a capital. */
  private static final Set<String> OPENERS =
      Set.of(
          ("The This That These Those It Its He She They We His Her Their Our There In On At As For"
                  + " With If When While After Since But However Although Though Meanwhile Yet Still"
                  + " Also Both")
              .split(" "));

  private static final int LONGEST_OPENER = 9;

  private Sentences() {}

  /** The sentences of a text in order, without the white space between them; never overlapping. */
  public static List<Sentence> split(String text) {
    List<Sentence> sentences = new ArrayList<>();
    int start = 0;
    int i = 0;
    while (i < text.length()) {
      if (!mayEnd(text.charAt(i))) {
        i++;
        continue;
      }
      int end = endOfSentence(text, i);
      if (end > 0) {
        add(text, start, end, sentences);
        start = end;
        i = end;
      } else {
        // Where one stop of a run ends no sentence, none behind it does.
        i = behindStops(text, i);
      }
    }
    add(text, start, text.length(), sentences);
    return sentences;
  }

  /**
   * Behind the sentence that the stop or line break at i ends, with its closing quotes and
   * brackets; 0 where it ends none.
   */
  private static int endOfSentence(String text, int i) {
    char c = text.charAt(i);
    if (c == '\n') {
      return i + 1;
    }
    int end = behindStops(text, i);
    if (end == text.length()) {
      return end;
    }
    boolean hasSpace = Character.isWhitespace(text.charAt(end));
    int next = end;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    if (next == text.length()) {
      return end;
    }
    if (!hasSpace) {
      return isGluedSentence(text, i, end) ? end : 0;
    }
    if (Character.isLowerCase(text.charAt(next)) && !isNameInLowerCase(text, next)) {
      return 0;
    }
    return c == '.' && end == i + 1 && isAbbreviated(text, i, next) ? 0 : end;
  }

  private static boolean mayEnd(char c) {
    return c == '\n' || isStop(c);
  }

  private static boolean isStop(char c) {
    return c == '.' || c == '!' || c == '?' || c == '\u2026';
  }

  /** Behind a stop and all stops, quotes and brackets that follow it. */
  private static int behindStops(String text, int i) {
    int end = i + 1;
    while (end < text.length() && ".!?\u2026\"\u201d\u2019')]".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  /** "...said.That fund": a lower-case letter, the stop, a capital, then lower case or a space. */
  private static boolean isGluedSentence(String text, int stop, int end) {
    return stop > 1
        && Character.isLowerCase(text.charAt(stop - 1))
        && Character.isLowerCase(text.charAt(stop - 2))
        && Character.isUpperCase(text.charAt(end))
        && end + 1 < text.length()
        && (Character.isLowerCase(text.charAt(end + 1)) || text.charAt(end + 1) == ' ');
  }

  /** A word with a capital or a digit inside: eBay, o3. */
  private static boolean isNameInLowerCase(String text, int start) {
    for (int i = start; i < text.length() && Character.isLetterOrDigit(text.charAt(i)); i++) {
      if (!Character.isLowerCase(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the word before a stop ends with it and its sentence does not.
   *
   * @param next where the next word begins
   */
  private static boolean isAbbreviated(String text, int stop, int next) {
    int start = stop;
    while (start > 0
        && stop - start < 8
        && (Character.isLetter(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
      start--;
    }
    String word = text.substring(start, stop);
    if (word.length() == 1 && Character.isUpperCase(word.charAt(0))) {
      return true;
    }
    String abbreviation = word.toLowerCase(Locale.ROOT);
    if (abbreviation.equals("no")) {
      return Character.isDigit(text.charAt(next));
    }
    return LEGAL_FORMS.contains(abbreviation)
        ? !isOpener(text, next)
        : ABBREVIATIONS.contains(abbreviation);
  }

  private static boolean isOpener(String text, int start) {
    int end = start;
    while (end < text.length()
        && end - start <= LONGEST_OPENER
        && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return OPENERS.contains(text.substring(start, end)) && !isBeforeCapital(text, end);
  }

  /** In a headline of capitals ("Oracle Corp. In Talks") the word has its own from the others. */
  private static boolean isBeforeCapital(String text, int wordEnd) {
    return wordEnd + 1 < text.length()
        && Character.isWhitespace(text.charAt(wordEnd))
        && Character.isUpperCase(text.charAt(wordEnd + 1));
  }

  private static void add(String text, int from, int to, List<Sentence> sentences) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (end > start) {
      sentences.add(new Sentence(start, end));
    }
  }
}
