package org.newstide.story;

import java.util.Arrays;

/**
 * A MinHash sketch (Broder 1997) of an article's first words: how many of two sketches' places
 * agree estimates the Jaccard similarity of the two sets of three-word runs.
 */
public final class LeadSketch {
  static final int SIZE = 24;
  private static final int WORDS = 50;
  private static final int RUN = 3;
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private LeadSketch() {}

  /**
   * {@link #SIZE} minima over the hashed three-word runs of the lead, without case and punctuation;
   * empty for a lead of fewer than three words, in which there is nothing to compare.
   */
  public static long[] of(String title, String text) {
    long[] words = new long[WORDS];
    int count = addWords(text, words, addWords(title, words, 0));
    if (count < RUN) {
      return new long[0];
    }
    long[] sketch = new long[SIZE];
    Arrays.fill(sketch, Long.MAX_VALUE);
    for (int start = 0; start + RUN <= count; start++) {
      long run = 0;
      for (int i = start; i < start + RUN; i++) {
        run = mixed(run * 31 + words[i]);
      }
      for (int k = 0; k < SIZE; k++) {
        sketch[k] = Math.min(sketch[k], mixed(run ^ ((k + 1) * GOLDEN)));
      }
    }
    return sketch;
  }

  /** Adds the hashes of a text's words behind the first {@code count}; how many there are then. */
  private static int addWords(String text, long[] words, int count) {
    int added = count;
    long word = 0;
    for (int i = 0; i <= text.length() && added < WORDS; i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)) {
        word = word * 1_000_003 + Character.toLowerCase(c) + 1;
      } else if (word != 0) {
        words[added++] = word;
        word = 0;
      }
    }
    return added;
  }

  /** The finaliser of SplitMix64 (Steele et al. 2014). */
  static long mixed(long value) {
    long z = value + GOLDEN;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
