package org.newstide.relation;

import java.util.Arrays;
import org.newstide.linear.FeatureHash;

/** Hashed features in groups; a feature counts once in its group. */
final class FeatureVector {
  static final int BITS = 18;
  static final int SPACE = 1 << BITS;

  int size;
  int[] index = new int[256];
  float[] value = new float[256];
  private int groupFrom;
  private final int[] addedBy = new int[SPACE];
  private int group;

  void clear() {
    size = 0;
    groupFrom = 0;
    group++;
  }

  void add(int feature, int detail) {
    add(FeatureHash.mix(feature, detail));
  }

  void add(int hash) {
    int at = FeatureHash.mix(hash, BITS) >>> (32 - BITS);
    if (addedBy[at] == group) {
      return;
    }
    addedBy[at] = group;
    if (size == index.length) {
      index = Arrays.copyOf(index, size * 2);
      value = Arrays.copyOf(value, size * 2);
    }
    index[size++] = at;
  }

  /** Ends a group of words: its length is {@code weight} however many words it has. */
  void endWords(double weight) {
    end(weight / Math.sqrt(Math.max(1, size - groupFrom)));
  }

  /** Ends a group of facts: each has the value {@code weight}. */
  void endFacts(double weight) {
    end(weight);
  }

  private void end(double each) {
    Arrays.fill(value, groupFrom, size, (float) each);
    groupFrom = size;
    group++;
  }
}
