package org.newstide.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.newstide.article.Document;
import org.newstide.article.TextCleaner;
import org.newstide.catalog.Catalog;
import org.newstide.mention.MentionFinder;

/**
 * A made-up passage and what it states.
 *
 * @param stated a text for each claim, in a form that the test of the file knows
 * @param limit why it is known to be read otherwise; null where it is not
 */
record LabelledPassage(
    String id,
    String title,
    String text,
    @JsonAlias({"shares", "claims"}) List<String> stated,
    String limit) {
  private static final MentionFinder MENTIONS =
      new MentionFinder(
          Catalog.load(Path.of(System.getProperty("newstide.root"), "conf", "catalog")));
  private static final ShareClaimFinder SHARES = new ShareClaimFinder();

  /** The passages of a resource, one JSON object a line. */
  static List<LabelledPassage> read(String resource) throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (InputStream in = LabelledPassage.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(
              line -> {
                try {
                  return json.readValue(line, new TypeReference<LabelledPassage>() {});
                } catch (IOException e) {
                  throw new AssertionError(line, e);
                }
              })
          .toList();
    }
  }

  /**
   * A test for each passage of a resource: what is read equals what is stated, unless a limit says
   * that it does not.
   *
   * @param form a claim as the resource words it
   */
  static Stream<DynamicTest> tests(
      String resource, Optional<LocalDate> published, Function<ShareClaim, String> form)
      throws IOException {
    return read(resource).stream()
        .map(
            passage ->
                DynamicTest.dynamicTest(
                    passage.id() + ": " + passage.text(),
                    () -> passage.assertRead(published, form)));
  }

  private void assertRead(Optional<LocalDate> published, Function<ShareClaim, String> form) {
    Set<String> read =
        claims(SHARES, title, text, published).stream()
            .map(form)
            .collect(Collectors.toCollection(TreeSet::new));
    if (limit == null) {
      assertThat(read).isEqualTo(new TreeSet<>(stated));
    } else {
      assertThat(read).as("no limit any more: %s", limit).isNotEqualTo(new TreeSet<>(stated));
    }
  }

  /** The shares that a finder reads in a raw title and text. */
  static List<ShareClaim> claims(
      ShareClaimFinder finder, String title, String text, Optional<LocalDate> published) {
    Document document =
        new Document(TextCleaner.clean(title).text(), TextCleaner.clean(text).text(), published);
    return finder.find(document, MENTIONS.find(document).mentions());
  }
}
