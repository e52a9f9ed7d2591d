package org.newstide.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.newstide.SampleLakeExtension;
import org.newstide.SparkExtension;
import org.newstide.table.Lake;
import org.newstide.table.LakeTable;

/**
 * The questions of {@code scripts/sql}, answered over the sample. {@code docs/queries.md} shows the
 * answers; -Dnewstide.update=true rewrites it.
 */
@ExtendWith({SparkExtension.class, SampleLakeExtension.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueriesPageTest {
  private static final Path ROOT = Path.of(System.getProperty("newstide.root"));
  private static final Path QUESTIONS = ROOT.resolve("scripts/sql");
  private static final Path PAGE = ROOT.resolve("docs/queries.md");

  private LakeQuery query;

  @BeforeAll
  void openTheSample(SparkSession spark, Lake lake) {
    query = LakeQuery.over(spark, lake);
  }

  @Test
  void thePageShowsEveryQuestionWithItsAnswer() throws IOException {
    assertThat(files()).hasSize(12);
    String page = page();
    if (Boolean.getBoolean("newstide.update")) {
      Files.writeString(PAGE, page);
    }
    String written = Files.readString(PAGE);
    assertThat(withoutAnswers(written))
        .as("mvn test -Dtest=QueriesPageTest -Dnewstide.update=true writes docs/queries.md again")
        .isEqualTo(withoutAnswers(page));
    // A better model moves the sample's figures: the answers are held to the lake they came from.
    if (written.contains(lakeHash())) {
      assertThat(written).isEqualTo(page);
    } else {
      System.out.println("docs/queries.md shows the answers of an older lake; write it again");
    }
  }

  @Test
  void evidenceHoldsOneRowForEachStoryOfTheFigureAndItsTonesAverageToIt() throws IOException {
    Row figure =
        query
            .rows(
                "SELECT stories, net_sentiment FROM entity_week WHERE week_label = '2025-W05'"
                    + " AND entity_id = 'deepseek' AND category = 'ai_partner'",
                "test")
            .head();
    List<Row> evidence = answer("evidence_for_a_number");
    assertThat(evidence).hasSize((int) figure.getLong(0)).hasSizeGreaterThan(5);
    assertThat(evidence.stream().mapToDouble(row -> row.getAs("tone")).average().orElseThrow())
        .isCloseTo(figure.getDouble(1), org.assertj.core.data.Offset.offset(0.006));
    assertThat(evidence)
        .extracting(row -> row.<String>getAs("title"))
        .contains("Italy blocks DeepSeek over privacy");
  }

  @Test
  void coverageCountsEveryArticleOfTheSampleOnce() throws IOException {
    long lines = Files.lines(ROOT.resolve("conf/sample/articles.jsonl")).count();
    long withoutWeek =
        query.rows("SELECT sum(rows) FROM quarantine", "test").head().getLong(0)
            - sum("corpus_coverage", "quarantined");
    assertThat(sum("corpus_coverage", "read") + withoutWeek).isEqualTo(lines);
    assertThat(sum("corpus_coverage", "read"))
        .isEqualTo(
            sum("corpus_coverage", "accepted")
                + sum("corpus_coverage", "duplicates")
                + sum("corpus_coverage", "quarantined"));
  }

  @Test
  void firstMentionsAreTheEarliestOfAll() throws IOException {
    Row deepseek =
        answer("first_mention").stream()
            .filter(row -> row.getAs("entity_id").equals("deepseek"))
            .findFirst()
            .orElseThrow();
    assertThat(deepseek.<Object>getAs("day")).hasToString("2024-12-26");
    assertThat(deepseek.<String>getAs("title")).isEqualTo("DeepSeek V3 impresses at low cost");
  }

  @Test
  void statedSharesStandBesideTheVoiceOfTheSameWeek() throws IOException {
    assertThat(answer("stated_share_over_time"))
        .filteredOn(
            row ->
                row.getAs("organisation_id").equals("amazon")
                    && row.getAs("period").equals("2025-Q1"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.<String>getAs("publisher")).isEqualTo("synergy research group");
              assertThat(row.<Double>getAs("stated")).isEqualTo(29.0);
              assertThat(row.<Double>getAs("share_of_voice")).isBetween(0.0, 100.0);
            });
  }

  @Test
  void microsoftAndOpenAiAreNamedTogetherMostOften() throws IOException {
    Row first = answer("named_together").get(0);
    assertThat(List.of(first.getAs("organisation_a"), first.getAs("organisation_b")))
        .containsExactly("microsoft", "openai");
    assertThat(first.<Long>getAs("together")).isGreaterThan(20);
    assertThat(first.<Long>getAs("together")).isLessThan(first.<Long>getAs("stories_a"));
  }

  @Test
  void gainsAndLossesOfACategorySumToNothing() throws IOException {
    String all =
        Files.readString(QUESTIONS.resolve("top_gainers.sql"))
            .replaceFirst("LIMIT 12;", "")
            .replace("round(now - before, 1)", "now - before");
    assertThat(
            query
                .rows(
                    "SELECT category, abs(sum(gain)) < 1e-6 FROM (" + all + ") GROUP BY category",
                    "test")
                .collectAsList())
        .hasSizeGreaterThan(1)
        .allMatch(row -> row.getBoolean(1));
  }

  @Test
  void theSpikeOfDeepSeekIsToldByItsNews() throws IOException {
    assertThat(answer("spikes_and_their_stories"))
        .filteredOn(
            row ->
                row.getAs("organisation_id").equals("deepseek")
                    && row.getAs("week_label").equals("2025-W05"))
        .singleElement()
        .satisfies(
            row -> assertThat(row.<String>getAs("news")).contains("Nvidia loses almost 600"));
  }

  @Test
  void aSpikesNewsIsWhatMostOutletsTookUpNotWhatOnePrintedMostOften() throws IOException {
    String tables =
        """
        entity_week AS (
          SELECT 'w' AS week_start, 'w' AS week_label, 'amazon' AS organisation_id,
            'organisation' AS level, 3L AS stories, 4.0 AS spike),
        mentions AS (
          SELECT 'w' AS week_start, 'amazon' AS organisation_id, *
          FROM VALUES ('often', 'often', 'wire'), ('often', 'often2', 'wire'),
            ('often', 'often3', 'wire'), ('widely', 'widely', 'wire'), ('widely', 'copy', 'blog'),
            ('later', 'later', 'blog') AS told(story_id, article_id, source)),
        articles AS (
          SELECT * FROM VALUES ('often', 'Printed often', 1), ('widely', 'Taken up widely', 2),
            ('later', 'Told once, later', 3) AS told(article_id, title, published_at))
        """;
    assertThat(answer("spikes_and_their_stories", tables))
        .extracting(row -> row.<String>getAs("news"))
        .containsExactly("Taken up widely / Printed often");
  }

  @Test
  void monthlyAlignmentAgreesWithThatOfItsOnlyWeek() throws IOException {
    Row month =
        answer("alliances_and_tension").stream()
            .filter(row -> row.getAs("month").equals("2023-01"))
            .findFirst()
            .orElseThrow();
    Row week =
        query
            .rows(
                "SELECT round(alignment_index, 2), round(alignment_low, 2),"
                    + " round(alignment_high, 2) FROM pair_week"
                    + " WHERE week_start = DATE'2023-01-23' AND organisation_a = 'microsoft'"
                    + " AND organisation_b = 'openai'",
                "test")
            .head();
    assertThat(List.<Object>of(month.getAs("alignment"), month.getAs("low"), month.getAs("high")))
        .isEqualTo(List.of(week.get(0), week.get(1), week.get(2)));
  }

  @Test
  void weeklyToneIsRareInASampleOfAFewArticlesAWeek() throws IOException {
    long toned =
        query
            .rows(
                "SELECT count(DISTINCT week_start, organisation_id) FROM entity_week"
                    + " WHERE level = 'organisation' AND net_sentiment IS NOT NULL",
                "test")
            .head()
            .getLong(0);
    assertThat(sum("weeks_with_too_few_stories", "tone")).isEqualTo(toned).isPositive();
    assertThat(sum("weeks_with_too_few_stories", "too_few")).isGreaterThan(toned);
  }

  @Test
  void offeringsAreNamedInNoMoreStoriesThanTheirOrganisation() throws IOException {
    assertThat(answer("offerings_within_an_organisation"))
        .hasSizeGreaterThan(10)
        .allSatisfy(row -> assertThat(row.<Double>getAs("percent")).isBetween(0.1, 100.0))
        .extracting(row -> row.<String>getAs("offering"))
        .contains("aws", "azure", "google-cloud", "chatgpt");
  }

  @Test
  void toneComparisonsKeepTheirChangeInsideItsBounds() throws IOException {
    assertThat(answer("tone_against_last_quarter"))
        .extracting(row -> row.<String>getAs("organisation_id"))
        .contains("openai", "microsoft");
    assertThat(answer("tone_against_last_quarter"))
        .allSatisfy(
            row ->
                assertThat(row.<Double>getAs("change"))
                    .isBetween(row.<Double>getAs("change_low"), row.<Double>getAs("change_high")));
  }

  @Test
  void sourcesAreComparedWithAllOthersOnEnoughStories() throws IOException {
    assertThat(answer("sources_that_differ_in_tone"))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.<Long>getAs("stories")).isGreaterThanOrEqualTo(4);
              assertThat(row.<Double>getAs("tone") - row.<Double>getAs("others"))
                  .isCloseTo(
                      row.<Double>getAs("difference"), org.assertj.core.data.Offset.offset(0.0151));
            });
  }

  @Test
  void copiesOfAStoryAreNoFurtherWitnessesOfASourcesTone() throws IOException {
    // The wire sends its first story three times, the blog and a paper tell it too.
    String mentions =
        """
        mentions AS (
          SELECT 'amazon' AS organisation_id, source, story_id, concat(source, copy) AS article_id,
            p_positive, 0.0 AS p_negative
          FROM VALUES ('wire', 's1', 1, 0.8), ('wire', 's1', 2, 0.8), ('wire', 's1', 3, 0.8),
            ('wire', 's2', 4, 0.8), ('wire', 's3', 5, 0.4), ('wire', 's4', 6, 0.4),
            ('blog', 's1', 1, 0.2), ('blog', 's5', 2, 0.1), ('blog', 's6', 3, 0.1),
            ('blog', 's7', 4, 0.1), ('paper', 's1', 1, 0.4)
            AS told(source, story_id, copy, p_positive))
        """;
    // The wire: 0.8, 0.8, 0.4, 0.4. The others: 0.3 of the first story, 0.1, 0.1, 0.1.
    assertThat(answer("sources_that_differ_in_tone", mentions))
        .filteredOn(row -> row.getAs("source").equals("wire"))
        .containsExactly(RowFactory.create("amazon", "wire", 4L, 0.6, 0.15, 0.45, 3.6));
  }

  private List<Row> answer(String question) throws IOException {
    Path file = QUESTIONS.resolve(question + ".sql");
    return query.rows(Files.readString(file), file.toString()).collectAsList();
  }

  /** The answer over made-up tables, each a part of a WITH. */
  private List<Row> answer(String question, String tables) throws IOException {
    Path file = QUESTIONS.resolve(question + ".sql");
    String text = Files.readString(file).replaceFirst("(?m)^WITH ", "WITH " + tables + ", ");
    return query.rows(text, file.toString()).collectAsList();
  }

  private long sum(String question, String column) throws IOException {
    return answer(question).stream().mapToLong(row -> row.<Long>getAs(column)).sum();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(QUESTIONS)) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
  }

  /** Names the rows of the weekly tables. */
  private String lakeHash() {
    String sums =
        Arrays.stream(LakeTable.values())
            .filter(LakeTable::isWeekly)
            .map(
                table ->
                    "(SELECT sum(CAST(xxhash64(to_json(struct(*))) AS DECIMAL(38, 0))) FROM "
                        + table.label()
                        + ")")
            .collect(Collectors.joining(", ", "SELECT md5(concat_ws(' ', ", "))"));
    return query.rows(sums, "test").head().getString(0);
  }

  /** The page's text, statements and column names. */
  private static String withoutAnswers(String page) {
    StringBuilder kept = new StringBuilder();
    boolean isInTable = false;
    for (String line : page.lines().toList()) {
      if (!line.startsWith("| ")) {
        isInTable = false;
        kept.append(
            line.equals("...") || line.startsWith("<!--") || line.isBlank() ? "" : line + "\n");
      } else if (!isInTable) {
        isInTable = true;
        kept.append(line.replaceAll(" +", " ")).append('\n');
      }
    }
    return kept.toString();
  }

  private String page() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # Questions in SQL

            The files of `scripts/sql` with their answers over the embedded sample, written by `mvn test -Dtest=QueriesPageTest -Dnewstide.update=true`. Run one over your own lake:

            ```
            scripts/newstide sql --lake lake --file scripts/sql/top_gainers.sql
            scripts/newstide sql --lake lake --format csv "SELECT * FROM entity_week" > entity_week.csv
            ```

            Every table of [tables.md](tables.md) is a view under its own name; only reading is allowed. The sample holds a few articles a week: read its answers for their form.
            """);
    for (Path file : files()) {
      append(page, file);
    }
    return page.append("\n<!-- answers of lake %s -->\n".formatted(lakeHash())).toString();
  }

  private void append(StringBuilder page, Path file) throws IOException {
    String text = Files.readString(file);
    StringWriter rows = new StringWriter();
    query.print(text, file.toString(), ResultFormat.TABLE, 12, new PrintWriter(rows));
    String name = file.getFileName().toString();
    page.append("\n## %s\n".formatted(name.replace(".sql", "").replace('_', ' ')))
        .append(header(text, "Question", "Tables"))
        .append(" (`scripts/sql/%s`)\n\n".formatted(name))
        .append("**Tables:** %s. **Reading:** ".formatted(header(text, "Tables", "Reading")))
        .append(header(text, "Reading", null))
        .append("\n\n```sql\n")
        .append(
            text.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n")))
        .append("\n```\n\n")
        .append(rows.toString().replace("Only the first 12 rows; --rows shows more.", "..."));
  }

  /** One part of a file's header comment, on one line. */
  private static String header(String text, String part, String next) {
    String comment =
        text.lines()
            .takeWhile(line -> line.startsWith("--"))
            .map(line -> line.substring(2).strip())
            .collect(Collectors.joining(" "));
    int start = comment.indexOf(part + ":") + part.length() + 1;
    return comment
        .substring(start, next == null ? comment.length() : comment.indexOf(next + ":"))
        .strip();
  }
}
