package org.newstide.claim;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Market, geography, period and publisher of stated shares. Analysts add lines to {@code
 * claim/fields.jsonl}: title, text and the claims, each as {@code share|market|geography|period|
 * publisher}, empty where the passage names none. All are published on 2024-02-10 and made up;
 * {@code limit} says why one is known to be read otherwise.
 */
class FieldsTest {
  @TestFactory
  Stream<DynamicTest> everyClaimHasTheFieldsThatItsPassageNames() throws IOException {
    return LabelledPassage.tests(
        "/claim/fields.jsonl", Optional.of(LocalDate.of(2024, 2, 10)), FieldsTest::fields);
  }

  private static String fields(ShareClaim claim) {
    return String.join(
        "|",
        StatedText.share(claim),
        claim.market(),
        claim.geography().orElse(""),
        claim.period().orElse(""),
        claim.publisher().orElse(""));
  }
}
