package org.newstide.mention;

import java.util.Arrays;

/** Places in a field where a name is written, in order; four ints each, so a million are cheap. */
final class Hits {
  private static final int SIZE = 4;
  private int[] values = new int[SIZE * 16];
  private int count;

  void add(int start, int end, int alias) {
    if (SIZE * count == values.length) {
      values = Arrays.copyOf(values, values.length * 2);
    }
    values[SIZE * count] = start;
    values[SIZE * count + 1] = end;
    values[SIZE * count + 2] = alias;
    count++;
  }

  int count() {
    return count;
  }

  int start(int i) {
    return values[SIZE * i];
  }

  int end(int i) {
    return values[SIZE * i + 1];
  }

  int alias(int i) {
    return values[SIZE * i + 2];
  }

  /** Per mille; 0 while nothing speaks for the hit. */
  int confidence(int i) {
    return values[SIZE * i + 3];
  }

  void confidence(int i, int perMille) {
    values[SIZE * i + 3] = perMille;
  }
}
