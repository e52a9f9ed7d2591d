package org.newstide.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

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
}
