package org.newstide.shift;

import java.util.SplittableRandom;

/**
 * Residuals in new orders that keep neighbours together, in blocks of about the cube root of their
 * number on a circle (Künsch 1989; Politis and Romano 1992).
 */
final class Blocks {
  private Blocks() {}

  static int lengthFor(int size) {
    return Math.max(1, (int) Math.round(Math.cbrt(size)));
  }

  /** Every residual once: the circle is cut at a random place, and its blocks are shuffled. */
  static double[] shuffled(double[] residuals, SplittableRandom random) {
    int n = residuals.length;
    int length = lengthFor(n);
    int[] starts = new int[(n + length - 1) / length];
    for (int block = 0; block < starts.length; block++) {
      int other = random.nextInt(block + 1);
      starts[block] = starts[other];
      starts[other] = block * length;
    }
    int cut = random.nextInt(n);
    double[] laid = new double[n];
    int at = 0;
    for (int start : starts) {
      for (int i = start; i < Math.min(n, start + length); i++) {
        laid[at++] = residuals[(cut + i) % n];
      }
    }
    return laid;
  }

  /** As many residuals, in blocks drawn with replacement. */
  static double[] drawn(double[] residuals, SplittableRandom random) {
    int n = residuals.length;
    int length = lengthFor(n);
    double[] drawn = new double[n];
    int start = 0;
    for (int i = 0; i < n; i++) {
      if (i % length == 0) {
        start = random.nextInt(n);
      }
      drawn[i] = residuals[(start + i % length) % n];
    }
    return drawn;
  }

  /**
   * The variance that means over neighbours have, per residual: their variance, and what they have
   * in common within a block (Newey and West 1987). Never below the variance itself.
   */
  static double longRunVariance(double[] residuals) {
    int length = lengthFor(residuals.length);
    double variance = covariance(residuals, 0);
    double sum = variance;
    for (int lag = 1; lag <= length; lag++) {
      sum += 2 * (1 - lag / (length + 1.0)) * covariance(residuals, lag);
    }
    return Math.max(variance, sum);
  }

  private static double covariance(double[] residuals, int lag) {
    double sum = 0;
    for (int i = lag; i < residuals.length; i++) {
      sum += residuals[i] * residuals[i - lag];
    }
    return sum / residuals.length;
  }
}
