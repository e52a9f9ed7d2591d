package org.newstide.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShiftFindingsTest {
  @Test
  void aFindingIsADifferenceOfLevelsAndNotByItselfAStep() {
    assertThat(step(true, false, 0.3).verdict())
        .isEqualTo("MOVED: the level differs; a step fits better than a straight drift, in");
    assertThat(step(true, true, 0.3).verdict())
        .isEqualTo("MOVED: the level differs; a straight drift fits better than a step; split at");
    assertThat(step(false, true, 0.3).verdict())
        .isEqualTo("no difference shown; the clearest step would be in");
  }

  @Test
  void aChangeOfWhichLessThanHalfHappenedWithinTheSourcesIsMostlyOneOfTheirMix() {
    assertThat(step(true, false, 0.19).verdict())
        .isEqualTo(
            "MOVED: the level differs, mostly by the mix of sources;"
                + " a step fits better than a straight drift, in");
    assertThat(step(true, false, 0.2).mostlyMix()).isFalse();
    assertThat(step(true, false, 0.7).mostlyMix()).isFalse();
    assertThat(step(true, false, -0.1).mostlyMix()).isTrue();
  }

  /** From 0.2 to 0.6, so much of it within the sources. */
  private static ShiftFindings.Step step(boolean isFinding, boolean isDrift, double within) {
    return new ShiftFindings.Step(
        "2024-W09",
        "2024-W08",
        "2024-W09",
        0.2,
        0.6,
        0.3,
        0.5,
        0.001,
        0.004,
        isFinding,
        isDrift,
        within,
        0.4 - within,
        List.of());
  }
}
