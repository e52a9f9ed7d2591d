package org.newstide.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeeklyNoiseTest {
  private static final int WEEKS = 40;
  private static final int SPLIT = 20;

  /** Pairs of equal weeks of ten and of a thousand stories. */
  private static final double[] WEIGHTS =
      IntStream.range(0, WEEKS).mapToDouble(week -> week / 2 % 2 == 0 ? 10 : 1000).toArray();

  @Test
  void weeksThatScatterAsTheirStoriesSayDoSo() {
    WeeklyNoise noise = WeeklyNoise.of(scattered(weight -> 1 / Math.sqrt(weight)), SPLIT);
    assertThat(noise.deviations()[0]).isCloseTo(1 / Math.sqrt(10), offset(1e-9));
    assertThat(noise.deviations()[2]).isCloseTo(1 / Math.sqrt(1000), offset(1e-9));
  }

  @Test
  void busyWeeksThatScatterLikeQuietOnesAreNoSurer() {
    WeeklyNoise noise = WeeklyNoise.of(scattered(weight -> 0.1), SPLIT);
    assertThat(noise.deviations()[0]).isCloseTo(0.1, offset(1e-9));
    assertThat(noise.deviations()[2]).isCloseTo(0.1, offset(1e-9));
  }

  @Test
  void weeksThatTurnFromTheirNeighboursAreTakenForUnrelated() {
    assertThat(WeeklyNoise.of(scattered(weight -> 0.1), SPLIT).persistence()).isZero();
    assertThat(WeeklyNoise.of(scattered(weight -> 0.1), SPLIT).inflation()).isEqualTo(1);
  }

  @Test
  void aStepIsNoPersistence() {
    double[] values = new double[WEEKS];
    for (int week = 0; week < WEEKS; week++) {
      values[week] = (week < SPLIT ? 0 : 9) + (week % 2 == 0 ? 1 : -1);
    }
    assertThat(WeeklyNoise.of(figure(values), SPLIT).persistence()).isZero();
  }

  @Test
  void findsThePersistenceThatFittingHides() {
    SplittableRandom random = new SplittableRandom(8);
    double sum = 0;
    for (int series = 0; series < 200; series++) {
      WeeklyValues figure =
          new SimulatedFigure.Setting(WEEKS, 0.4, 0, 0, false, 1, 0).draw(random).figure();
      sum += WeeklyNoise.of(figure, Split.of(figure).at()).persistence();
    }
    assertThat(sum / 200).isCloseTo(0.4, offset(0.06));
  }

  @Test
  void inAnyOrderTheNoiseIsOfTheSameKind() {
    WeeklyValues figure =
        new SimulatedFigure.Setting(400, 0.5, 0, 0, false, 1, 0)
            .draw(new SplittableRandom(9))
            .figure();
    WeeklyNoise noise = WeeklyNoise.of(figure, Split.of(figure).at());
    double[] innovations = noise.innovations(figure.residuals(0));
    WeeklyValues again = figure.with(noise.residuals(innovations, new SplittableRandom(10)));
    assertThat(again.values()).isNotEqualTo(figure.values());
    WeeklyNoise same = WeeklyNoise.of(again, Split.of(again).at());
    assertThat(same.persistence()).isCloseTo(noise.persistence(), offset(0.1));
    assertThat(same.deviations()[0]).isCloseTo(noise.deviations()[0], offset(0.02));
  }

  private interface Deviation {
    double of(double weight);
  }

  /** Weeks in turn above and below 0 by their deviation. */
  private static WeeklyValues scattered(Deviation deviation) {
    double[] values = new double[WEEKS];
    for (int week = 0; week < WEEKS; week++) {
      values[week] = (week % 2 == 0 ? 1 : -1) * deviation.of(WEIGHTS[week]);
    }
    return new WeeklyValues(IntStream.range(0, WEEKS).toArray(), values, WEIGHTS);
  }

  private static WeeklyValues figure(double[] values) {
    double[] weights = new double[values.length];
    Arrays.fill(weights, 1);
    return new WeeklyValues(IntStream.range(0, values.length).toArray(), values, weights);
  }
}
