package org.newstide.mention;

import java.util.Locale;
import java.util.Set;

/**
 * Tells whether a name is a piece of somebody else's: a capitalised word stands directly beside it
 * where only a name asks for a capital. "Emma Watson", "Arctis Nova" and "Claude Lemieux" are such;
 * "the chatbot Claude", "Using Claude" at the start of a sentence and "Claude Enterprise" are not.
 * Looks at one place, in bounded time.
 */
final class OtherNames {
  /** So far to both sides a line is looked at for how it is written. */
  private static final int LINE = 100;

  /** Title Case writes some shorter words small. */
  private static final int LONG_WORD = 4;

  private static final int LONGEST_WORD = 30;

  /** What stands in capitals in English and is no piece of a name behind it. */
  private static final Set<String> NO_NAMES =
      words(
          "a an the this that these those it its he his she her they their we our you your i my"
              + " and or but nor so yet if as at by for from in into like of off on onto out over"
              + " per than through to toward under until up upon via versus vs with within without"
              + " about after against before between both while when where which who whose why how"
              + " what is are was were be been has have had do does did can could may might must"
              + " shall should will would not no even just only now then also because since although"
              + " though despite unlike here there more most all some many other another",
          "monday tuesday wednesday thursday friday saturday sunday january february march april"
              + " june july august september october november december today",
          "american british chinese european french german indian israeli japanese korean");

  /** Kinds of things that bear such names, and what makers call their editions. */
  private static final Set<String> KINDS =
      words(
          "agent agents api app apps assistant beta bot build business chat chatbot chip chips cli"
              + " cloud code coder coding companion company competitor computer desktop design"
              + " developer diffusion embeddings enterprise finance firm flash foundation free"
              + " functions generative gpu gpus guardrails health image instant instruct introducing"
              + " labs large latest lite live maker max medium micro mini model models music nano new"
              + " omni personal plus premier premium preview pro rival robotics search server service"
              + " small speech startup studio summit superchip system team teams technical text tool"
              + " turbo ultra version video vision voice");

  private OtherNames() {}

  private static Set<String> words(String... lists) {
    return Set.of(String.join(" ", lists).split(" "));
  }

  /**
   * The start of another name's word directly before the hit; the hit's own start where there is
   * none. An initial with its stop is one.
   */
  static int before(char[] text, Hits hits, int i) {
    int start = hits.start(i);
    int end = start;
    while (end > 0 && Letters.fold(text[end - 1]) == ' ' && text[end - 1] != '\n') {
      end--;
    }
    if (end == 0 || end == start || i > 0 && hits.end(i - 1) >= end) {
      return start;
    }
    boolean isInitial =
        text[end - 1] == '.'
            && end > 2
            && Character.isUpperCase(text[end - 2])
            && text[end - 3] == ' ';
    if (isInitial) {
      return end - 2;
    }
    int from = end;
    while (from > 0 && end - from < LONGEST_WORD && isNameLetter(text[from - 1])) {
      from--;
    }
    return isName(text, from, end) && !isSentenceStart(text, from) ? from : start;
  }

  /** The end of another name's word directly behind the hit; the hit's own end likewise. */
  static int behind(char[] text, Hits hits, int i) {
    int end = hits.end(i);
    int from = end;
    while (from < text.length && Letters.fold(text[from]) == ' ' && text[from] != '\n') {
      from++;
    }
    if (from == end || i + 1 < hits.count() && hits.start(i + 1) <= from) {
      return end;
    }
    int to = from;
    while (to < text.length && to - from < LONGEST_WORD && isNameLetter(text[to])) {
      to++;
    }
    return isName(text, from, to) && !goesOn(text, to) ? to : end;
  }

  /** A surname ends a person's name; things are numbered and have more names: Claude Fable 5. */
  private static boolean goesOn(char[] text, int wordEnd) {
    return wordEnd + 1 < text.length
        && text[wordEnd] == ' '
        && (Character.isDigit(text[wordEnd + 1]) || Character.isUpperCase(text[wordEnd + 1]));
  }

  /** Whether an article stands before the hit: people and companies take none. */
  static boolean hasArticle(char[] text, int start) {
    return start >= 4
        && Letters.fold(text[start - 1]) == ' '
        && Letters.fold(text[start - 2]) == 'e'
        && Letters.fold(text[start - 3]) == 'h'
        && Letters.fold(text[start - 4]) == 't'
        && (start == 4 || !Letters.isWord(text[start - 5]));
  }

  private static boolean isNameLetter(char c) {
    return Letters.isWord(c) || Letters.fold(c) == '-';
  }

  /**
   * A capital, some small letter, and no word that English writes so in headings and lists; "AI",
   * "7X" and "Killing" are none.
   */
  private static boolean isName(char[] text, int from, int to) {
    if (from == to || !Character.isUpperCase(text[from])) {
      return false;
    }
    int small = 0;
    for (int i = from; i < to; i++) {
      if (Letters.fold(text[i]) == '-' && i + 1 < to && Character.isLowerCase(text[i + 1])) {
        return false; // California-based
      }
      small += Character.isLowerCase(text[i]) ? 1 : 0;
    }
    String word = new String(text, from, to - from).toLowerCase(Locale.ROOT);
    return small > 0 && !word.endsWith("ing") && !NO_NAMES.contains(word) && !KINDS.contains(word);
  }

  private static boolean isSentenceStart(char[] text, int from) {
    int i = from;
    while (i > 0 && text[i - 1] == ' ') {
      i--;
    }
    if (i == 0) {
      return true;
    }
    char c = Letters.fold(text[i - 1]);
    boolean isPossessive = c == '\'' && i < from;
    return !Letters.isWord(c) && c != ',' && c != '&' && !isPossessive;
  }

  /**
   * Whether the phrase that a name stands in ends with it: a stop, a verb or little word follows.
   */
  static boolean endsPhrase(char[] text, int nameEnd) {
    int from = nameEnd;
    boolean isPossessive =
        from + 1 < text.length && Letters.fold(text[from]) == '\'' && text[from + 1] == 's';
    if (isPossessive) {
      return true;
    }
    while (from < text.length && Letters.fold(text[from]) == ' ') {
      from++;
    }
    int to = from;
    while (to < text.length && to - from < LONGEST_WORD && Letters.isWord(text[to])) {
      to++;
    }
    if (from == to) {
      return from == text.length || Letters.fold(text[from]) != '-' && text[from] != '(';
    }
    return from > nameEnd
        && NO_NAMES.contains(new String(text, from, to - from))
        && Character.isLowerCase(text[from]);
  }

  /** Whether most long words about the hit stand in capitals, as in a headline or a list. */
  static boolean isTitleCase(char[] text, int start, int end) {
    int from = start;
    while (from > 0 && start - from < LINE && text[from - 1] != '\n') {
      from--;
    }
    int to = end;
    while (to < text.length && to - end < LINE && text[to] != '\n') {
      to++;
    }
    int capitals = 0;
    int small = 0;
    for (int i = from; i < to; ) {
      int wordEnd = i;
      while (wordEnd < to && Letters.isWord(text[wordEnd])) {
        wordEnd++;
      }
      if (wordEnd - i >= LONG_WORD && (wordEnd <= start || i >= end)) {
        capitals += Character.isUpperCase(text[i]) ? 1 : 0;
        small += Character.isLowerCase(text[i]) ? 1 : 0;
      }
      i = wordEnd + 1;
    }
    return capitals > small;
  }
}
