package org.newstide.mention;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.commons.lang3.ArrayUtils;
import org.newstide.catalog.Catalog;

/**
 * Finds phrases at the start of words, folded by {@link Letters#fold}. A dense table of nodes by
 * letter classes: one array read per letter, a phrase's length at most per word, so a scan is
 * linear in the text.
 */
final class PhraseTrie implements Serializable {
  /** Letters beyond this are not in any phrase. */
  private static final int LETTERS = Catalog.LETTERS;

  private static final int LONGEST_SPACE = 3;
  private static final int PLAIN = 0x80;

  private final byte[] classes = new byte[LETTERS];
  private final boolean[] starts;

  /** A plain letter's bit among the {@link #thirds}; the last is shared by those beyond. */
  private final byte[] bitOf = new byte[PLAIN];

  /** A plain first letter's row of {@link #thirds}, as written; the first row is empty. */
  private final byte[] rowOf = new byte[PLAIN];

  /** By row and the second letter's bit: the third letters of phrases, as bits. */
  private final long[] thirds;

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
    numberLetters();
    thirds = thirds();
  }

  private void numberLetters() {
    int bits = 0;
    for (char c = 0; c < PLAIN; c++) {
      boolean isKnown = Letters.fold(c) == c && classes[c] != 0;
      bitOf[c] = (byte) (isKnown ? Math.min(++bits, Long.SIZE - 1) : 0);
    }
    for (char c = 0; c < PLAIN; c++) {
      bitOf[c] = bitOf[Letters.fold(c)];
    }
  }

  private long[] thirds() {
    long[] table = new long[Long.SIZE];
    for (char first = 0; first < PLAIN; first++) {
      if (starts[first]) {
        rowOf[first] = (byte) (table.length / Long.SIZE);
        long[] row = new long[Long.SIZE];
        for (char second = 0; second < PLAIN; second++) {
          row[bitOf[second]] |= thirds(child(0, first), second);
        }
        table = ArrayUtils.addAll(table, row);
      }
    }
    return table;
  }

  private long thirds(int node, char second) {
    int behind = child(node, second);
    if (phraseAt[node] >= 0 || behind != 0 && phraseAt[behind] >= 0) {
      return -1L;
    }
    long bits = 0;
    for (char third = 0; third < PLAIN && behind != 0; third++) {
      boolean isRunOfSpaces = Letters.fold(second) == ' ' && Letters.fold(third) == ' ';
      if (isRunOfSpaces || child(behind, third) != 0) {
        bits |= 1L << bitOf[third];
      }
    }
    return bits;
  }

  /** The node behind another by a plain letter; the root where there is none. */
  private int child(int node, char c) {
    int letter = classes[Letters.fold(c)];
    return letter == 0 ? 0 : next[node * width + letter];
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
   * The next start of a word at which a phrase may begin, from an offset on and before another;
   * that one where there is none.
   */
  int nextStart(char[] text, int from, int to) {
    boolean isBehindWord = from > 0 && Letters.isWord(text[from - 1]);
    for (int i = from; i < to; i++) {
      if (!isBehindWord && mayStart(text, i)) {
        return i;
      }
      isBehindWord = Letters.isWord(text[i]);
    }
    return to;
  }

  /** Three letters tell nearly all words to be none. */
  private boolean mayStart(char[] text, int at) {
    char first = text[at];
    if (at + 2 >= text.length || (first | text[at + 1] | text[at + 2]) >= PLAIN) {
      return first < LETTERS && starts[first];
    }
    long wanted = thirds[rowOf[first] * Long.SIZE + bitOf[text[at + 1]]];
    return (wanted >>> bitOf[text[at + 2]] & 1) != 0;
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
