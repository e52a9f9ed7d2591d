package org.newstide.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
 * Stated shares and what looks like them, passage by passage, as news words them. Analysts add
 * lines to {@code claim/passages.jsonl}: title, text and the shares, such as {@code "amazon 31"} or
 * {@code "microsoft 60-70"}. Passages and figures are made up; {@code limit} says why one is known
 * to be read otherwise.
 */
class PassagesTest {
  private static final MentionFinder MENTIONS =
      new MentionFinder(
          Catalog.load(Path.of(System.getProperty("newstide.root"), "conf", "catalog")));
  private static final ShareClaimFinder SHARES = new ShareClaimFinder();

  record Case(String id, String title, String text, List<String> shares, String limit) {}

  @TestFactory
  Stream<DynamicTest> everyPassageStatesItsShares() throws IOException {
    return cases().stream()
        .map(c -> DynamicTest.dynamicTest(c.id() + ": " + c.text(), () -> assertRead(c)));
  }

  private static void assertRead(Case c) {
    Set<String> read = shares(c);
    Set<String> stated = new TreeSet<>(c.shares());
    if (c.limit() == null) {
      assertThat(read).isEqualTo(stated);
    } else {
      assertThat(read).as("no limit any more: %s", c.limit()).isNotEqualTo(stated);
    }
  }

  private static Set<String> shares(Case c) {
    return claims(SHARES, c.title(), c.text()).stream()
        .map(StatedText::share)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The shares that a finder reads in a raw title and text. */
  static List<ShareClaim> claims(ShareClaimFinder finder, String title, String text) {
    Document document =
        new Document(
            TextCleaner.clean(title).text(), TextCleaner.clean(text).text(), Optional.empty());
    return finder.find(document, MENTIONS.find(document));
  }

  static List<Case> cases() throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (InputStream in = PassagesTest.class.getResourceAsStream("/claim/passages.jsonl")) {
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
