package org.newstide.relation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeldOutTest {
  private static final int NONE = 0;
  private static final int PARTNERSHIP = 1;
  private static final int TENSION = 3;

  @Test
  void aTieOfAnotherTypeCountsAsFoundOnly() {
    HeldOut heldOut = new HeldOut();
    heldOut.add(PARTNERSHIP, new double[] {0, 5, 0, 0, 0});
    heldOut.add(TENSION, new double[] {0, 5, 0, 0, 0});
    heldOut.add(TENSION, new double[] {9, 0, 0, 0, 0});
    heldOut.add(NONE, new double[] {9, 0, 0, 0, 0});
    assertThat(heldOut.quality(1, 0.5)).isEqualTo(new HeldOut.Quality(2, 3, 2, 1));
    assertThat(heldOut.quality(1, 0.5).anyF1()).isEqualTo(0.8);
    assertThat(heldOut.quality(1, 0.5).typedF1()).isEqualTo(0.4);
  }

  @Test
  void theThresholdPartsTiesFromNone() {
    HeldOut heldOut = new HeldOut();
    for (int i = 0; i < 10; i++) {
      heldOut.add(PARTNERSHIP, new double[] {0, 0.9, 0, 0, 0});
      heldOut.add(NONE, new double[] {1, 0, 0, 0, 0});
    }
    assertThat(heldOut.threshold(1)).isBetween(0.6, 0.73);
  }

  @Test
  void scoresThatAreTooSureAreScaledDown() {
    HeldOut heldOut = new HeldOut();
    for (int i = 0; i < 10; i++) {
      heldOut.add(i < 7 ? PARTNERSHIP : NONE, new double[] {0, 6, 0, 0, 0});
    }
    assertThat(heldOut.scale()).isLessThan(0.6);
  }
}
