package org.newstide.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.newstide.sentiment.Label;
import org.newstide.synthetic.TruthReport.Basis;
import org.newstide.synthetic.TruthReport.Estimate;
import org.newstide.synthetic.TruthReport.Reading;
import org.newstide.synthetic.TruthReport.Share;

class TruthReportTest {
  /** Planted net sentiment 0.4. */
  private static final Tones TONES = new Tones(0.1, 0.4, 0.5);

  private static final Estimate HOLDS = new Estimate("organisation", 9, TONES, 0.35, 0.2, 0.5);
  private static final Estimate MISSES = new Estimate("organisation", 9, TONES, 0.2, 0.1, 0.3);

  @Test
  void theMeanShareErrorIsInPointsAndPerBasis() {
    TruthReport report =
        report(
            List.of(
                new Share(Basis.STORIES, 0.3, 0.30, 0.31),
                new Share(Basis.STORIES, 0.7, 0.70, 0.67),
                new Share(Basis.MENTIONS, 0.5, 0.5, 0.5)),
            List.of(HOLDS));
    assertThat(report.meanShareError(Basis.STORIES)).isCloseTo(2.0, within());
    assertThat(report.meanShareError(Basis.MENTIONS)).isZero();
  }

  @Test
  void theCoverageIsThePartOfIntervalsThatHoldThePlantedNetSentiment() {
    assertThat(report(List.of(), List.of(HOLDS, HOLDS, HOLDS, MISSES)).coverage()).isEqualTo(0.75);
  }

  @Test
  void whatTheReaderLosesShowsInTheCoverageOfThePlantedMixAlone() {
    // Positive stories are read as 0.6, so the planted mix is read as 0.5 * 0.6 - 0.1 = 0.2.
    List<Reading> readings =
        List.of(
            new Reading(Label.NEGATIVE, true, 100, -1, 1),
            new Reading(Label.NEUTRAL, true, 400, 0, 1),
            new Reading(Label.POSITIVE, true, 300, 0.8, 1),
            new Reading(Label.POSITIVE, false, 300, 0.4, 1));
    TruthReport report = new TruthReport(List.of(), List.of(), readings, List.of(MISSES));
    assertThat(report.coverage()).isZero();
    assertThat(report.coverageAsRead()).isEqualTo(1);
  }

  @Test
  void boundsHoldBetween90And99PercentAndWithinHalfAPoint() {
    assertThat(report(share(0.004), covered(95)).isWithinBounds()).isTrue();
    assertThat(report(share(0.006), covered(95)).isWithinBounds()).isFalse();
    assertThat(report(share(0.004), covered(89)).isWithinBounds()).isFalse();
    assertThat(report(share(0.004), covered(90)).isWithinBounds()).isTrue();
    assertThat(report(share(0.004), covered(99)).isWithinBounds()).isTrue();
    assertThat(report(share(0.004), covered(100)).isWithinBounds()).isFalse();
  }

  private static List<Share> share(double error) {
    return List.of(new Share(Basis.SOURCE_BALANCED, 0.5, 0.5, 0.5 + error));
  }

  /** A hundred estimates of which so many hold the truth. */
  private static List<Estimate> covered(int holding) {
    List<Estimate> estimates = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      estimates.add(i < holding ? HOLDS : MISSES);
    }
    return estimates;
  }

  private static TruthReport report(List<Share> shares, List<Estimate> estimates) {
    return new TruthReport(List.of(), shares, List.of(), estimates);
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-9);
  }
}
