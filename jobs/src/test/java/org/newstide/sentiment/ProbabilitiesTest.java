package org.newstide.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProbabilitiesTest {
  @Test
  void roundedOnesHaveSixDecimalsAndNeutralTakesTheRemainder() {
    Probabilities thirds = new Probabilities(1 / 3.0, 1 / 3.0, 1 / 3.0).rounded();
    assertThat(thirds).isEqualTo(new Probabilities(0.333333, 0.333334, 0.333333));
  }

  @Test
  void roundedOnesSumToOneInMillionths() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 1000; i++) {
      double negative = random.nextDouble();
      double positive = random.nextDouble() * (1 - negative);
      Probabilities rounded =
          new Probabilities(negative, 1 - negative - positive, positive).rounded();
      assertThat(
              Math.round(1e6 * rounded.negative())
                  + Math.round(1e6 * rounded.neutral())
                  + Math.round(1e6 * rounded.positive()))
          .isEqualTo(1_000_000);
    }
  }

  @Test
  void pooledOnesAreTheNormalisedGeometricMean() {
    Probabilities sure = new Probabilities(0.1, 0.1, 0.8);
    Probabilities torn = new Probabilities(0.4, 0.2, 0.4);

    Probabilities pooled = sure.pooled(torn, 0.5);

    double sum = Math.sqrt(0.04) + Math.sqrt(0.02) + Math.sqrt(0.32);
    assertThat(pooled.negative()).isCloseTo(Math.sqrt(0.04) / sum, within(1e-12));
    assertThat(pooled.neutral()).isCloseTo(Math.sqrt(0.02) / sum, within(1e-12));
    assertThat(pooled.positive()).isCloseTo(Math.sqrt(0.32) / sum, within(1e-12));
  }

  @Test
  void poolingIsTheSameToTheBitOnEveryMachine() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 100_000; i++) {
      double one = random.nextDouble(0.01, 1);
      double other = random.nextDouble(0.01, 1);
      double weight = random.nextDouble();
      double pooled =
          new Probabilities(one, one, one)
              .pooled(new Probabilities(other, other, other), weight)
              .negative();
      double mean = StrictMath.pow(one, 1 - weight) * StrictMath.pow(other, weight);
      assertThat(pooled).isEqualTo(mean / (mean + mean + mean));
    }
  }

  @Test
  void aWeightOfNothingOrAllPoolsToOneOfTheTwo() {
    Probabilities one = new Probabilities(0.1, 0.2, 0.7);
    Probabilities other = new Probabilities(0.3, 0.4, 0.3);

    assertThat(one.pooled(other, 0).positive()).isCloseTo(0.7, within(1e-12));
    assertThat(one.pooled(other, 1).neutral()).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void aZeroOfOneReaderCanBeOutweighedByTheOther() {
    Probabilities rounded = new Probabilities(0, 0.999, 0.001);
    Probabilities other = new Probabilities(0.999999, 0, 0.000001);

    assertThat(rounded.pooled(other, 0.9).label()).isEqualTo(Label.NEGATIVE);
  }
}
