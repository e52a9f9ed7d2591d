package org.newstide.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.SparkExtension;
import org.newstide.table.ContentDigest;
import org.newstide.table.LakeTable;
import org.newstide.table.PublishedTables;

@ExtendWith(SparkExtension.class)
class NewstideJobTest {
  @TempDir Path folder;

  private TestLake test;

  @BeforeEach
  void corpus() {
    test = TestLake.ofNews(folder);
  }

  @Test
  void noTableExistsBeforePublish(SparkSession spark) {
    NewstideJob job = test.job(spark);
    job.extract();
    job.trends();
    assertThat(folder.resolve("lake")).isDirectoryContaining("glob:**/_staging");
    assertThat(LakeTable.values()).noneMatch(test.lake(spark)::has);
    job.publish();
    assertThat(LakeTable.values()).allMatch(test.lake(spark)::has);
  }

  @Test
  void conservesEveryRow(SparkSession spark) {
    test.article(
            "https://a.example/1",
            "a",
            "2024-01-02T08:00:00Z",
            "Microsoft lifts Azure forecast",
            "Microsoft said on Tuesday that demand for Azure rose.")
        .article(
            "https://e.example/1", "e", "someday", "Google Cloud grows", "Google reports growth.")
        .article("https://f.example/1", "f", "2024-01-02", "", " ")
        .article("https://g.example/1", "g", "2031-01-02", "Google in the future", "Google.")
        .article("https://g.example/2", "g", "1 Jan +999999999", "Google for ever", "Google.");
    test.lines().add("{\"url\": \"https://h.example/1\", \"title\": \"cut sho");
    test.lines().add("no JSON at all");
    test.lines().add(test.lines().get(0) + test.lines().get(1)); // a line break was lost
    test.lines().add("{}"); // two rows without an address, set aside for different reasons
    test.lines().add("{\"published_at\": \"2024-01-02\"}");

    Map<String, Long> counts = test.run(spark);

    assertThat(counts)
        .containsEntry("read", 14L)
        .containsEntry("accepted", 4L)
        .containsEntry("exact_duplicates", 1L)
        .containsEntry("quarantined", 9L)
        .containsEntry("matched", 3L);
    assertThat(
            test
                .lake(spark)
                .read(LakeTable.QUARANTINE)
                .orderBy("reason", "row_hash")
                .select("reason")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0)))
        .containsExactly(
            "BAD_TIMESTAMP",
            "BAD_TIMESTAMP",
            "BAD_TIMESTAMP",
            "BAD_TIMESTAMP",
            "EMPTY_TEXT",
            "EMPTY_TEXT",
            "MALFORMED",
            "MALFORMED",
            "MALFORMED");
    assertThat(
            test.lake(spark)
                .read(LakeTable.QUARANTINE)
                .select("excerpt")
                .collectAsList()
                .toString())
        .contains("date '2031-01-02', url 'https://g.example/1'")
        .contains("cut sho")
        .contains("no JSON at all");
  }

  @Test
  void theSameRunTwiceGivesEqualTables(SparkSession spark) {
    test.published(spark);
    Map<LakeTable, List<String>> first = test.contents(spark);
    test.run(spark);
    assertThat(test.contents(spark)).isEqualTo(first);
    assertThat(first.get(LakeTable.MENTIONS)).isNotEmpty();
    assertThat(test.lake(spark).read(LakeTable.RUNS).count()).isEqualTo(2);
  }

  @Test
  void thePartitionCountChangesNothing(SparkSession spark) {
    test.published(spark);
    Map<LakeTable, List<String>> first = test.contents(spark);
    try {
      for (String partitions : List.of("2", "7")) {
        spark.conf().set("spark.sql.shuffle.partitions", partitions);
        test.run(spark);
        assertThat(test.contents(spark)).as(partitions + " partitions").isEqualTo(first);
      }
    } finally {
      spark.conf().set("spark.sql.shuffle.partitions", "1");
    }
  }

  @Test
  void theOrderAndTheNumberOfFilesChangeNothing(SparkSession spark) throws IOException {
    test.published(spark);
    ContentDigest mentions = ContentDigest.of(test.lake(spark).read(LakeTable.MENTIONS));
    Map<LakeTable, List<String>> first = test.contents(spark);
    List<String> lines = Files.readAllLines(test.corpus().resolve("articles.jsonl"));
    Collections.reverse(lines);
    test.lines().clear();
    Files.write(test.corpus().resolve("0.jsonl"), lines.subList(0, 2));
    test.lines().addAll(lines.subList(2, lines.size()));

    test.run(spark);

    assertThat(withoutFiles(test.contents(spark))).isEqualTo(withoutFiles(first));
    assertThat(ContentDigest.of(test.lake(spark).read(LakeTable.MENTIONS))).isEqualTo(mentions);
    test.article("https://z.example/1", "z", "2024-01-03", "Oracle wins", "Oracle won.");
    test.run(spark);
    assertThat(ContentDigest.of(test.lake(spark).read(LakeTable.MENTIONS))).isNotEqualTo(mentions);
  }

  /** Quarantine names the file of each row. */
  private static Map<LakeTable, List<String>> withoutFiles(Map<LakeTable, List<String>> contents) {
    Map<LakeTable, List<String>> others = new EnumMap<>(contents);
    others.remove(LakeTable.QUARANTINE);
    return others;
  }

  @Test
  void weeksOutsideTheRangeStayUntouched(SparkSession spark) {
    test.published(spark);
    Row before = test.readAndMatched(spark, "2024-01-01");
    test.article(
        "https://h.example/1", "h", "2024-01-04", "Oracle wins", "Oracle Cloud wins a customer.");
    test.article(
        "https://h.example/2", "h", "2024-01-10", "Oracle loses", "Oracle Cloud loses a customer.");

    test.run(spark, "2024-W02", "2024-W02");

    assertThat(test.readAndMatched(spark, "2024-01-01")).isEqualTo(before);
    assertThat(test.lake(spark).read(LakeTable.ARTICLES).where("week_start = '2024-01-08'").count())
        .isEqualTo(2);
  }

  @Test
  void anOldWeekIsFilledInBehindANewerOne(SparkSession spark) {
    test.run(spark, "2024-W02", "2024-W02");
    test.run(spark, "2024-W01", "2024-W01");
    assertThat(test.lake(spark).read(LakeTable.ARTICLES).select("week_start").distinct().count())
        .isEqualTo(2);
  }

  @Test
  void changeLooksBackAtPublishedWeeksBetweenThoseOfTheRun(SparkSession spark) {
    test.article("https://e.example/1", "e", "2024-01-17", "Oracle wins", "Oracle wins a bid.");
    test.run(spark);
    List<String> changes = changesOf(spark, "2024-01-15");
    assertThat(changes).contains("cloud_provider organisation microsoft -1.0");
    test.lines().remove(2); // all that was read of the second week

    test.run(spark);

    assertThat(changesOf(spark, "2024-01-15")).isEqualTo(changes);
  }

  private List<String> changesOf(SparkSession spark, String week) {
    return test
        .lake(spark)
        .read(LakeTable.ENTITY_WEEK)
        .where("week_start = '" + week + "'")
        .selectExpr("concat(category, ' ', level, ' ', entity_id, ' ', change) AS told")
        .orderBy("told")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  @Test
  void whatAReplacedWeekMeansIsTold(SparkSession spark) {
    test.article("https://e.example/1", "e", "2024-01-04", "Oracle wins", "Oracle wins a bid.");
    test.run(spark);
    test.run(spark, "2024-W01", "2024-W01");
    assertThat(notesOf(spark, 2)).isEmpty();
    test.lines().subList(1, 5).clear();
    test.run(spark, "2024-W01", "2024-W01");
    assertThat(notesOf(spark, 3))
        .containsExactly(
            "replaces weeks by fewer than half of the rows that were published: 2024-W01 (1 of 3)",
            "change and spike of later weeks still compare with the stories that were published"
                + " before; run these weeks, too: 2024-W02 2024-W03");
  }

  private List<String> notesOf(SparkSession spark, int sequence) {
    return test.runs(spark)
        .where("sequence = " + sequence)
        .head()
        .getList(test.runs(spark).schema().fieldIndex("notes"));
  }

  @Test
  void readersSeeTheLastFinishedRunAfterACrashBetweenCommits(SparkSession spark) {
    test.published(spark);
    PublishedTables before = PublishedTables.of(test.lake(spark));
    long articles = before.rows(LakeTable.ARTICLES).count();
    test.article(
        "https://i.example/1", "i", "2024-01-05", "IBM buys", "IBM buys a software maker.");

    assertThatThrownBy(
            () -> test.run(spark, Optional.empty(), TestLake.crashingAt("publish entity_week")))
        .hasMessageContaining("crash at publish entity_week");

    PublishedTables after = PublishedTables.of(test.lake(spark));
    assertThat(test.lake(spark).read(LakeTable.ARTICLES).count()).isEqualTo(articles + 1);
    assertThat(after.rows(LakeTable.ARTICLES).count()).isEqualTo(articles);
    assertThat(after.unfinished()).contains(LakeTable.ARTICLES, LakeTable.MENTIONS);
    test.run(spark);
    PublishedTables healed = PublishedTables.of(test.lake(spark));
    assertThat(healed.rows(LakeTable.ARTICLES).count()).isEqualTo(articles + 1);
    assertThat(healed.unfinished()).isEmpty();
  }

  @Test
  void aCrashAtAnyStepLeavesTheLastStateAndARerunHeals(SparkSession spark) {
    test.published(spark);
    Map<LakeTable, List<String>> published = test.contents(spark);
    test.article(
        "https://i.example/1", "i", "2024-01-05", "IBM buys", "IBM buys a software maker.");
    for (String step : List.of("extract", "articles", "mentions", "entity_week", "audit")) {
      assertThatThrownBy(() -> test.run(spark, Optional.empty(), TestLake.crashingAt(step)))
          .hasMessageContaining("crash at " + step);
      assertThat(test.contents(spark)).as("after a crash at " + step).isEqualTo(published);
    }
    for (String step : List.of("publish mentions", "publish entity_week", "ledger")) {
      assertThatThrownBy(() -> test.run(spark, Optional.empty(), TestLake.crashingAt(step)))
          .hasMessageContaining("crash at " + step);
      assertThat(test.runs(spark).where("status = 'PUBLISHED'").count()).isEqualTo(1);
    }
    test.run(spark);
    Map<LakeTable, List<String>> healed = test.contents(spark);
    test.run(spark);
    assertThat(test.contents(spark)).isEqualTo(healed);
    assertThat(healed.get(LakeTable.ARTICLES)).hasSize(4);
  }
}
