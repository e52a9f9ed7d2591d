package org.newstide.mention;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.newstide.article.Document;
import org.newstide.article.TextCleaner;
import org.newstide.catalog.Catalog;

/** Catalogs for tests: the shipped one, and small ones written in the test. */
final class TestCatalog {
  static final Catalog SHIPPED =
      Catalog.load(Path.of(System.getProperty("newstide.root"), "conf", "catalog"));

  private TestCatalog() {}

  static Catalog of(Path dir, String yaml) throws IOException {
    Files.writeString(dir.resolve("test.yaml"), yaml);
    return Catalog.load(dir);
  }

  /** A raw text as the job makes a document of it. */
  static Document document(String raw) {
    return new Document("", TextCleaner.clean(raw).text(), Optional.empty());
  }

  static Document document(String raw, String day) {
    return new Document("", TextCleaner.clean(raw).text(), Optional.of(LocalDate.parse(day)));
  }

  /** The surfaces of mentions, cut from the cleaned fields by their offsets. */
  static List<String> surfaces(Document document, List<Mention> mentions) {
    return mentions.stream()
        .map(m -> document.of(m.field()).substring(m.start(), m.end()))
        .toList();
  }
}
