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

  double mean(int from, int to) {
    double sum = 0;
    double weight = 0;
    for (int i = from; i < to; i++) {
      sum += weights[i] * values[i];
      weight += weights[i];
    }
    return sum / weight;
  }

  /** Deviations from their mean in units of one observation: (value - mean) · √weight. */
  double[] residuals(int from, int to) {
    double mean = mean(from, to);
    double[] residuals = new double[to - from];
    for (int i = from; i < to; i++) {
      residuals[i - from] = (values[i] - mean) * Math.sqrt(weights[i]);
    }
    return residuals;
  }

  boolean isConstant() {
    return Arrays.stream(values).distinct().count() < 2;
  }
}
