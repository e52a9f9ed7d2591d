package org.newstide.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.article.Sentence;

/**
 * The words of one field in order, each mention standing as a single word. Rules read words instead
 * of characters, so a name's own letters ("Mistral", "Perplexity") never look like a cue.
 *
 * <p>A word is a run of letters and digits; a number keeps its inner point or comma; {@code 's} is
 * a word of its own; each other visible character is one word.
 */
public final class MaskedWords {
  /** The text of every mention's word. */
  public static final String NAME = "\u0001";

  private record Word(String text, int start, int end, int sentence, Optional<Mention> mention) {}

  private final List<Word> words = new ArrayList<>();
  private final List<Sentence> sentences;
  private final String source;

  private MaskedWords(Document document, Field field) {
    this.source = document.of(field);
    this.sentences =
        field == Field.TITLE ? List.of(new Sentence(0, source.length())) : document.sentences();
  }

  /** The words of a field; of overlapping mentions the first counts. */
  public static MaskedWords of(Document document, Field field, List<Mention> mentions) {
    MaskedWords masked = new MaskedWords(document, field);
    masked.read(
        mentions.stream()
            .filter(mention -> mention.field() == field)
            .sorted(Comparator.comparingInt(Mention::start))
            .toList());
    return masked;
  }

  private void read(List<Mention> mentions) {
    int sentence = 0;
    int next = 0;
    int at = 0;
    while (at < source.length()) {
      while (sentence + 1 < sentences.size() && sentences.get(sentence + 1).start() <= at) {
        sentence++;
      }
      while (next < mentions.size() && mentions.get(next).start() < at) {
        next++;
      }
      if (next < mentions.size() && mentions.get(next).start() == at) {
        Mention mention = mentions.get(next);
        int end = Math.max(at + 1, Math.min(mention.end(), source.length()));
        words.add(new Word(NAME, at, end, sentence, Optional.of(mention)));
        at = end;
      } else if (Character.isWhitespace(source.charAt(at)) || source.charAt(at) == '\u00a0') {
        at++;
      } else {
        int limit = next < mentions.size() ? mentions.get(next).start() : source.length();
        int end = Math.min(wordEnd(at), limit);
        String text = source.substring(at, end).toLowerCase(Locale.ROOT).replace('’', '\'');
        words.add(new Word(text, at, end, sentence, Optional.empty()));
        at = end;
      }
    }
  }

  private int wordEnd(int start) {
    char first = source.charAt(start);
    if (!Character.isLetterOrDigit(first)) {
      boolean possessive =
          (first == '\'' || first == '’')
              && start + 1 < source.length()
              && Character.toLowerCase(source.charAt(start + 1)) == 's'
              && !letterOrDigitAt(start + 2);
      return possessive ? start + 2 : start + 1;
    }
    int end = start + 1;
    while (letterOrDigitAt(end) || joinsNumber(end)) {
      end++;
    }
    return end;
  }

  private boolean joinsNumber(int at) {
    return at + 1 < source.length()
        && (source.charAt(at) == '.' || source.charAt(at) == ',')
        && Character.isDigit(source.charAt(at - 1))
        && Character.isDigit(source.charAt(at + 1));
  }

  private boolean letterOrDigitAt(int at) {
    return at < source.length() && Character.isLetterOrDigit(source.charAt(at));
  }

  public int size() {
    return words.size();
  }

  /** The word in lower case; {@link #NAME} for a mention; empty outside the field. */
  public String at(int index) {
    return index < 0 || index >= words.size() ? "" : words.get(index).text();
  }

  /** Where the word begins, in UTF-16 units of the field. */
  public int startOf(int index) {
    return words.get(index).start();
  }

  public Optional<Mention> mentionAt(int index) {
    return index < 0 || index >= words.size() ? Optional.empty() : words.get(index).mention();
  }

  /** The place of a word's sentence among the sentences of the field. */
  public int sentenceAt(int index) {
    return words.get(index).sentence();
  }

  public Sentence sentence(int place) {
    return sentences.get(place);
  }

  /** Whether the text writes the word with a capital. */
  public boolean capitalAt(int index) {
    return index >= 0
        && index < words.size()
        && Character.isUpperCase(source.charAt(words.get(index).start()));
  }

  /** The text from one word through another, as written. */
  public String textOf(int first, int last) {
    return source.substring(words.get(first).start(), words.get(last).end());
  }
}
