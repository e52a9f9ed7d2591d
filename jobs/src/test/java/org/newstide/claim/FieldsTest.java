package org.newstide.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.newstide.article.Document;
import org.newstide.article.TextCleaner;
import org.newstide.catalog.Catalog;
import org.newstide.mention.MentionFinder;

/**
 * Market, geography, period and publisher of stated shares. Analysts add lines to {@code
 * claim/fields.jsonl}: title, text and the claims, each as {@code share|market|geography|period|
 * publisher}, empty where the passage names none. All are published on 2024-02-10 and made up;
 * {@code limit} says why one is known to be read otherwise.
 */
class FieldsTest {
  private static final Optional<LocalDate> PUBLISHED = Optional.of(LocalDate.of(2024, 2, 10));
  private static final MentionFinder MENTIONS =
      new MentionFinder(
          Catalog.load(Path.of(System.getProperty("newstide.root"), "conf", "catalog")));
  private static final ShareClaimFinder SHARES = new ShareClaimFinder();

  record Case(String id, String title, String text, List<String> claims, String limit) {}

  @TestFactory
  Stream<DynamicTest> everyClaimHasTheFieldsThatItsPassageNames() throws IOException {
    return cases().stream()
        .map(c -> DynamicTest.dynamicTest(c.id() + ": " + c.text(), () -> assertRead(c)));
  }

  private static void assertRead(Case c) {
    Set<String> read = claims(c);
    Set<String> stated = new TreeSet<>(c.claims());
    if (c.limit() == null) {
      assertThat(read).isEqualTo(stated);
    } else {
      assertThat(read).as("no limit any more: %s", c.limit()).isNotEqualTo(stated);
    }
  }

  /** What is read in a passage, in the form of its labels. */
  static Set<String> claims(Case c) {
    Document document =
        new Document(
            TextCleaner.clean(c.title()).text(), TextCleaner.clean(c.text()).text(), PUBLISHED);
    return SHARES.find(document, MENTIONS.find(document)).stream()
        .map(FieldsTest::fields)
        .collect(Collectors.toCollection(TreeSet::new));
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

  static List<Case> cases() throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (InputStream in = FieldsTest.class.getResourceAsStream("/claim/fields.jsonl")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(
              line -> {
                try {
                  return json.readValue(line, new TypeReference<Case>() {});
                } catch (IOException e) {
                  throw new AssertionError(line, e);
                }
              })
          .toList();
    }
  }
}
