package org.newstide.shift;

import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One step in a weekly figure: the split into before and after that leaves the least weighted
 * squares.
 *
 * <p>p is the chance that a figure without a step shows one this clear: the largest gain over all
 * splits is held against that of the same residuals in blocks laid in random order (a permutation
 * test; the blocks keep what neighbouring weeks have in common). The interval of the week inverts
 * the likelihood ratio: it holds every split whose squares exceed the least ones by at most 7.35
 * variances (Hansen 2000, <em>Sample splitting and threshold estimation</em>). The interval of the
 * difference are percentiles over residuals drawn in blocks around the fitted step (Hušková and
 * Kirch 2008). All drawing is seeded: the same figure gives the same answer.
 *
 * @param week place of the first week of the after
 * @param firstWeek lower bound of its 95% interval
 * @param lastWeek upper bound
 * @param before weighted mean before
 * @param after weighted mean from that week on
 * @param low lower bound of the 95% interval of after - before
 * @param high upper bound
 * @param p probability value of "no step"
 */
record ChangePoint(
    int week,
    int firstWeek,
    int lastWeek,
    double before,
    double after,
    double low,
    double high,
    double p) {
  /** Fewer weeks than this say nothing about a step. */
  static final int FEWEST_WEEKS = 8;

  private static final int DRAWS = 999;
  private static final long SEED = 20_251_126L;

  /** -2 ln(1 - √0.95), Hansen's critical value of the likelihood ratio at 95%. */
  private static final double CRITICAL = -2 * Math.log(1 - Math.sqrt(0.95));

  /** A side of the step holds at least three weeks, and a tenth of all. */
  private static final int LEAST_SIDE = 3;

  private static final int SIDE_PART = 10;

  /** The best step; empty with too few weeks, or where every week is equal. */
  static Optional<ChangePoint> of(WeeklyValues figure) {
    if (figure.size() < FEWEST_WEEKS || figure.isConstant()) {
      return Optional.empty();
    }
    Split best = Split.of(figure);
    return Optional.of(withIntervals(figure, best, probability(figure, best)));
  }

  /**
   * The best split.
   *
   * @param gains squares that each split takes away; negative where a side would be too short
   * @param squares weighted squares around the one mean
   */
  private record Split(int at, double[] gains, double squares) {
    static Split of(WeeklyValues figure) {
      int n = figure.size();
      int side = Math.max(LEAST_SIDE, n / SIDE_PART);
      double weight = Arrays.stream(figure.weights()).sum();
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

    double gain() {
      return squares == 0 ? 0 : gains[at] / squares;
    }

    /** Whether a split is almost as good as the best one. */
    boolean isCredible(int other, double variance) {
      return gains[other] >= 0 && gains[at] - gains[other] <= CRITICAL * variance;
    }
  }

  private static double probability(WeeklyValues figure, Split best) {
    SplittableRandom random = new SplittableRandom(SEED);
    int n = figure.size();
    double mean = figure.mean(0, n);
    double[] residuals = figure.residuals(0, n);
    int asClear = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] laid = Blocks.shuffled(residuals, random);
      asClear += Split.of(around(figure, laid, n, mean, mean)).gain() >= best.gain() ? 1 : 0;
    }
    return (1.0 + asClear) / (1 + DRAWS);
  }

  private static ChangePoint withIntervals(WeeklyValues figure, Split best, double p) {
    SplittableRandom random = new SplittableRandom(SEED + 1);
    int n = figure.size();
    double before = figure.mean(0, best.at());
    double after = figure.mean(best.at(), n);
    double[] residuals = joined(figure.residuals(0, best.at()), figure.residuals(best.at(), n));
    double[] differences = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] drawn = Blocks.drawn(residuals, random);
      WeeklyValues again = around(figure, drawn, best.at(), before, after);
      int at = Split.of(again).at();
      differences[draw] = again.mean(at, n) - again.mean(0, at);
    }
    Arrays.sort(differences);
    double variance = Blocks.longRunVariance(residuals) * n / (n - 3);
    IntSummaryStatistics credible =
        IntStream.range(0, n).filter(split -> best.isCredible(split, variance)).summaryStatistics();
    return new ChangePoint(
        figure.weeks()[best.at()],
        figure.weeks()[credible.getMin()],
        figure.weeks()[credible.getMax()],
        before,
        after,
        quantile(differences, 0.025),
        quantile(differences, 0.975),
        p);
  }

  /** Residuals laid around one mean up to a place, around another from there on. */
  private static WeeklyValues around(
      WeeklyValues figure, double[] residuals, int at, double before, double after) {
    double[] values = new double[residuals.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i < at ? before : after) + residuals[i] / Math.sqrt(figure.weights()[i]);
    }
    return figure.with(values);
  }

  private static double[] joined(double[] left, double[] right) {
    double[] all = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, all, left.length, right.length);
    return all;
  }

  private static double quantile(double[] sorted, double part) {
    return sorted[(int) Math.round(part * (sorted.length - 1))];
  }
}
