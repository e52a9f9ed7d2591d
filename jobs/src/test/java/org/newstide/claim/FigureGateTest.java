package org.newstide.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newstide.claim.ShareLexicon.Kind;

class FigureGateTest {
  private static final ShareClaimFinder GATED = new ShareClaimFinder();
  private static final ShareClaimFinder UNGATED = new ShareClaimFinder(false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Half of the cloud market belongs to Amazon.",
        "AWS holds 31 PERCENT of the cloud market.",
        "AWS has 31 Pct of the cloud market.",
        "AWS has 31pc of the cloud market.",
        "AWS has a 31-per-cent share of cloud spending",
        "AWS leads the cloud market with 31 pc",
        "Cloud market share: AWS 31pc",
        "Nvidia leads the GPU industry with 88%.",
        "Nvidia leads the GPU segment with 88%, ahead of AMD with 12%.",
        "Google has a 25% portion of all search traffic.",
        "Google answers nine out of ten searches.",
        "One of every four dollars spent on cloud services went to Microsoft."
      })
  void letsThroughWhatStatesAShare(String text) {
    assertThat(StatedText.claims(UNGATED, text)).isNotEmpty();
    assertThat(StatedText.claims(GATED, text)).isEqualTo(StatedText.claims(UNGATED, text));
  }

  @ParameterizedTest
  @EnumSource(names = {"SHARE", "PORTION", "DIVIDED", "CONTESTED"})
  void letsThroughEveryWordThatMakesAShare(Kind kind) {
    assertThat(ShareLexicon.bundled().words(kind))
        .allMatch(word -> new FigureGate(word).mayBeShare());
  }

  @Test
  void losesNoShareOfAnyPassageInAnyCase() throws Exception {
    for (LabelledPassage passage : LabelledPassage.read(PassagesTest.PASSAGES)) {
      for (String text :
          List.of(
              passage.text(),
              passage.text().toUpperCase(Locale.ROOT),
              passage.text().toLowerCase(Locale.ROOT))) {
        assertThat(LabelledPassage.claims(GATED, passage.title(), text, Optional.empty()))
            .as(text)
            .isEqualTo(LabelledPassage.claims(UNGATED, passage.title(), text, Optional.empty()));
      }
    }
  }

  @Test
  void keepsOutWhatHasNoFigure() {
    assertThat(mayState("In the third quarter, over three in all took half a step.")).isFalse();
    assertThat(mayState("In the last quarter, a thirsty firm fifthly held on.")).isFalse();
  }

  @Test
  void keepsOutPersonalComputers() {
    assertThat(mayState("Every PC maker sold PCs, UPCs and a pc.")).isFalse();
  }

  @Test
  void takesTimeLinearInSignsWithoutAWord() {
    FigureGate gate = new FigureGate("%".repeat(1_000_000));
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertThat(gate.mayBeShare()).isFalse());
  }

  @ParameterizedTest
  @ValueSource(strings = {"30% of", "30%+ of", "30% (of", "30%of", "30%, 20% OF"})
  void findsOfBehindASign(String text) {
    assertThat(new FigureGate(text).mayBeShare()).isTrue();
  }

  @Test
  void findsNoOfBehindAnotherWord() {
    assertThat(new FigureGate("30% up, of late").mayBeShare()).isFalse();
  }

  private static boolean mayState(String text) {
    return new FigureGate(text).mayState();
  }
}
