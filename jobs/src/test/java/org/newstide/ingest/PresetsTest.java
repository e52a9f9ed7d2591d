package org.newstide.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newstide.SparkExtension;
import org.newstide.article.PublishedAtParser;
import org.newstide.config.InputConfig;
import org.newstide.config.NewstideConfig;

@ExtendWith(SparkExtension.class)
class PresetsTest {
  private static final Path ROOT = Path.of(System.getProperty("newstide.root"));
  private static final Path SHARED =
      Optional.ofNullable(System.getenv("NEWSTIDE_SHARED"))
          .map(Path::of)
          .orElse(ROOT.resolve("../shared"));

  @TempDir Path folder;

  @Test
  void ccNewsReadsACrawlersArticles(SparkSession spark) {
    spark
        .sql(
            """
            SELECT 'https://a.example/1' AS url, 'A News' AS sitename, 'a.example' AS host,
              '2024-01-02T08:00:00+01:00' AS date, 'AWS grows' AS title, 'Body one.' AS maintext,
              'en' AS language, 'warc-1' AS warc
            UNION ALL SELECT 'https://b.example/2', NULL, 'b.example', '2024-01-03', 'Azure grows',
              NULL, NULL, 'warc-2'
            """)
        .coalesce(1)
        .write()
        .parquet(folder.resolve("crawl").toString());

    assertThat(read(spark, "cc-news.conf", folder.resolve("crawl")))
        .containsExactly(
            tuple(
                "https://a.example/1",
                "A News",
                "2024-01-02T07:00:00Z",
                "AWS grows",
                "Body one.",
                "en"),
            tuple(
                "https://b.example/2", "b.example", "2024-01-03T00:00:00Z", "Azure grows", "", ""));
  }

  @Test
  void gdeltReadsDatesInDigits(SparkSession spark) {
    spark
        .sql(
            """
            SELECT 'https://a.example/1' AS DocumentIdentifier, 'a.example' AS SourceCommonName,
              20240102083000L AS DATE, 'AWS grows' AS title, 'Body one.' AS text,
              'TAX_FNCACT' AS V2Themes
            """)
        .coalesce(1)
        .write()
        .parquet(folder.resolve("gkg").toString());

    assertThat(read(spark, "gdelt.conf", folder.resolve("gkg")))
        .containsExactly(
            tuple(
                "https://a.example/1",
                "a.example",
                "2024-01-02T08:30:00Z",
                "AWS grows",
                "Body one.",
                ""));
  }

  @ParameterizedTest
  @CsvSource({
    "rss-feeds.conf, rss-2023-h1, 322877",
    "full-text.conf, fulltext-2017-2026, 25825",
    "tech-digests.conf, tech-digests-2018-2026, 38193"
  })
  void presetsFitTheirRealCorpora(String preset, String corpus, long rows, SparkSession spark) {
    Path place = SHARED.resolve("corpora").resolve(corpus);
    assumeTrue(Files.isDirectory(place), "skipped: there is no " + place);
    InputConfig input = input(preset, place);

    InputContract.Checked checked = InputContract.check(spark, input);

    assertThat(checked.rows()).hasValue(rows);
    assertThat(checked.notes()).isEmpty();
    DateSample dates = DateSample.take(spark, input, checked);
    assertThat(dates.unread()).isEmpty();
    assertThat(dates.rows()).isEqualTo(1000);
  }

  private static InputConfig input(String preset, Path corpus) {
    Path file = ROOT.resolve("conf/examples").resolve(preset);
    return NewstideConfig.load(file, Map.of("corpus.path", corpus.toString())).inputs().get(0);
  }

  private static List<org.assertj.core.groups.Tuple> read(
      SparkSession spark, String preset, Path corpus) {
    InputConfig input = input(preset, corpus);
    InputContract.Checked checked = InputContract.check(spark, input);
    PublishedAtParser dates = new PublishedAtParser(input.dateFormats(), input.zone());
    return CorpusReader.read(spark, input, checked, 1_000_000)
        .orderBy(RawArticle.URL)
        .collectAsList()
        .stream()
        .map(
            row ->
                tuple(
                    row.getAs(RawArticle.URL),
                    row.getAs(RawArticle.SOURCE),
                    dates
                        .parse(row.getAs(RawArticle.PUBLISHED_TEXT))
                        .map(Instant::toString)
                        .orElse(""),
                    row.getAs(RawArticle.TITLE),
                    row.getAs(RawArticle.BODY),
                    row.getAs(RawArticle.LANGUAGE)))
        .toList();
  }
}
