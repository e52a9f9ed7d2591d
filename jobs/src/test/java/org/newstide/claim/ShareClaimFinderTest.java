package org.newstide.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newstide.claim.StatedText.shares;

import org.junit.jupiter.api.Test;

class ShareClaimFinderTest {
  @Test
  void bracketsGiveEachNameItsFigure() {
    assertThat(
            shares(
                "According to Synergy Research Group, AWS held 31% of the cloud infrastructure"
                    + " market in Q4 2023, ahead of Azure (24%) and Google Cloud (11%)."))
        .containsExactly("amazon 31", "microsoft 24", "google 11");
  }

  @Test
  void respectivelyPairsNamesAndFiguresInOrder() {
    assertThat(
            shares(
                "AWS, Azure and Google Cloud hold 31%, 24% and 11% of the cloud market,"
                    + " respectively."))
        .containsExactly("amazon 31", "microsoft 24", "google 11");
  }

  @Test
  void fallToOneLevelFromAnotherStatesBoth() {
    assertThat(shares("AWS's share of the cloud market slipped to 31% from 33% a year earlier."))
        .containsExactly("amazon 31", "amazon 33");
  }

  @Test
  void rangesAndFractionsAreFigures() {
    assertThat(shares("Nvidia commands 80-85% of the AI chip market."))
        .containsExactly("nvidia 80-85");
    assertThat(shares("Microsoft has between 60 and 70 percent of the cloud gaming market."))
        .containsExactly("microsoft 60-70");
    assertThat(shares("AWS still owns roughly a third of the cloud market."))
        .containsExactly("amazon 33.3");
  }

  @Test
  void growthStakesStocksAndRevenueAreNoShares() {
    assertThat(shares("Azure revenue grew 29% while AWS rose 17% and Google Cloud gained 35%."))
        .isEmpty();
    assertThat(shares("Microsoft holds a 27% stake in OpenAI.")).isEmpty();
    assertThat(shares("Nvidia shares fell 4% on Tuesday and the share price is down 12%."))
        .isEmpty();
    assertThat(shares("AWS accounts for 17% of Amazon's revenue.")).isEmpty();
  }

  @Test
  void sharesOfAGroupBelongToNobody() {
    assertThat(shares("AWS, Microsoft and Google together control 66% of the cloud market."))
        .isEmpty();
  }
}
