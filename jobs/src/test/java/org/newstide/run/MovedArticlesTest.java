package org.newstide.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.SparkExtension;
import org.newstide.table.LakeTable;

/** Articles that are corrected, delivered again or dated anew, within one run and across runs. */
@ExtendWith(SparkExtension.class)
class MovedArticlesTest {
  @TempDir Path folder;

  private TestLake test;

  @BeforeEach
  void corpus() {
    test = TestLake.ofNews(folder);
  }

  @Test
  void aCorrectedArticleCountsOnceInTheWeekOfItsLatestVersion(SparkSession spark) {
    corrected("2024-01-10T08:00:00Z");
    test.run(spark);
    List<Row> rows =
        test.lake(spark)
            .read(LakeTable.ARTICLES)
            .where("url = 'https://a.example/1'")
            .selectExpr("cast(week_start as string)", "title")
            .collectAsList();
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).getString(0)).isEqualTo("2024-01-08");
    assertThat(rows.get(0).getString(1)).isEqualTo("Microsoft trims Azure forecast");
  }

  @Test
  void aCorrectionThatComesLaterLeavesTheWeekOfTheOldVersion(SparkSession spark) {
    test.article("https://a.example/2", "a", "2024-01-02", "Oracle wins", "Oracle wins a bid.");
    test.run(spark);
    corrected("2024-01-18T08:00:00Z");
    test.article("https://a.example/2", "a", "2024-01-17", "Oracle wins", "Oracle wins a bid.");

    for (String step : List.of("publish articles", "ledger")) {
      // What was published of the old week when the run was killed must not count as restated.
      assertThatThrownBy(test.job(spark, "2024-W03", TestLake.crashingAt(step))::run)
          .hasMessageContaining("crash at " + step);
    }
    test.run(spark, "2024-W03", "2024-W03");

    assertThat(test.weeksOf(spark, LakeTable.ARTICLES))
        .containsExactly("2024-01-01", "2024-01-08", "2024-01-15");
    assertThat(test.places(spark, "https://a.example/1")).containsExactly("2024-01-15");
    assertThat(
            test.runs(spark)
                .where("status = 'PUBLISHED' AND sequence > 1")
                .selectExpr("notes[0]")
                .head()
                .getString(0))
        .isEqualTo(
            "articles that have moved from weeks published before: 2; restated: 2024-W01 2024-W02");
    Map<LakeTable, List<String>> restated = test.contents(spark);
    test.run(spark);
    assertThat(test.contents(spark)).isEqualTo(restated);
  }

  @Test
  void theLaterVersionStaysWhereAnOldDeliveryIsReadAgain(SparkSession spark) {
    corrected("2024-01-18T08:00:00Z");
    test.run(spark);
    test.lines().subList(3, 5).clear(); // what is left of the third week, and the correction

    Map<String, Long> counts = test.run(spark, "2024-W01", "2024-W01");

    assertThat(test.places(spark, "https://a.example/1")).containsExactly("2024-01-15");
    assertThat(counts)
        .containsEntry("read", 2L)
        .containsEntry("exact_duplicates", 1L)
        .containsEntry("accepted", 1L);
  }

  @Test
  void aStrayRowOfALaterWeekIsNoReadingOfIt(SparkSession spark) {
    test.article("https://d.example/2", "d", "2024-01-17", "Oracle wins", "Oracle wins a bid.");
    corrected("2024-01-18T08:00:00Z");
    test.run(spark);
    test.lines().subList(4, 6).clear(); // of the third week one row is left

    test.run(spark, "2024-W01", "2024-W01");

    assertThat(test.places(spark, "https://a.example/1")).containsExactly("2024-01-15");
  }

  @Test
  void anArticleWhoseDateWasCorrectedBackwardsLeavesItsLaterWeek(SparkSession spark) {
    test.article("https://d.example/2", "d", "2024-01-17", "Oracle wins", "Oracle wins a bid.");
    test.run(spark);
    test.lines().remove(4);
    test.article("https://d.example/2", "d", "2024-01-10", "Oracle wins", "Oracle wins a bid.");

    test.run(spark, "2024-W02", "2024-W02");

    assertThat(test.places(spark, "https://d.example/2")).containsExactly("2024-01-08");
    assertThat(test.readAndMatched(spark, "2024-01-15")).isEqualTo(RowFactory.create(2L, 0L));
    assertThat(
            test.runs(spark).where("sequence = 2").selectExpr("to_json(notes)").head().getString(0))
        .as("nothing is left to run")
        .isEqualTo(
            "[\"articles that have moved from weeks published before: 1; restated: 2024-W03\"]");
  }

  private void corrected(String publishedAt) {
    test.article(
        "https://a.example/1",
        "a",
        publishedAt,
        "Microsoft trims Azure forecast",
        "Microsoft corrected its forecast for Azure.");
  }
}
