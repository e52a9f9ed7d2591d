package org.newstide.sentiment;

import java.util.Arrays;
import java.util.List;
import org.newstide.article.Document;
import org.newstide.article.Sentence;

/**
 * A document as word hashes: the title's tokens, then the text's. Reused for document after
 * document, so that judging allocates next to nothing.
 */
final class Tokens {
  static final int NUMBER = WordHash.of("#number");
  private static final int PREFIX_LENGTH = 5;
  private static final int MAX_TOKENS = 20_000;

  int size;
  int titleSize;
  int[] word = new int[256];
  int[] prefix = new int[256];
  int[] info = new int[256];
  int[] start = new int[256];
  int[] end = new int[256];
  int[] sentence = new int[256];

  void read(Document document, Lexicon lexicon) {
    size = 0;
    read(document.title(), 0, document.title().length(), 0, lexicon);
    titleSize = size;
    List<Sentence> sentences = document.sentences();
    for (int i = 0; i < sentences.size() && size < MAX_TOKENS; i++) {
      Sentence sentence = sentences.get(i);
      read(document.text(), sentence.start(), sentence.end(), i + 1, lexicon);
    }
  }

  private void read(String text, int from, int to, int number, Lexicon lexicon) {
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        i = readWord(text, i, to, number, lexicon);
      } else if (Character.isDigit(c)) {
        int first = i;
        while (i < to && isNumberPart(text.charAt(i))) {
          i++;
        }
        add(NUMBER, NUMBER, 0, first, i, number);
      } else {
        if (c > ' ' && !Character.isWhitespace(c)) {
          add(WordHash.next(WordHash.start(), c), c, punctuation(c), i, i + 1, number);
        }
        i++;
      }
    }
  }

  private int readWord(String text, int from, int to, int number, Lexicon lexicon) {
    int hash = WordHash.start();
    int prefixHash = 0;
    int i = from;
    while (i < to && isWordPart(text, i, to)) {
      hash = WordHash.next(hash, Character.toLowerCase(text.charAt(i)));
      i++;
      if (i - from == PREFIX_LENGTH) {
        prefixHash = hash;
      }
    }
    add(hash, prefixHash == 0 ? hash : prefixHash, lexicon.info(hash), from, i, number);
    return i;
  }

  private static boolean isWordPart(String text, int i, int to) {
    char c = text.charAt(i);
    if (Character.isLetterOrDigit(c)) {
      return true;
    }
    // n't belongs to its verb; a possessive 's does not belong to its noun
    return (c == '\'' || c == '\u2019')
        && i + 1 < to
        && Character.toLowerCase(text.charAt(i + 1)) == 't'
        && Character.toLowerCase(text.charAt(i - 1)) == 'n';
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
