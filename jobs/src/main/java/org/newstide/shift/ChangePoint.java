package org.newstide.shift;

import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One step in a weekly figure: the split into before and after that leaves the least weighted
 * squares.
 *
 * <p>p is the chance that a figure without a step shows one this clear: the largest gain over all
 * splits is held against that of the same noise in random order (a permutation test over the
 * innovations of an autoregression, which keeps what neighbouring weeks have in common; Bühlmann
 * 1997, <em>Sieve bootstrap for time series</em>).
 *
 * <p>The interval of the week inverts the likelihood ratio: it holds every split whose squares
 * exceed the least ones by at most 7.35 variances (Hansen 2000, <em>Sample splitting and threshold
 * estimation</em>).
 *
 * <p>The interval of the difference is the union of the t intervals at all those splits. At the
 * split that was found the difference is as large as chance could make it, and an interval around
 * that one misses the true one far too often where the step is not clear; the interval at the true
 * split has not been selected, and the union holds it whenever the weeks hold that split (as Berger
 * and Boos 1994 do for tests). Where the step is clear few splits are left, and the union is little
 * wider than one interval. {@code ChangePointCoverageTest} measures all three.
 *
 * <p>All drawing is seeded: the same figure gives the same answer.
 *
 * @param week place of the first week of the after
 * @param firstWeek lower bound of its 95% interval
 * @param lastWeek upper bound
 * @param before weighted mean before
 * @param after weighted mean from that week on
 * @param low lower bound of the 95% interval of after - before
 * @param high upper bound
 * @param p probability value of "no step"
 * @param isDrift whether a straight line fits the weeks better than the step
 */
record ChangePoint(
    int week,
    int firstWeek,
    int lastWeek,
    double before,
    double after,
    double low,
    double high,
    double p,
    boolean isDrift) {
  /** Fewer weeks than this say nothing about a step. */
  static final int FEWEST_WEEKS = 8;

  private static final int DRAWS = 999;
  private static final long SEED = 20_251_126L;

  /** -2 ln(1 - √0.95), Hansen's critical value of the likelihood ratio at 95%. */
  private static final double CRITICAL = -2 * Math.log(1 - Math.sqrt(0.95));

  /** The same with the interval of the difference cut to what the figure can change by. */
  ChangePoint within(double largest) {
    return new ChangePoint(
        week,
        firstWeek,
        lastWeek,
        before,
        after,
        Math.max(low, -largest),
        Math.min(high, largest),
        p,
        isDrift);
  }

  /** The best step; empty with too few weeks, or where every week is equal. */
  static Optional<ChangePoint> of(WeeklyValues figure) {
    if (figure.size() < FEWEST_WEEKS || figure.isConstant()) {
      return Optional.empty();
    }
    Split best = Split.of(figure);
    WeeklyNoise noise = WeeklyNoise.of(figure, best.at());
    return Optional.of(withIntervals(figure, best, noise));
  }

  /** Whether the difference is surely of the sign that was found, at whichever week it came. */
  boolean hasSureSign() {
    return low > 0 || high < 0;
  }

  private static ChangePoint withIntervals(WeeklyValues figure, Split best, WeeklyNoise noise) {
    Contrast found = Contrast.at(figure, best.at());
    int[] credible = best.within(CRITICAL * noise.inflation() * found.perObservation());
    double widening = Math.sqrt(noise.inflation());
    double low = found.difference();
    double high = found.difference();
    for (int split : credible) {
      Contrast contrast = Contrast.at(figure, split);
      low = Math.min(low, contrast.difference() - widening * contrast.margin());
      high = Math.max(high, contrast.difference() + widening * contrast.margin());
    }
    return new ChangePoint(
        figure.weeks()[best.at()],
        figure.weeks()[credible[0]],
        figure.weeks()[credible[credible.length - 1]],
        found.before().mean(),
        found.after().mean(),
        low,
        high,
        probability(figure, best, noise),
        best.isBeatenByLine(figure));
  }

  private static double probability(WeeklyValues figure, Split best, WeeklyNoise noise) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] innovations = noise.innovations(figure.residuals(0));
    int asClear = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      WeeklyValues still = figure.with(noise.residuals(innovations, random));
      asClear += Split.of(still).gain() >= best.gain() ? 1 : 0;
    }
    return (1.0 + asClear) / (1 + DRAWS);
  }
}
