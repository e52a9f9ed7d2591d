package org.newstide.linear;

import java.util.Arrays;

/**
 * The features of one example: their places in the model's space, and their values. Grows as it is
 * filled and is reused from example to example, so that reading allocates next to nothing.
 */
public final class FeatureVector {
  int size;
  int[] index = new int[1024];
  float[] value = new float[1024];

  public void clear() {
    size = 0;
  }

  /** Adds a feature; a place may come twice. */
  public void add(int place, float weight) {
    if (size == index.length) {
      index = Arrays.copyOf(index, size * 2);
      value = Arrays.copyOf(value, size * 2);
    }
    index[size] = place;
    value[size] = weight;
    size++;
  }

  /** How many features were added. */
  public int size() {
    return size;
  }

  /** Gives one value to all features from one on, in the order in which they were added. */
  public void fill(int first, float weight) {
    Arrays.fill(value, first, size, weight);
  }

  /** Scales to unit length, so that a long text weighs no more than a short one. */
  public void normalise() {
    double square = 0;
    for (int i = 0; i < size; i++) {
      square += (double) value[i] * value[i];
    }
    float scale = square == 0 ? 0 : (float) (1 / Math.sqrt(square));
    for (int i = 0; i < size; i++) {
      value[i] *= scale;
    }
  }

  /** A copy of the places, as a {@link LabelledVector} keeps them. */
  public int[] index() {
    return Arrays.copyOf(index, size);
  }

  /** A copy of the values, in the order of their places. */
  public float[] value() {
    return Arrays.copyOf(value, size);
  }
}
