package org.newstide.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BalancedSharesTest {
  /** Amazon from the first week on, OpenAI as a newcomer of the fourth; nobody in the third. */
  private static BalancedShares shares() {
    BalancedShares shares = new BalancedShares(4);
    shares.add("amazon", "ai_partner", "organisation", 0, 1.0);
    shares.add("amazon", "ai_partner", "organisation", 1, 1.0);
    shares.add("amazon", "ai_partner", "organisation", 2, null);
    shares.add("amazon", "ai_partner", "organisation", 3, 0.6);
    shares.add("openai", "ai_partner", "organisation", 3, 0.4);
    return shares;
  }

  @Test
  void aNewcomerHadNothingInTheWeeksThatNamedOthersOnly() {
    assertThat(shares().of("openai").get("ai_partner")).containsExactly(0, 0, null, 4000);
  }

  @Test
  void aWeekThatNamesNobodyOfTheCategoryHasNoShares() {
    assertThat(shares().of("amazon").get("ai_partner")).containsExactly(10_000, 10_000, null, 6000);
  }

  @Test
  void whatOtherCategoriesOrLevelsNameMakesNoZero() {
    BalancedShares shares = shares();
    shares.add("amazon", "cloud_provider", "organisation", 1, 1.0);
    shares.add("chatgpt", "ai_partner", "offering", 3, 1.0);
    assertThat(shares.of("amazon").get("cloud_provider")).containsExactly(null, 10_000, null, null);
    assertThat(shares.of("chatgpt").get("ai_partner")).containsExactly(null, null, null, 10_000);
    assertThat(shares.of("openai")).containsOnlyKeys("ai_partner");
  }
}
