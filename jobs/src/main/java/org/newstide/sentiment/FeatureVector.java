package org.newstide.sentiment;

import java.util.Arrays;

/** Hashed features and their values, reused from vector to vector. */
final class FeatureVector {
  static final int BITS = 20;
  static final int SPACE = 1 << BITS;

  int size;
  int[] index = new int[1024];
  float[] value = new float[1024];

  void clear() {
    size = 0;
  }

  void add(int hash, float weight) {
    if (size == index.length) {
      index = Arrays.copyOf(index, size * 2);
      value = Arrays.copyOf(value, size * 2);
    }
    index[size] = hash >>> (32 - BITS);
    value[size] = weight;
    size++;
  }

  /** Scales to unit length, so that a long article weighs no more than a short one. */
  void normalise() {
    double square = 0;
    for (int i = 0; i < size; i++) {
      square += (double) value[i] * value[i];
    }
    float scale = square == 0 ? 0 : (float) (1 / Math.sqrt(square));
    for (int i = 0; i < size; i++) {
      value[i] *= scale;
    }
  }
}
