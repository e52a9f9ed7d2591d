package org.newstide.shift;

import org.newstide.trend.StudentT;

/**
 * What the weeks from a given one on differ by from those before it, and how surely. Each side's
 * variance comes from its own weeks and does not trust their weights (HC2, MacKinnon and White
 * 1985), so it holds where the sides scatter differently, or more than their observations explain.
 * With equal weights this is Welch's t (1947).
 */
record Contrast(Side before, Side after) {
  /**
   * @param variance of the mean, if weeks were unrelated
   */
  record Side(int weeks, double weight, double mean, double variance) {
    static Side of(WeeklyValues figure, int from, int to) {
      double weight = figure.weight(from, to);
      double mean = figure.mean(from, to);
      double variance = 0;
      for (int i = from; i < to; i++) {
        double part = figure.weights()[i] / weight;
        double deviation = part * (figure.values()[i] - mean);
        variance += deviation * deviation / (1 - part); // a heavy week pulls the mean to itself
      }
      return new Side(to - from, weight, mean, variance);
    }
  }

  /**
   * @param at first week of the after
   */
  static Contrast at(WeeklyValues figure, int at) {
    return new Contrast(Side.of(figure, 0, at), Side.of(figure, at, figure.size()));
  }

  double difference() {
    return after.mean - before.mean;
  }

  /** Half the width of the difference's 95% interval if weeks were unrelated. */
  double margin() {
    double variance = before.variance + after.variance;
    if (variance == 0) {
      return 0;
    }
    double freedom =
        variance
            * variance
            / (before.variance * before.variance / (before.weeks - 1)
                + after.variance * after.variance / (after.weeks - 1));
    return StudentT.quantile975(freedom) * Math.sqrt(variance);
  }

  /** Variance of one observation about its side's mean, each counted by its week's weight. */
  double perObservation() {
    return (before.weight * before.weight * before.variance
            + after.weight * after.weight * after.variance)
        / (before.weight + after.weight);
  }
}
