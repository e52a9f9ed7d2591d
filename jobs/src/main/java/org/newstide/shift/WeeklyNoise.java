package org.newstide.shift;

import java.util.SplittableRandom;

/**
 * How the weeks of a figure scatter about their level: each by its own standard deviation times one
 * first-order autoregression.
 *
 * <p>Stories of one week are no independent draws, as one event moves many: the variance of a week
 * is a + b / weight and not b / weight alone (Williams 1982, <em>Extra-binomial variation in
 * logistic linear models</em>). Taken for independent, the busiest weeks pass for steps.
 *
 * <p>What is left after fitting resembles its neighbours less than the weeks do: a fitted mean
 * takes about (1 + φ) / n from the first autocorrelation φ (Kendall 1954, <em>Note on bias in the
 * estimation of autocorrelation</em>). Here two means are fitted, and a split chosen among all,
 * which takes about as much again.
 *
 * @param deviations standard deviations of the weeks
 * @param persistence φ, from 0 to {@link #MOST_PERSISTENT}
 */
record WeeklyNoise(double[] deviations, double persistence) {
  /** Beyond it a figure has no level to speak of. */
  static final double MOST_PERSISTENT = 0.9;

  /** Measured on 500 figures of unrelated weeks: 3.4 / n of 24 weeks, 4.2 / n of 52 and of 104. */
  private static final int FITTED = 4;

  /**
   * The deviations are taken around the one mean, so that they are right where there is no step;
   * the persistence around the means of both sides, because a step looks like persistence.
   *
   * @param at first place of the after
   */
  static WeeklyNoise of(WeeklyValues figure, int at) {
    double[] deviations = deviations(figure);
    double[] residuals = figure.residuals(at);
    int n = residuals.length;
    double own = 0;
    double neighbours = 0;
    for (int i = 0; i < n; i++) {
      residuals[i] /= deviations[i];
      own += residuals[i] * residuals[i];
      neighbours += i > 0 ? residuals[i] * residuals[i - 1] : 0;
    }
    double seen = own > 0 ? neighbours / own : 0;
    double persistence = seen + FITTED * (1 + seen) / n;
    return new WeeklyNoise(deviations, Math.max(0, Math.min(MOST_PERSISTENT, persistence)));
  }

  /** Least squares of weight · residual² = a · weight + b, with neither part below 0. */
  private static double[] deviations(WeeklyValues figure) {
    double[] residuals = figure.residuals(0);
    double[] weights = figure.weights();
    int n = weights.length;
    double weight = 0;
    double square = 0;
    for (int i = 0; i < n; i++) {
      weight += weights[i] / n;
      square += weights[i] * residuals[i] * residuals[i] / n;
    }
    double together = 0;
    double spread = 0;
    for (int i = 0; i < n; i++) {
      double apart = weights[i] - weight;
      together += apart * weights[i] * residuals[i] * residuals[i];
      spread += apart * apart;
    }
    double a = spread > 0 ? Math.max(0, Math.min(square / weight, together / spread)) : 0;
    double b = square - a * weight;
    double[] deviations = new double[n];
    for (int i = 0; i < n; i++) {
      deviations[i] = Math.sqrt(a + b / weights[i]);
    }
    return deviations;
  }

  /** By how much more the mean over neighbouring weeks varies than one over unrelated weeks. */
  double inflation() {
    return (1 + persistence) / (1 - persistence);
  }

  /** What each week brings that the one before did not tell: in any order equally likely. */
  double[] innovations(double[] residuals) {
    double[] innovations = new double[residuals.length];
    double last = 0;
    for (int i = 0; i < innovations.length; i++) {
      double own = residuals[i] / deviations[i];
      innovations[i] = i > 0 ? own - persistence * last : own * start();
      last = own;
    }
    return innovations;
  }

  /** Shuffles the innovations, and returns the residuals that they make up in this order. */
  double[] residuals(double[] innovations, SplittableRandom random) {
    shuffle(innovations, random);
    double[] residuals = new double[innovations.length];
    double last = 0;
    for (int i = 0; i < residuals.length; i++) {
      last = i > 0 ? innovations[i] + persistence * last : innovations[i] / start();
      residuals[i] = deviations[i] * last;
    }
    return residuals;
  }

  /** The first week has no week before it, and varies as much as all others. */
  private double start() {
    return Math.sqrt(1 - persistence * persistence);
  }

  private static void shuffle(double[] values, SplittableRandom random) {
    for (int i = values.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      double value = values[i];
      values[i] = values[other];
      values[other] = value;
    }
  }
}
