package org.newstide.mention;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Finds phrases at the start of words, folded by {@link Letters#fold}. A dense table of nodes by
 * letter classes: one array read per letter, a phrase's length at most per word, so a scan is
 * linear in the text.
 */
final class PhraseTrie implements Serializable {
  /** Letters beyond this are not in any phrase. */
  private static final int LETTERS = 0x250;

  private static final int LONGEST_SPACE = 3;
  private static final int PLAIN = 0x80;

  private final byte[] classes = new byte[LETTERS];
  private final boolean[] starts;

  /** By a plain first letter as written: the plain second letters of phrases, as bits. */
  private final long[] seconds = new long[2 * PLAIN];

  private int width = 1;
  private int nodes = 1;
  private int[] next;
  private int[] phraseAt;

  /**
   * @param phrases what to find; their indexes name them. Of two that fold to the same, the first
   *     counts
   * @param anyCase whether a phrase may begin in either case; else as written, or in capitals
   */
  PhraseTrie(List<String> phrases, IntPredicate anyCase) {
    starts = new boolean[LETTERS];
    for (int id = 0; id < phrases.size(); id++) {
      String phrase = phrases.get(id);
      addClasses(phrase);
      starts[phrase.charAt(0)] = true;
      starts[Character.toUpperCase(phrase.charAt(0))] = true;
      if (anyCase.test(id)) {
        starts[Letters.fold(phrase.charAt(0))] = true;
      }
    }
    next = new int[64 * width];
    phraseAt = new int[64];
    Arrays.fill(phraseAt, -1);
    for (int id = 0; id < phrases.size(); id++) {
      add(phrases.get(id), id);
    }
    next = Arrays.copyOf(next, nodes * width);
    phraseAt = Arrays.copyOf(phraseAt, nodes);
    addSeconds();
  }

  private void addSeconds() {
    for (int first = 0; first < PLAIN; first++) {
      for (int second = 0; second < PLAIN; second++) {
        if (starts[first] && isBeginning((char) first, (char) second)) {
          seconds[2 * first + second / Long.SIZE] |= 1L << second;
        }
      }
    }
  }

  private boolean isBeginning(char first, char second) {
    int node = next[classes[Letters.fold(first)]];
    return phraseAt[node] >= 0 || next[node * width + classes[Letters.fold(second)]] != 0;
  }

  private void addClasses(String phrase) {
    for (int i = 0; i < phrase.length(); i++) {
      char c = Letters.fold(phrase.charAt(i));
      if (c >= LETTERS) {
        throw new IllegalArgumentException("no such letter in a phrase: " + phrase);
      }
      if (classes[c] == 0) {
        classes[c] = (byte) width++;
      }
    }
  }

  private void add(String phrase, int id) {
    int node = 0;
    for (int i = 0; i < phrase.length(); i++) {
      int edge = node * width + classes[Letters.fold(phrase.charAt(i))];
      if (next[edge] == 0) {
        if (nodes == phraseAt.length) {
          grow();
        }
        next[edge] = nodes++;
      }
      node = next[edge];
    }
    if (phraseAt[node] < 0) {
      phraseAt[node] = id;
    }
  }

  private void grow() {
    int old = phraseAt.length;
    phraseAt = Arrays.copyOf(phraseAt, old * 2);
    Arrays.fill(phraseAt, old, old * 2, -1);
    next = Arrays.copyOf(next, old * 2 * width);
  }

  /**
   * Whether the letters at an offset may begin a phrase: two letters tell most words to be none.
   */
  boolean mayStart(char[] text, int at) {
    char first = text[at];
    if (first >= PLAIN || at + 1 == text.length || text[at + 1] >= PLAIN) {
      return first < LETTERS && starts[first];
    }
    char second = text[at + 1];
    return (seconds[2 * first + second / Long.SIZE] >>> second & 1) != 0;
  }

  /**
   * The phrases that the text spells from an offset on, whatever follows them.
   *
   * @param found takes pairs of phrase and end, shortest first; what does not fit is left out
   * @return how many pairs
   */
  int phrasesAt(char[] text, int start, int[] found) {
    int node = 0;
    int count = 0;
    int i = start;
    while (i < text.length) {
      char c = Letters.fold(text[i]);
      node = c < LETTERS && classes[c] != 0 ? next[node * width + classes[c]] : 0;
      if (node == 0) {
        return count;
      }
      i = c == ' ' ? spaceEnd(text, i) : i + 1;
      if (phraseAt[node] >= 0 && 2 * count < found.length) {
        found[2 * count] = phraseAt[node];
        found[2 * count + 1] = i;
        count++;
      }
    }
    return count;
  }

  private static int spaceEnd(char[] text, int start) {
    int end = start + 1;
    while (end < text.length && end - start < LONGEST_SPACE && Letters.fold(text[end]) == ' ') {
      end++;
    }
    return end;
  }
}
