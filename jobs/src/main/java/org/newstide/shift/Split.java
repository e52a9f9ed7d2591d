package org.newstide.shift;

import java.util.stream.IntStream;

/**
 * The split of a figure into before and after that leaves the least weighted squares.
 *
 * @param at first place of the after
 * @param gains squares that each split takes away; negative where a side would be too short
 * @param squares weighted squares around the one mean
 */
record Split(int at, double[] gains, double squares) {
  /** A side of the step holds at least three weeks, and a tenth of all. */
  private static final int LEAST_SIDE = 3;

  private static final int SIDE_PART = 10;

  static Split of(WeeklyValues figure) {
    int n = figure.size();
    int side = Math.max(LEAST_SIDE, n / SIDE_PART);
    double weight = figure.weight(0, n);
    double mean = figure.mean(0, n);
    double[] gains = new double[n];
    double squares = 0;
    double leftWeight = 0;
    double leftSum = 0;
    int best = side;
    for (int i = 0; i < n; i++) {
      boolean isSplit = i >= side && i <= n - side;
      // Between squares of two groups: leftSum is the left side's sum of deviations.
      gains[i] = isSplit ? leftSum * leftSum * weight / (leftWeight * (weight - leftWeight)) : -1;
      best = gains[i] > gains[best] ? i : best;
      double deviation = figure.values()[i] - mean;
      squares += figure.weights()[i] * deviation * deviation;
      leftWeight += figure.weights()[i];
      leftSum += figure.weights()[i] * deviation;
    }
    return new Split(best, gains, squares);
  }

  /**
   * Whether a straight line through the weeks leaves less squares than the step. Both have two
   * numbers for the level; that the step's week is chosen too speaks for the step.
   */
  boolean isBeatenByLine(WeeklyValues figure) {
    int[] weeks = figure.weeks();
    double weight = figure.weight(0, weeks.length);
    double middle = 0;
    for (int i = 0; i < weeks.length; i++) {
      middle += figure.weights()[i] / weight * weeks[i];
    }
    double[] residuals = figure.residuals(0);
    double together = 0;
    double spread = 0;
    for (int i = 0; i < weeks.length; i++) {
      together += figure.weights()[i] * (weeks[i] - middle) * residuals[i];
      spread += figure.weights()[i] * (weeks[i] - middle) * (weeks[i] - middle);
    }
    return together * together / spread > gains[at];
  }

  /** The part of the squares that the split takes away. */
  double gain() {
    return squares == 0 ? 0 : gains[at] / squares;
  }

  /** The splits that leave at most so many squares more than the best. */
  int[] within(double margin) {
    return IntStream.range(0, gains.length)
        .filter(other -> gains[other] >= 0 && gains[at] - gains[other] <= margin)
        .toArray();
  }
}
