package org.newstide.shift;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A made-up figure whose truth is known.
 *
 * @param at first week of the after
 * @param difference after - before
 * @param error standard error of the difference, were the week of the step known
 */
record SimulatedFigure(WeeklyValues figure, int at, double difference, double error) {
  /** Observations of a middling week. */
  private static final double OBSERVATIONS = 20;

  /**
   * @param persistence autocorrelation of neighbouring weeks
   * @param unevenness standard deviation of the logarithm of the weeks' observations
   * @param together correlation of two observations of one week
   * @param late whether the step stands as near to the end as one may, and not in the middle half
   * @param louder by how much more the after scatters than the before
   * @param step difference in standard errors
   */
  record Setting(
      int weeks,
      double persistence,
      double unevenness,
      double together,
      boolean late,
      double louder,
      double step) {
    SimulatedFigure draw(SplittableRandom random) {
      int at = late ? weeks - Math.max(3, weeks / 10) : weeks / 4 + random.nextInt(weeks / 2);
      double[] weights = new double[weeks];
      double[] deviations = new double[weeks];
      for (int week = 0; week < weeks; week++) {
        double observations = OBSERVATIONS * Math.exp(unevenness * gaussian(random));
        weights[week] = Math.max(1, Math.rint(observations));
        double variance = together + (1 - together) / weights[week];
        deviations[week] = Math.sqrt(variance) * (week < at ? 1 : louder);
      }
      double error =
          Math.sqrt(
              variance(weights, deviations, 0, at) + variance(weights, deviations, at, weeks));
      double[] noise = noise(random);
      double[] values = new double[weeks];
      for (int week = 0; week < weeks; week++) {
        values[week] = (week < at ? 0 : step * error) + deviations[week] * noise[week];
      }
      WeeklyValues figure = new WeeklyValues(IntStream.range(0, weeks).toArray(), values, weights);
      return new SimulatedFigure(figure, at, step * error, error);
    }

    /** Of the weighted mean of some weeks. */
    private double variance(double[] weights, double[] deviations, int from, int to) {
      double weight = Arrays.stream(weights, from, to).sum();
      double variance = 0;
      for (int week = from; week < to; week++) {
        variance += Math.pow(weights[week] / weight * deviations[week], 2);
      }
      return variance * (1 + persistence) / (1 - persistence);
    }

    private double[] noise(SplittableRandom random) {
      double[] noise = new double[weeks];
      noise[0] = gaussian(random);
      for (int week = 1; week < weeks; week++) {
        double news = Math.sqrt(1 - persistence * persistence) * gaussian(random);
        noise[week] = persistence * noise[week - 1] + news;
      }
      return noise;
    }
  }

  /**
   * No step, but a level that wanders: an autoregression, and as much noise of single weeks again.
   *
   * @param persistence of the level
   */
  static SimulatedFigure wandering(int weeks, double persistence, SplittableRandom random) {
    double[] values = new Setting(weeks, persistence, 0, 0, false, 1, 0).noise(random);
    for (int week = 0; week < weeks; week++) {
      values[week] += gaussian(random);
    }
    return without(values);
  }

  /**
   * No step, but a straight rise.
   *
   * @param rise from the first to the last week, in standard deviations of a week
   */
  static SimulatedFigure drifting(int weeks, double rise, SplittableRandom random) {
    double[] values = new double[weeks];
    for (int week = 0; week < weeks; week++) {
      values[week] = rise * week / (weeks - 1) + gaussian(random);
    }
    return without(values);
  }

  private static SimulatedFigure without(double[] values) {
    double[] weights = new double[values.length];
    Arrays.fill(weights, OBSERVATIONS);
    int[] weeks = IntStream.range(0, values.length).toArray();
    return new SimulatedFigure(new WeeklyValues(weeks, values, weights), 0, 0, 1);
  }

  boolean isDifferenceIn(ChangePoint found) {
    return found.low() <= difference && difference <= found.high();
  }

  boolean isWeekIn(ChangePoint found) {
    return found.firstWeek() <= at && at <= found.lastWeek();
  }

  /** Of the difference's interval, in standard errors; 3.92 would be the least. */
  double widthOf(ChangePoint found) {
    return (found.high() - found.low()) / error;
  }

  static double gaussian(SplittableRandom random) {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
