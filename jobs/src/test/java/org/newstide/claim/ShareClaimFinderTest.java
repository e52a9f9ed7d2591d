package org.newstide.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.newstide.claim.StatedText.claims;
import static org.newstide.claim.StatedText.shares;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.article.TextCleaner;

class ShareClaimFinderTest {
  @Test
  void bracketsGiveEachNameItsFigure() {
    assertThat(
            shares(
                "According to Synergy Research Group, AWS held 31% of the cloud infrastructure"
                    + " market in Q4 2023, ahead of Azure (24%) and Google Cloud (11%)."))
        .containsExactly("amazon 31", "microsoft 24", "google 11");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWS leads the cloud market with a share of 31%, ahead of Azure (about 24%).",
        "AWS leads the cloud market with a share of 31%, ahead of Azure (nearly 24%).",
        "Two firms lead the cloud market by share: one in Seattle (AWS 31%), one near it (Azure 24%)."
      })
  void aWordInBracketsBeforeAWholeFigureMakesItNoStockMove(String sentence) {
    assertThat(shares(sentence)).containsExactly("amazon 31", "microsoft 24");
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
  void aRivalOutsideTheCatalogKeepsItsFigure() {
    assertThat(shares("AMD now controls 24.1 percent of the CPU market, Intel 75.9 percent."))
        .containsExactly("amd 24.1");
    assertThat(shares("In search, Google has 85% of the market, compared to 9% for Yandex."))
        .containsExactly("google 85");
  }

  @Test
  void levelsBeforeAndAfterAChangeAreTwoClaimsWithTwoPeriods() {
    List<ShareClaim> claims =
        claims(
            "AWS's share of the cloud market slipped to 31% in Q4 2023 from 33% a year earlier.");
    assertThat(shares(claims)).containsExactly("amazon 31", "amazon 33");
    assertThat(claims)
        .extracting(claim -> claim.period().orElse(""))
        .containsExactly("2023-Q4", "2022-Q4");
  }

  @Test
  void rangesFractionsAndHedgesAreFigures() {
    assertThat(shares("Nvidia commands 80-85% of the AI chip market."))
        .containsExactly("nvidia 80-85");
    assertThat(shares("Microsoft has between 60 and 70 percent of the cloud gaming market."))
        .containsExactly("microsoft 60-70");
    assertThat(shares("AWS still owns a third of the cloud market."))
        .containsExactly("amazon 33.3");
    ShareClaim hedged = claims("Azure has just under 25% of the cloud market.").get(0);
    assertThat(hedged.low()).isEqualTo(25);
    assertThat(hedged.high()).isEqualTo(25);
    assertThat(hedged.approximate()).isTrue();
  }

  @Test
  void subscribersAndControlledBusinessAreDividedAmongRivals() {
    assertThat(shares("Amazon has 14% of the world's podcast subscribers."))
        .containsExactly("amazon 14");
    assertThat(shares("Google keeps winning: it retains 84% of the European search business."))
        .containsExactly("google 84");
  }

  @Test
  void aSentenceWithoutEndTakesLinearTime() {
    String text = "AWS has 31% of the cloud market and Azure 25% of it in 2023, ".repeat(10_000);
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertThat(claims(text)).isNotEmpty());
  }

  @Test
  void aListSharesTheMarketThatItsEndNames() {
    List<ShareClaim> claims =
        claims(
            "Canalys put AWS at 30%, Azure at 26% and Google Cloud at 9% of global cloud"
                + " infrastructure spending.");
    assertThat(shares(claims)).containsExactly("amazon 30", "microsoft 26", "google 9");
    assertThat(claims).extracting(ShareClaim::market).containsOnly("cloud infrastructure spending");
    assertThat(claims).extracting(claim -> claim.geography().orElse("")).containsOnly("global");
  }

  @Test
  void aBareFigureGoesOnWithThePassageBefore() {
    assertThat(
            shares(
                "AWS is the largest provider, with 31% of the cloud market."
                    + " Microsoft is second at 24%. Google trails at 11%."))
        .containsExactly("amazon 31", "microsoft 24", "google 11");
  }

  @Test
  void theCompanyAndItMeanTheNameBefore() {
    assertThat(shares("Nvidia reports today. The chipmaker has 80% of the AI chip market."))
        .containsExactly("nvidia 80");
    assertThat(
            shares(claims("Nvidia loses ground", "Its share of the AI chip market fell to 80%.")))
        .containsExactly("nvidia 80");
  }

  @Test
  void tablesFlattenedToTextGiveEachRowItsFigure() {
    assertThat(shares("Provider Market share Q4 2023 AWS 31% Azure 24% Google Cloud 11%"))
        .containsExactly("amazon 31", "microsoft 24", "google 11");
    assertThat(shares("| Provider | Share |\n|---|---|\n| AWS | 31% |\n| Azure | 24% |"))
        .containsExactly("amazon 31", "microsoft 24");
  }

  @Test
  void rowsOfAMarkedTableGiveEachNameItsFigure() {
    String table =
        "<p>Shares of the cloud market:</p><table><tr><th>Provider</th><th>Market share</th></tr>"
            + "<tr><td>AWS</td><td>31%</td></tr><tr><td>Azure</td><td>24%</td></tr></table>";

    assertThat(shares(TextCleaner.text(table))).containsExactly("amazon 31", "microsoft 24");
  }

  @Test
  void columnsOfATableGiveEachNameItsFigure() {
    assertThat(
            shares(
                "| Feature | AWS | Azure | Google Cloud |\n|---|---|---|---|\n"
                    + "| Market share | ~31% | ~24% | ~11% |"))
        .containsExactly("amazon 31", "microsoft 24", "google 11");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Azure revenue grew 29% while AWS rose 17% and Google Cloud gained 35%.",
        "Microsoft holds a 27% stake in OpenAI.",
        "Microsoft owns 49% of OpenAI.",
        "Nvidia shares fell 4% on Tuesday and the share price is down 12%.",
        "Nvidia (NVDA -2.64%) fights AMD (AMD +1.20%) for market share.",
        "AWS accounts for 17% of Amazon's revenue.",
        "Oracle gets 40% of its sales from the cloud.",
        "About 70% of companies use ChatGPT, and 45% of developers use Azure.",
        "Nvidia accounts for 2.7% of the fund's holdings.",
        "AMD gained 2.5% market share from Intel.",
        "Nvidia lost 5% of its market share.",
        "OpenAI pays Microsoft a 20% revenue share.",
        "The new target implies an upside in AMD shares of nearly 18%.",
        "Oracle makes up 40% of the cloud business of a supplier.",
      })
  void growthStakesStocksSurveysAndPartsOfACompanyAreNoShares(String sentence) {
    assertThat(shares(sentence)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWS, Microsoft and Google together control 66% of the cloud market.",
        "Amazon, Microsoft and Google account for 63% of spending on cloud infrastructure.",
        "The three providers hold a combined 63% of the cloud market."
      })
  void sharesOfAGroupBelongToNobody(String sentence) {
    assertThat(shares(sentence)).isEmpty();
  }

  @Test
  void eachMemberOfAGroupCanHoldTheSameShare() {
    assertThat(shares("Microsoft and AWS each have 40% of the UK cloud market."))
        .containsExactly("microsoft 40", "amazon 40");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nvidia is expected to hold 75% of the AI chip market.",
        "Google's share of the search market could fall to 50%.",
        "By 2027 Nvidia has 75% of the AI chip market."
      })
  void forecastsAreNoShares(String sentence) {
    assertThat(shares(sentence)).isEmpty();
  }

  @Test
  void aClaimNamesMarketGeographyPeriodPublisherAndEvidence() {
    String sentence =
        "AWS held 31% of the global cloud infrastructure market in the fourth quarter of 2023,"
            + " according to Synergy Research Group.";
    ShareClaim claim = claims("Amazon reports today. " + sentence).get(0);
    assertThat(claim.market()).isEqualTo("cloud infrastructure market");
    assertThat(claim.geography()).contains("global");
    assertThat(claim.period()).contains("2023-Q4");
    assertThat(claim.publisher()).contains("Synergy Research Group");
    assertThat(claim.evidence().start()).isEqualTo("Amazon reports today. ".length());
    assertThat(claim.evidence().end() - claim.evidence().start()).isEqualTo(sentence.length());
  }

  @Test
  void headlineAndTextAreOneClaimWithTheFieldsOfBoth() {
    ShareClaim claim =
        claims(
                "Azure holds 25% of the cloud market",
                "Microsoft took 25% in the fourth quarter of 2023, Canalys said.")
            .get(0);
    assertThat(claim.market()).isEqualTo("cloud market");
    assertThat(claim.period()).contains("2023-Q4");
    assertThat(claim.publisher()).contains("Canalys");
    assertThat(claim.field()).isEqualTo(Field.TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWS has 31pc of the cloud market.",
        "AWS has 31 pc of the cloud market.",
        "AWS has 31 per cent of the cloud market.",
        "AWS has a 31-per-cent share of the cloud market.",
        "AWS: its share of the cloud market is 31pc"
      })
  void aPercentageHasManySpellings(String text) {
    assertThat(shares(text)).containsExactly("amazon 31");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "At $5 per month Google is cheap, but AWS has 31% of the cloud market.",
        "AWS has 31% of the cloud market, or $40 per Azure customer.",
        "Nvidia data center chips sell well, and AWS has 31% of the cloud market.",
        "AWS has 31% of the cloud market, said China.",
        "Analysts said AWS has 31% of the cloud market."
      })
  void nobodyIsCited(String text) {
    assertThat(claims(text).get(0).publisher()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a year earlier=2022-Q3",
        "two years before=2021-Q3",
        "the quarter before=2023-Q2",
        "in the previous year=2022",
        "in the year-ago quarter=2022-Q3",
        "in the same period last year=2022-Q3",
        "in Q1 2023=2023-Q1",
        "="
      })
  void aTimeToldFromAnotherIsNormalised(String example) {
    String[] wordsAndLabel = example.split("=", -1);
    List<ShareClaim> claims =
        claims("AWS had 31% of the cloud market in Q3 2023, up from 30% " + wordsAndLabel[0] + ".");
    assertThat(claims)
        .extracting(claim -> claim.period().orElse(""))
        .containsExactly("2023-Q3", wordsAndLabel[1]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Azure's share of the cloud market: 20% (down from 23%).",
        "Azure's share of the cloud market slipped to 20% from about 23%.",
        "Azure's share of the cloud market fell from 23% to 20%.",
        "Azure's share of the cloud market fell from 23 to 20 percent in Q3 2023."
      })
  void aFigureThatIsToldAsTheOneBeforeIsFormer(String text) {
    assertThat(claims(text))
        .allSatisfy(
            claim -> {
              assertThat(claim.former()).isEqualTo(claim.low() == 23);
              assertThat(claim.period().isPresent() && claim.former()).isFalse();
            })
        .extracting(ShareClaim::low)
        .containsExactlyInAnyOrder(20.0, 23.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Azure's share of the cloud market is 20%, down from 23% in 2022.",
        "Azure's share of the cloud market is 20%, down from 23% a year earlier.",
        "Azure's share of the cloud market ranges from 20% to 23%.",
        "Azure holds 20% of the cloud market, compared with 9% for Google."
      })
  void aFigureOfATimeThatIsToldARangeAndARivalAreNotFormer(String text) {
    assertThat(claims(text)).isNotEmpty().noneMatch(ShareClaim::former);
  }

  @Test
  void aFormerShareHasItsOwnWordForAPeriod() {
    List<ShareClaim> claims =
        claims("Azure's share of the cloud market slipped to 20% in 2023 from 23%.");
    assertThat(claims)
        .extracting(claim -> claim.periodOrEarlier().orElse(""))
        .containsExactly("2023", ShareClaim.EARLIER);
  }

  @Test
  void aFormerShareOfTheHeadlineHasTheTimeThatTheTextTells() {
    List<ShareClaim> claims =
        claims(
            "Azure slips to 20% of the cloud market from 23%",
            "Microsoft's share was 20% in 2023, down from 23% in 2022.");
    assertThat(claims)
        .extracting(claim -> claim.periodOrEarlier().orElse(""))
        .containsExactly("2023", "2022");
  }

  @Test
  void placesBelongToTheGeography() {
    List<ShareClaim> claims =
        claims(
            "AWS has 31% of the Asia-Pacific cloud market. Google has 9% of the U.S. cloud market."
                + " Oracle has 3% of the cloud market in South Korea.");
    assertThat(claims).extracting(ShareClaim::market).containsOnly("cloud market");
    assertThat(claims)
        .extracting(claim -> claim.geography().orElse(""))
        .containsExactly("Asia-Pacific", "U.S.", "South Korea");
  }

  @Test
  void theMarketIsTheOneNamedLast() {
    ShareClaim claim = claims("The cloud market keeps growing. AWS has 31% of the market.").get(0);
    assertThat(claim.market()).isEqualTo("cloud market");
  }

  @Test
  void whoSpeaksIsKnownFromTheSentenceBefore() {
    ShareClaim claim =
        claims("Canalys published a note. AWS has 31% of the cloud market, it says.").get(0);
    assertThat(claim.publisher()).isEmpty();
    claim = claims("Canalys said so on Monday. AWS has 31% of the cloud market, it says.").get(0);
    assertThat(claim.publisher()).contains("Canalys");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"in 2022=2022", "in Q3 2023=2023-Q3", "last year=2023", "in 3Q23=2023-Q3"})
  void periodsAreNormalisedToQuarterOrYear(String example) {
    String[] wordsAndLabel = example.split("=");
    String text = "AWS had 31% of the cloud market " + wordsAndLabel[0] + ".";
    assertThat(claims(text).get(0).period()).contains(wordsAndLabel[1]);
  }

  @Test
  void aDocumentWithoutNamesOrFiguresHasNoClaims() {
    assertThat(shares("AWS leads the cloud market.")).isEmpty();
    assertThat(shares("The leader holds 31% of the cloud market.")).isEmpty();
    assertThat(new ShareClaimFinder().find(new Document("", "", Optional.empty()), List.of()))
        .isEmpty();
  }

  @Test
  void aSerializedFinderFindsTheSame() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new ShareClaimFinder());
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      ShareClaimFinder copy = (ShareClaimFinder) in.readObject();
      assertThat(shares(StatedText.claims(copy, "Nvidia has 80% of the AI chip market.")))
          .containsExactly("nvidia 80");
    }
  }
}
