package org.newstide.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * In how many of 4,000 made-up weeks the 95% intervals hold the truth; such a part has a standard
 * error of 0.35 points at 95%. {@code -Dnewstide.show=true} prints what is measured, with the delta
 * method for comparison (Cochran, <em>Sampling Techniques</em>, 1977, 6.3).
 *
 * <p>Readings of news are mostly sure, and mostly neutral: u lies near 0 or near 1, and of a story
 * that is not neutral d lies near -u or u. So u is drawn as {@code 1 / (1 + exp(-x))} with x normal
 * around the logit of a middling story and a standard deviation of {@link #SURENESS}, and the part
 * of it that is positive likewise.
 */
class PolarityCoverageTest {
  private static final int WEEKS = 4000;
  private static final int TRUTH = 400_000;
  private static final double SURENESS = 2.5;

  @ParameterizedTest
  @CsvSource({
    // stories, middling p(not neutral), middling p(positive | not neutral)
    "5, 0.08, 0.6",
    "8, 0.08, 0.6",
    "15, 0.08, 0.6",
    "30, 0.08, 0.6",
    "100, 0.08, 0.6",
    "5, 0.3, 0.3",
    "8, 0.3, 0.3",
    "15, 0.3, 0.3",
    "30, 0.3, 0.3",
    "5, 0.5, 0.9",
    "8, 0.5, 0.9",
    "15, 0.5, 0.9",
    "30, 0.5, 0.9",
  })
  void polarityLiesInItsIntervalMoreOftenThanByTheDeltaMethod(
      int stories, double opinion, double positive) {
    Shape shape = new Shape(opinion, positive);
    double truth = shape.truth();
    SplittableRandom random = new SplittableRandom(stories);
    int held = 0;
    int heldByDelta = 0;
    int whole = 0;
    int netHeld = 0;
    double width = 0;
    double netTruth = shape.netTruth();
    for (int week = 0; week < WEEKS; week++) {
      StorySums sums = shape.week(stories, random);
      Interval interval = sums.polarity().orElse(new Interval(0.0, -1.0, 1.0));
      held += holds(interval, truth) ? 1 : 0;
      whole += interval.low() == -1 && interval.high() == 1 ? 1 : 0;
      width += (interval.high() - interval.low()) / WEEKS;
      heldByDelta += holds(byDelta(sums), truth) ? 1 : 0;
      netHeld += holds(sums.netSentiment().orElseThrow(), netTruth) ? 1 : 0;
    }
    if (Boolean.getBoolean("newstide.show")) {
      System.err.printf(
          Locale.ROOT,
          "%d stories, %.2f, %.2f (polarity %.2f, net %.2f): delta %.1f%%, Fieller %.1f%%, -1 to 1"
              + " %.1f%%, mean width %.2f; net %.1f%%%n",
          stories,
          opinion,
          positive,
          truth,
          netTruth,
          100.0 * heldByDelta / WEEKS,
          100.0 * held / WEEKS,
          100.0 * whole / WEEKS,
          width,
          100.0 * netHeld / WEEKS);
    }
    assertThat(held / (double) WEEKS).isGreaterThanOrEqualTo(0.88);
    assertThat(held).as("beside the delta method").isGreaterThan(heldByDelta);
  }

  /** Stories of one kind. */
  private record Shape(double opinion, double positive) {
    StorySums week(int stories, SplittableRandom random) {
      StorySums sums = StorySums.NONE;
      for (int story = 0; story < stories; story++) {
        double part = sure(opinion, random);
        long u = Math.round(1e6 * part);
        long d = Math.round(1e6 * part * (2 * sure(positive, random) - 1));
        sums = sums.plus(new StorySums(1, d, u, d * d, u * u, d * u));
      }
      return sums;
    }

    double truth() {
      StorySums many = many();
      return (double) many.d() / many.u();
    }

    double netTruth() {
      return many().d() / 1e6 / TRUTH;
    }

    private StorySums many() {
      return week(TRUTH, new SplittableRandom(1954));
    }

    private static double sure(double middling, SplittableRandom random) {
      double logit = Math.log(middling / (1 - middling)) + SURENESS * gaussian(random);
      return 1 / (1 + Math.exp(-logit));
    }

    private static double gaussian(SplittableRandom random) {
      return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
          * Math.cos(2 * Math.PI * random.nextDouble());
    }
  }

  private static boolean holds(Interval interval, double truth) {
    return interval.low() <= truth && truth <= interval.high();
  }

  private static Interval byDelta(StorySums sums) {
    double n = sums.stories();
    double ratio = (double) sums.d() / sums.u();
    double squares = (sums.dd() - 2 * ratio * sums.du() + ratio * ratio * sums.uu()) / 1e12;
    double half =
        StudentT.quantile975(sums.stories() - 1)
            * Math.sqrt(Math.max(0, squares) * n / (n - 1))
            / (sums.u() / 1e6);
    return Interval.around(ratio, half);
  }
}
