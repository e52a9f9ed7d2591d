package org.newstide.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newstide.article.PublishedAtParser;
import org.newstide.catalog.Catalog;
import org.newstide.ingest.RawArticle;
import org.newstide.reading.ArticleReader;
import org.newstide.sentiment.LinearSentiment;

class RowReaderTest {
  private static final ArticleReader READER =
      new ArticleReader(
          Catalog.load(Path.of(System.getProperty("newstide.root"), "conf", "catalog")),
          LinearSentiment.bundled());
  private static final ReadArticles.Rules RULES =
      new ReadArticles.Rules(
          "test",
          new PublishedAtParser(List.of(), ZoneOffset.UTC),
          LocalDate.parse("1990-01-01"),
          LocalDate.parse("2024-06-30"),
          WeekRange.EVERY,
          false);

  private final List<Row> staged = new ArrayList<>();
  private final RowReader rows = new RowReader(RULES, READER, staged::add);

  @Test
  void rowsWithAWordForNoAddressAreOneArticleOnlyWhereTheirWordsAreTheSame() {
    rows.read(row("N/A", "AWS grows"));
    rows.read(row("none", "AWS shrinks"));
    rows.read(row(" ", "AWS  grows!"));
    rows.read(row("17", "AWS grows"));
    rows.read(row("18", "AWS grows"));
    rows.finish();

    List<Row> matched = staged("MATCHED");
    assertThat(matched)
        .extracting(row -> reading(row, 0))
        .containsExactly(null, null, null, "17", "18");
    List<String> ids = matched.stream().map(row -> text(row, "article_id")).toList();
    assertThat(ids.get(2)).isEqualTo(ids.get(0));
    assertThat(Set.copyOf(ids)).hasSize(4);
  }

  @Test
  void rowsTooLargeToCarryAreToldApartByTheirHashAndFoundByTheirDate() {
    rows.read(tooLarge("", "2024-01-02", 1L));
    rows.read(tooLarge("-", "2024-01-03", 2L));
    rows.read(tooLarge("-", "2024-01-03", 2L));
    rows.read(tooLarge("https://a.example/1", "2024-01-03", 2L));

    List<Row> rejected = staged("REJECTED");
    assertThat(rejected)
        .extracting(row -> text(row, "excerpt"))
        .containsExactly(
            "source 'wire', date '2024-01-02'",
            "source 'wire', date '2024-01-03'",
            "source 'wire', date '2024-01-03'",
            "url 'https://a.example/1'");
    List<String> hashes = rejected.stream().map(row -> text(row, "article_id")).toList();
    assertThat(hashes.get(2)).isEqualTo(hashes.get(1));
    assertThat(Set.copyOf(hashes)).hasSize(3);
  }

  @Test
  void aBadDateIsShownWithWhereItStandsInTwoHundredCharacters() {
    rows.read(row("https://a.example/1", "AWS grows", "someday"));
    rows.read(row("n/a", "AWS grows", "someday"));
    rows.read(row("n/a", "AWS grows. ".repeat(30), "someday"));

    assertThat(staged("REJECTED"))
        .extracting(row -> text(row, "excerpt"))
        .startsWith(
            "date 'someday', url 'https://a.example/1'", "date 'someday', title 'AWS grows'")
        .allMatch(excerpt -> excerpt.length() <= 200);
  }

  private static RawArticle tooLarge(String url, String date, long versionHash) {
    byte[] none = {};
    return new RawArticle(
        "file", utf8(url), "wire", date, null, none, none, "", true, versionHash, "");
  }

  private static RawArticle row(String url, String title) {
    return row(url, title, "2024-01-02");
  }

  private static RawArticle row(String url, String title, String date) {
    return new RawArticle(
        "file", utf8(url), "wire", date, null, utf8(title), utf8(""), "", false, 1L, "");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<Row> staged(String kind) {
    return staged.stream().filter(row -> kind.equals(row.getString(0))).toList();
  }

  private static String text(Row row, String column) {
    return row.getString(Staged.SCHEMA.fieldIndex(column));
  }

  private static Object reading(Row row, int column) {
    return row.getStruct(Staged.SCHEMA.fieldIndex("reading")).get(column);
  }
}
