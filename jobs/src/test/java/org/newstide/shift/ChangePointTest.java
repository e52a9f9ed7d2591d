package org.newstide.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangePointTest {
  private static final int WEEKS = 40;
  private static final double ALPHA = 0.05;

  @Test
  void findsAPlantedStepWithinOneWeek() {
    SplittableRandom random = new SplittableRandom(1);
    int close = 0;
    int found = 0;
    for (int series = 0; series < 100; series++) {
      // 30 stories a week; the share goes from 30% to 55% in week 24
      ChangePoint change = ChangePoint.of(shares(24, 0.30, 0.55, 30, random)).orElseThrow();
      close += Math.abs(change.week() - 24) <= 1 ? 1 : 0;
      found += change.p() < ALPHA ? 1 : 0;
    }
    assertThat(close).isGreaterThanOrEqualTo(95);
    assertThat(found).isGreaterThanOrEqualTo(95);
  }

  @Test
  void intervalsHoldThePlantedWeekAndDifference() {
    SplittableRandom random = new SplittableRandom(2);
    int weeks = 0;
    int differences = 0;
    for (int series = 0; series < 100; series++) {
      ChangePoint change = ChangePoint.of(shares(15, 0.40, 0.55, 30, random)).orElseThrow();
      weeks += change.firstWeek() <= 15 && 15 <= change.lastWeek() ? 1 : 0;
      differences += change.low() <= 0.15 && 0.15 <= change.high() ? 1 : 0;
    }
    assertThat(weeks).isGreaterThanOrEqualTo(90);
    assertThat(differences).isGreaterThanOrEqualTo(88);
  }

  /** Of 500 series at 5% some 25 are expected; 36 are the 99% bound of Binomial(500, 0.05). */
  @Test
  void namesNoMoreStepsThanTheErrorRateAllowsWhereNoneWasPlanted() {
    SplittableRandom random = new SplittableRandom(3);
    long found =
        IntStream.range(0, 500)
            .filter(
                series ->
                    ChangePoint.of(shares(0, 0.40, 0.40, 30, random)).orElseThrow().p() < ALPHA)
            .count();
    assertThat(found).isLessThanOrEqualTo(36);
  }

  /** Weeks that resemble their neighbours (autocorrelation 0.3) look like steps to a naive test. */
  @Test
  void toleratesWeeksThatResembleTheirNeighbours() {
    SplittableRandom random = new SplittableRandom(4);
    int found = 0;
    for (int series = 0; series < 500; series++) {
      double[] values = new double[WEEKS];
      double last = 0;
      for (int week = 0; week < WEEKS; week++) {
        last = 0.3 * last + SimulatedFigure.gaussian(random);
        values[week] = last;
      }
      found += ChangePoint.of(figure(values, 1)).orElseThrow().p() < ALPHA ? 1 : 0;
    }
    assertThat(found).isLessThanOrEqualTo(50);
  }

  @Test
  void weighsWeeksByTheirObservations() {
    double[] values = new double[20];
    Arrays.fill(values, 0, 10, 0.2);
    Arrays.fill(values, 10, 20, 0.6);
    double[] weights = new double[20];
    Arrays.fill(weights, 50);
    values[3] = 1; // one story
    weights[3] = 1;
    ChangePoint change =
        ChangePoint.of(new WeeklyValues(IntStream.range(0, 20).toArray(), values, weights))
            .orElseThrow();
    assertThat(change.week()).isEqualTo(10);
    assertThat(change.before()).isCloseTo(0.2018, offset(1e-4));
  }

  @Test
  void aStepWithoutNoiseIsSure() {
    double[] values = new double[WEEKS];
    Arrays.fill(values, 24, WEEKS, 0.5);
    assertThat(ChangePoint.of(figure(values, 10)))
        .contains(new ChangePoint(24, 24, 24, 0, 0.5, 0.5, 0.5, 0.001, false));
  }

  @Test
  void aLineThatRisesFromWeekToWeekIsADriftAndNoStep() {
    SplittableRandom random = new SplittableRandom(12);
    double[] values = new double[WEEKS];
    for (int week = 0; week < WEEKS; week++) {
      values[week] = 0.2 + 0.01 * week + 0.02 * SimulatedFigure.gaussian(random);
    }
    ChangePoint drift = ChangePoint.of(figure(values, 10)).orElseThrow();
    assertThat(drift.isDrift()).isTrue();
    assertThat(drift.hasSureSign()).as("the levels differ all the same").isTrue();
    assertThat(ChangePoint.of(shares(24, 0.30, 0.55, 30, random)).orElseThrow().isDrift())
        .isFalse();
  }

  @Test
  void saysNothingOfAFewWeeksOrOfWeeksThatAreAllEqual() {
    assertThat(ChangePoint.of(figure(new double[] {1, 2, 3, 4, 5, 6, 7}, 1))).isEmpty();
    assertThat(ChangePoint.of(figure(new double[WEEKS], 1))).isEmpty();
  }

  @Test
  void anIntervalIsCutToWhatTheFigureCanChangeBy() {
    ChangePoint wide = new ChangePoint(4, 3, 6, 0, 0.4, -1.2, 1.3, 0.5, false);

    ChangePoint share = wide.within(Measure.ALLIANCE.largestChange());

    assertThat(share.low()).isEqualTo(-1);
    assertThat(share.high()).isEqualTo(1);
    assertThat(wide.within(Measure.TONE.largestChange())).isEqualTo(wide);
  }

  @Test
  void sameFigureSameAnswer() {
    WeeklyValues figure = shares(20, 0.3, 0.4, 25, new SplittableRandom(5));
    assertThat(ChangePoint.of(figure)).isEqualTo(ChangePoint.of(figure));
  }

  private static WeeklyValues shares(
      int step, double before, double after, int stories, SplittableRandom random) {
    double[] values = new double[WEEKS];
    for (int week = 0; week < WEEKS; week++) {
      double share = week < step ? before : after;
      values[week] =
          random.doubles(stories).filter(drawn -> drawn < share).count() / (double) stories;
    }
    return figure(values, stories);
  }

  private static WeeklyValues figure(double[] values, double weight) {
    double[] weights = new double[values.length];
    Arrays.fill(weights, weight);
    return new WeeklyValues(IntStream.range(0, values.length).toArray(), values, weights);
  }
}
