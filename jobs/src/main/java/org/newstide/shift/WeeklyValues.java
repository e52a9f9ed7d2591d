package org.newstide.shift;

import java.util.Arrays;

/**
 * A figure by week: weeks in which it rests on nothing are not in it.
 *
 * @param weeks places of the weeks, ascending
 * @param values the figure
 * @param weights on how much each rests, such as the number of stories; above 0
 */
record WeeklyValues(int[] weeks, double[] values, double[] weights) {
  int size() {
    return values.length;
  }

  /** The same weeks and weights with other values. */
  WeeklyValues with(double[] others) {
    return new WeeklyValues(weeks, others, weights);
  }

  double weight(int from, int to) {
    double weight = 0;
    for (int i = from; i < to; i++) {
      weight += weights[i];
    }
    return weight;
  }

  double mean(int from, int to) {
    double sum = 0;
    double weight = 0;
    for (int i = from; i < to; i++) {
      sum += weights[i] * values[i];
      weight += weights[i];
    }
    return sum / weight;
  }

  /**
   * What the values differ by from the mean before a place, or that from there on.
   *
   * @param at 0 for the one mean
   */
  double[] residuals(int at) {
    double before = mean(0, at);
    double after = mean(at, size());
    double[] residuals = new double[size()];
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] = values[i] - (i < at ? before : after);
    }
    return residuals;
  }

  boolean isConstant() {
    return Arrays.stream(values).distinct().count() < 2;
  }
}
