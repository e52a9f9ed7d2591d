package org.newstide.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContrastTest {
  @Test
  void withEqualWeightsItIsWelchsT() {
    Contrast contrast = Contrast.at(figure(new double[] {1, 2, 3, 5, 7, 9, 11}, 1), 3);
    assertThat(contrast.difference()).isEqualTo(6);
    // variances 1 / 3 and (20 / 3) / 4, 4.0755 degrees of freedom: t between 2.7764 and 2.5706
    assertThat(contrast.margin()).isCloseTo(2.7574 * Math.sqrt(2), offset(1e-4));
    // (3² · 1 / 3 + 4² · 5 / 3) / 7
    assertThat(contrast.perObservation()).isCloseTo(89 / 21.0, offset(1e-12));
  }

  @Test
  void theMarginDoesNotDependOnTheUnitOfTheWeights() {
    double[] values = {1, 2, 3, 5, 7, 9, 11};
    assertThat(Contrast.at(figure(values, 40), 3).margin())
        .isCloseTo(Contrast.at(figure(values, 1), 3).margin(), offset(1e-12));
  }

  @Test
  void sidesWithoutScatterLeaveNoMargin() {
    assertThat(Contrast.at(figure(new double[] {1, 1, 1, 2, 2, 2}, 1), 3).margin()).isZero();
  }

  private static WeeklyValues figure(double[] values, double weight) {
    double[] weights = new double[values.length];
    Arrays.fill(weights, weight);
    return new WeeklyValues(IntStream.range(0, values.length).toArray(), values, weights);
  }
}
