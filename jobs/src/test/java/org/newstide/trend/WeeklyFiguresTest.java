package org.newstide.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.Random;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** The formulas behind the weekly tables, without Spark. */
class WeeklyFiguresTest {
  private static final LocalDate MONDAY = LocalDate.parse("2024-03-04");

  @Test
  void aFlatPastIsMeasuredAgainstTheSpreadOfACount() {
    // Median 3, MAD 0: the scale is 1 / sqrt(1 + 3).
    assertThat(Spike.score(7, new long[] {3, 3, 3, 3, 3, 3, 3, 3}, 8).getAsDouble())
        .isCloseTo((Math.log(8) - Math.log(4)) * 2, within(1e-6));
    assertThat(Spike.score(3, new long[] {3, 3, 3, 3}, 8)).hasValue(0);
    assertThat(Spike.score(0, new long[] {0, 0, 0, 0, 0}, 8)).hasValue(0);
  }

  @Test
  void anUnsteadyPastIsMeasuredAgainstItsMedianDeviation() {
    // 1 + y: 10, 20, 40, 80, 160; median 40, deviations log 4, log 2, 0, log 2, log 4.
    assertThat(Spike.score(319, new long[] {9, 19, 39, 79, 159}, 5).getAsDouble())
        .isCloseTo(Math.log(8) / (1.4826 * Math.log(2)), within(1e-6));
  }

  @Test
  void oneWildWeekOfThePastDoesNotHideASpike() {
    long[] calm = {4, 5, 4, 6, 5, 4, 5, 5};
    long[] wild = {4, 5, 4, 6, 5, 4, 5, 900};
    assertThat(Spike.score(40, wild, 8)).isEqualTo(Spike.score(40, calm, 8));
  }

  @Test
  void lessThanHalfOfThePastGivesNoSpike() {
    assertThat(Spike.score(9, new long[] {1, 1, 1}, 8)).isEmpty();
    assertThat(Spike.score(9, new long[] {1, 1, 1, 1}, 8)).isPresent();
    assertThat(Spike.score(9, new long[] {}, 1)).isEmpty();
  }

  @Test
  void anUnmeasuredWeekIsUnknownAndAnUnnamedEntityIsZero() {
    Standings standings = new Standings(4);
    standings.add(MONDAY.minusWeeks(3), "amazon", 2);
    standings.add(MONDAY.minusWeeks(2), "amazon", 2);
    standings.add(MONDAY, "amazon", 3);
    standings.add(MONDAY, "microsoft", 1);

    assertThat(standings.share(MONDAY, "microsoft")).hasValue(0.25);
    assertThat(standings.share(MONDAY.minusWeeks(2), "microsoft")).hasValue(0);
    assertThat(standings.share(MONDAY.minusWeeks(1), "amazon")).isEmpty();
    assertThat(standings.change(MONDAY, "amazon")).isEmpty();
    assertThat(standings.change(MONDAY.minusWeeks(2), "amazon")).hasValue(0);
    // Two of four weeks are known; microsoft has no story in either.
    assertThat(standings.spike(MONDAY, "microsoft")).isEqualTo(Spike.score(1, new long[2], 4));
    assertThat(standings.spike(MONDAY.minusWeeks(2), "amazon")).isEqualTo(OptionalDouble.empty());
  }

  @Test
  void netSentimentCoversTheTruthInNineteenOfTwentyWeeks() {
    Random random = new Random(11);
    int covered = 0;
    int polarityCovered = 0;
    for (int week = 0; week < 2000; week++) {
      long[] sums = new long[5];
      for (int story = 0; story < 12; story++) {
        double mood = random.nextDouble(); // p(positive) - p(negative) has mean 0.2
        add(sums, 0.1 + 0.2 * random.nextDouble(), 0.2 + 0.4 * mood);
      }
      StorySums stories = new StorySums(12, sums[0], sums[1], sums[2], sums[3], sums[4]);
      covered += holds(stories.netSentiment().orElseThrow(), 0.4 - 0.2);
      polarityCovered += holds(stories.polarity().orElseThrow(), (0.4 - 0.2) / (0.4 + 0.2));
    }
    assertThat(covered / 2000.0).isBetween(0.935, 0.97);
    assertThat(polarityCovered / 2000.0).isBetween(0.93, 0.97);
  }

  /** Fieller's bounds are the roots of (mean d - r * mean u)² = t² * variance of d - r * u. */
  @Test
  void thePolarityOfAFewStoriesHasFiellersInterval() {
    StorySums five =
        sums(new double[] {0.5, -0.1, 0.2, 0.3, -0.2}, new double[] {0.6, 0.3, 0.4, 0.8, 0.5});
    Interval polarity = five.polarity().orElseThrow();
    assertThat(polarity.estimate()).isCloseTo(0.7 / 2.6, within(1e-6));
    // 0.213356 r² - 2 * 0.024236 r - 0.108364 = 0
    assertThat(polarity.low()).isCloseTo(-0.608075, within(1e-6));
    assertThat(polarity.high()).isCloseTo(0.835259, within(1e-6));
  }

  @Test
  void whereMostStoriesAreNeutralThePolarityOfAFewOfThemMayBeAnything() {
    StorySums one =
        sums(new double[] {0.8, 0.01, 0, 0, 0}, new double[] {0.9, 0.02, 0.01, 0.01, 0.01});
    assertThat(one.polarity()).contains(Interval.of(0.81 / 0.95, -1, 1));
  }

  @Test
  void storiesThatAllReadAlikeLeaveNoDoubtOfThePolarity() {
    StorySums alike = sums(new double[] {0.2, 0.2, 0.2}, new double[] {0.3, 0.3, 0.3});
    assertThat(alike.polarity()).contains(Interval.of(2 / 3.0, 2 / 3.0, 2 / 3.0));
  }

  @Test
  void oneStoryHasNoInterval() {
    StorySums one = new StorySums(1, 500_000, 500_000, 250_000_000_000L, 250_000_000_000L, 0);
    assertThat(one.netSentiment()).isEmpty();
    assertThat(one.polarity()).isEmpty();
    assertThat(new StorySums(9, 0, 0, 0, 0, 0).polarity()).as("nothing but neutral").isEmpty();
    assertThat(new StorySums(9, 0, 0, 0, 0, 0).netSentiment()).contains(Interval.around(0, 0));
  }

  @Test
  void theBalanceOfFewTiesIsUncertain() {
    assertThat(Interval.balance(1, 0).estimate()).isEqualTo(1);
    assertThat(Interval.balance(1, 0).low()).isCloseTo(2 * 0.206549 - 1, within(1e-5));
    assertThat(Interval.balance(1, 0).high()).isEqualTo(1);
    assertThat(Interval.balance(50, 50).estimate()).isEqualTo(0);
    assertThat(Interval.balance(50, 50).high()).isCloseTo(2 * 0.596168 - 1, within(1e-5));
  }

  @Test
  void quantilesOfStudentsTAreExact() {
    for (int freedom : new int[] {1, 4, 29, 200, 201, 1000, 100_000}) {
      assertThat(StudentT.quantile975(freedom))
          .isCloseTo(new TDistribution(freedom).inverseCumulativeProbability(0.975), within(2e-6));
    }
  }

  @Test
  void betweenWholeDegreesOfFreedomQuantilesAreNeverTooSmall() {
    for (double freedom : new double[] {2, 2.42, 3.5, 4.9, 37.3, 200.5}) {
      double exact = new TDistribution(freedom).inverseCumulativeProbability(0.975);
      assertThat(StudentT.quantile975(freedom)).isBetween(exact - 2e-6, 1.017 * exact);
    }
  }

  @Test
  void aWeekStaysProvisionalForTheLookback() {
    TrendSettings settings = new TrendSettings(5, 2, 8, MONDAY.plusDays(6));
    assertThat(settings.isProvisional(MONDAY)).isTrue();
    assertThat(settings.isProvisional(MONDAY.minusWeeks(1))).isTrue();
    assertThat(settings.isProvisional(MONDAY.minusWeeks(2))).isFalse();
    assertThat(new TrendSettings(5, 2, 8, MONDAY).isProvisional(MONDAY.minusWeeks(2))).isFalse();
  }

  @Test
  void settingsThatMeanNothingAreRefused() {
    assertThatThrownBy(() -> new TrendSettings(5, -1, 8, MONDAY))
        .hasMessage("lookback_weeks must be at least 0 and spike_weeks at least 1, not -1 and 8");
    assertThat(new TrendSettings(0, 3, 8, MONDAY).minStories()).isEqualTo(2);
  }

  private static StorySums sums(double[] ofD, double[] ofU) {
    StorySums sums = StorySums.NONE;
    for (int story = 0; story < ofD.length; story++) {
      long d = Math.round(1e6 * ofD[story]);
      long u = Math.round(1e6 * ofU[story]);
      sums = sums.plus(new StorySums(1, d, u, d * d, u * u, d * u));
    }
    return sums;
  }

  /** Adds a story to d, u, dd, uu, du. */
  private static void add(long[] sums, double negative, double positive) {
    long d = Math.round(positive * 1e6) - Math.round(negative * 1e6);
    long u = Math.round(positive * 1e6) + Math.round(negative * 1e6);
    long[] story = {d, u, d * d, u * u, d * u};
    for (int i = 0; i < sums.length; i++) {
      sums[i] += story[i];
    }
  }

  private static int holds(Interval interval, double truth) {
    return interval.low() <= truth && truth <= interval.high() ? 1 : 0;
  }
}
