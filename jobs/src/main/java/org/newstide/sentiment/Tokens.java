package org.newstide.sentiment;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.newstide.article.Document;
import org.newstide.article.Sentence;
import org.newstide.linear.FeatureHash;

/**
 * A document as word hashes: the title's tokens, then the text's. Reused for document after
 * document, so that judging allocates next to nothing.
 */
final class Tokens {
  static final int NUMBER = FeatureHash.of("#number");
  private static final int PREFIX_LENGTH = 5;
  private static final int LEAD_TOKENS = 300;
  private static final int MAX_TOKENS = 20_000;

  int size;
  int titleSize;
  int[] word = new int[256];
  int[] prefix = new int[256];
  int[] info = new int[256];
  int[] start = new int[256];
  int[] end = new int[256];
  int[] sentence = new int[256];

  private char[] text = new char[1024];

  /**
   * The title, the text's first {@value #LEAD_TOKENS} tokens, and behind them the sentences that
   * name an organisation: the rest of a long article says little of them and takes most of the
   * time.
   *
   * @param mentions of all organisations
   */
  void read(Document document, BitSet mentions, Lexicon lexicon) {
    size = 0;
    hold(document.title());
    read(0, document.title().length(), 0, lexicon);
    titleSize = size;
    hold(document.text());
    List<Sentence> sentences = document.sentences();
    for (int i = 0; i < sentences.size() && size < MAX_TOKENS; i++) {
      Sentence sentence = sentences.get(i);
      boolean isLead = size - titleSize < LEAD_TOKENS;
      int mention = isLead ? 0 : mentions.nextSetBit(sentence.start());
      if (isLead || (mention >= 0 && mention < sentence.end())) {
        read(sentence.start(), sentence.end(), i + 1, lexicon);
      }
    }
  }

  /** Characters of an array are read several times as fast as those of a string. */
  private void hold(String characters) {
    if (text.length < characters.length()) {
      text = new char[characters.length() * 2];
    }
    characters.getChars(0, characters.length(), text, 0);
  }

  private void read(int from, int to, int number, Lexicon lexicon) {
    int i = from;
    while (i < to) {
      char c = text[i];
      if (isLetter(c)) {
        i = readWord(i, to, number, lexicon);
      } else if (Character.isDigit(c)) {
        int first = i;
        while (i < to && isNumberPart(text[i])) {
          i++;
        }
        add(NUMBER, NUMBER, 0, first, i, number);
      } else {
        if (c > ' ' && !Character.isWhitespace(c)) {
          add(FeatureHash.next(FeatureHash.start(), c), c, punctuation(c), i, i + 1, number);
        }
        i++;
      }
    }
  }

  private int readWord(int from, int to, int number, Lexicon lexicon) {
    int hash = FeatureHash.start();
    int prefixHash = 0;
    int i = from;
    while (i < to && isWordPart(i, to)) {
      hash = FeatureHash.next(hash, lowerCase(text[i]));
      i++;
      if (i - from == PREFIX_LENGTH) {
        prefixHash = hash;
      }
    }
    add(hash, prefixHash == 0 ? hash : prefixHash, lexicon.info(hash), from, i, number);
    return i;
  }

  private boolean isWordPart(int i, int to) {
    char c = text[i];
    if (isLetter(c) || Character.isDigit(c)) {
      return true;
    }
    // n't belongs to its verb; a possessive 's does not belong to its noun
    return (c == '\'' || c == '\u2019')
        && i + 1 < to
        && Character.toLowerCase(text[i + 1]) == 't'
        && Character.toLowerCase(text[i - 1]) == 'n';
  }

  private static boolean isLetter(char c) {
    return c < 128 ? (c | 32) >= 'a' && (c | 32) <= 'z' : Character.isLetter(c);
  }

  private static char lowerCase(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c | 32) : c;
    }
    return Character.toLowerCase(c);
  }

  private static boolean isNumberPart(char c) {
    return Character.isDigit(c) || c == '.' || c == ',';
  }

  private static int punctuation(char c) {
    return switch (c) {
      case ',', ';', ':', '\u2013', '\u2014', '(', ')' -> Lexicon.CLAUSE;
      default -> 0;
    };
  }

  private void add(int hash, int prefixHash, int information, int from, int to, int number) {
    if (size == word.length) {
      grow();
    }
    word[size] = hash;
    prefix[size] = prefixHash;
    info[size] = information;
    start[size] = from;
    end[size] = to;
    sentence[size] = number;
    size++;
  }

  private void grow() {
    int capacity = size * 2;
    word = Arrays.copyOf(word, capacity);
    prefix = Arrays.copyOf(prefix, capacity);
    info = Arrays.copyOf(info, capacity);
    start = Arrays.copyOf(start, capacity);
    end = Arrays.copyOf(end, capacity);
    sentence = Arrays.copyOf(sentence, capacity);
  }
}
