package org.newstide.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newstide.trend.NewsFixture.MON_1;
import static org.newstide.trend.NewsFixture.MON_2;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.newstide.SparkExtension;
import org.newstide.table.LakeTable;

@ExtendWith(SparkExtension.class)
class ReportedShareTest {
  private static final String[] AWS_Q4 = {
    "amazon", "cloud infrastructure", "worldwide", "2023-Q4", "Synergy"
  };

  private final NewsFixture news = new NewsFixture();

  @Test
  void aRestatementInALaterWeekIsAnotherVintage(SparkSession spark) {
    news.article("a1", MON_1, "wire", "s1").states("a1", "2024-01-03", 31, 31, AWS_Q4);
    news.article("a2", MON_2, "wire", "s2").states("a2", "2024-01-09", 30, 30, AWS_Q4);

    assertThat(figures(rows(spark, MON_1, MON_2)))
        .containsExactly(
            "2024-01-03: 31.0 in 31.0 to 31.0 by 1, exact, a1",
            "2024-01-09: 30.0 in 30.0 to 30.0 by 1, exact, a2");
    assertThat(figures(rows(spark, MON_2)))
        .containsExactly("2024-01-09: 30.0 in 30.0 to 30.0 by 1, exact, a2");
  }

  @Test
  void copiesAreNoFurtherWitnessAndTheMedianIsTheConsensus(SparkSession spark) {
    news.article("a1", MON_1, "wire", "s1").states("a1", "2024-01-03", 31, 31, AWS_Q4);
    news.article("a2", MON_1, "blog", "s1").states("a2", "2024-01-02", 31, 31, AWS_Q4);
    news.article("a3", MON_1, "wire", "s3").states("a3", "2024-01-04", 32, 34, AWS_Q4);
    news.article("a4", MON_1, "wire", "s4").states("a4", "2024-01-04", 40, 40, AWS_Q4);

    assertThat(figures(rows(spark, MON_1)))
        .containsExactly("2024-01-02: 33.0 in 31.0 to 40.0 by 3, exact, a2");
  }

  @Test
  void aFigureThatEverybodyHedgesIsApproximate(SparkSession spark) {
    news.article("a1", MON_1, "wire", "s1").states("a1", "2024-01-03", 30, 32, AWS_Q4);
    news.article("a2", MON_1, "wire", "s2").states("a2", "2024-01-04", 31, 34, AWS_Q4);

    assertThat(figures(rows(spark, MON_1)))
        .containsExactly("2024-01-03: 31.75 in 30.0 to 34.0 by 2, approximate, a1");
  }

  @Test
  void whatAStoryTellsOnlyAsTheFigureBeforeIsNoStatementOfTheSeries(SparkSession spark) {
    // "rose from 23% to 25%", and a story that tells nothing but the figure before
    news.article("a1", MON_1, "wire", "s1")
        .states("a1", "2024-01-03", 23, 23, series("earlier", 3))
        .states("a1", "2024-01-03", 25, 25, series(null, 3));
    news.article("a2", MON_1, "wire", "s2")
        .states("a2", "2024-01-04", 40, 40, series("earlier", 3));

    assertThat(figures(rows(spark, MON_1)))
        .containsExactly("2024-01-03: 25.0 in 25.0 to 25.0 by 1, exact, a1");
  }

  @Test
  void aStoryThatStatesSeveralFiguresCountsWithItsFirst(SparkSession spark) {
    news.article("a1", MON_1, "wire", "s1")
        .states("a1", "2024-01-03", 24, 24, series("microsoft", 0))
        .states("a1", "2024-01-03", 24, 24, series("microsoft", 0));
    // The third claim to the eleventh: "a1:10" sorts before "a1:2".
    for (int share = 31; share > 22; share--) {
      news.states("a1", "2024-01-03", share, share, AWS_Q4);
    }
    news.article("a2", MON_1, "blog", "s1").states("a2", "2024-01-04", 24, 24, AWS_Q4);

    assertThat(figures(rows(spark, MON_1)))
        .containsExactly(
            "2024-01-03: 31.0 in 31.0 to 31.0 by 1, exact, a1",
            "2024-01-03: 24.0 in 24.0 to 24.0 by 1, exact, a1");
  }

  @Test
  void organisationsMarketsGeographiesPeriodsAndPublishersAreSeriesOfTheirOwn(SparkSession spark) {
    news.article("a1", MON_1, "wire", "s1")
        .states("a1", "2024-01-03", 31, 31, AWS_Q4)
        .states("a1", "2024-01-03", 24, 24, series("microsoft", 0))
        .states("a1", "2024-01-03", 39, 39, series("public cloud", 1))
        .states("a1", "2024-01-03", 28, 28, series("Europe", 2))
        .states("a1", "2024-01-03", 33, 33, series("2023-Q3", 3))
        .states("a1", "2024-01-03", 32, 32, series("Canalys", 4));

    assertThat(rows(spark, MON_1)).hasSize(6);
  }

  @Test
  void spellingsOfAMarketMeetAndWhatIsNotNamedIsEmpty(SparkSession spark) {
    news.article("a1", MON_1, "wire", "s1")
        .states("a1", "2024-01-03", 31, 31, "amazon", "The Cloud  market", null, null, null);
    news.article("a2", MON_1, "wire", "s2")
        .states("a2", "2024-01-03", 31, 31, "amazon", "cloud", null, null, null);
    news.article("a3", MON_1, "wire", "s3")
        .states("a3", "2024-01-03", 30, 30, "amazon", null, null, null, null);

    List<Row> rows = rows(spark, MON_1);

    assertThat(rows.stream().map(row -> row.getAs("market") + ": " + row.getAs("statements")))
        .containsExactly(": 1", "cloud: 2");
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(List.of("geography", "period", "publisher"))
                    .allSatisfy(column -> assertThat(row.<String>getAs(column)).isEmpty()));
  }

  @Test
  void wordsForTheWorldAndSpellingsOfAPublisherAreOneSeries(SparkSession spark) {
    news.article("a1", MON_1, "wire", "s1").states("a1", "2024-01-03", 31, 31, AWS_Q4);
    news.article("a2", MON_1, "wire", "s2").states("a2", "2024-01-03", 31, 31, series("Global", 2));
    news.article("a3", MON_1, "wire", "s3")
        .states("a3", "2024-01-03", 31, 31, series("SYNERGY, Inc.", 4));

    assertThat(rows(spark, MON_1))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.<String>getAs("geography")).isEqualTo("worldwide");
              assertThat(row.<String>getAs("publisher")).isEqualTo("synergy");
            });
  }

  @Test
  void noNewsGivesNoRowsInAnyTable(SparkSession spark) {
    TrendTables tables =
        Trends.compute(
            news.input(spark, MON_1), new TrendSettings(2, 3, 8, LocalDate.parse("2024-06-30")));
    assertThat(Contract.rowsOf(LakeTable.ENTITY_WEEK, tables.entityWeek())).isEmpty();
    assertThat(Contract.rowsOf(LakeTable.PAIR_WEEK, tables.pairWeek())).isEmpty();
    assertThat(Contract.rowsOf(LakeTable.REPORTED_SHARE, tables.reportedShare())).isEmpty();
  }

  private static String[] series(String value, int place) {
    String[] series = AWS_Q4.clone();
    series[place] = value;
    return series;
  }

  private List<Row> rows(SparkSession spark, String... weeks) {
    return Contract.rowsOf(LakeTable.REPORTED_SHARE, ReportedShare.of(news.input(spark, weeks)));
  }

  private static List<String> figures(List<Row> rows) {
    return rows.stream()
        .map(
            row ->
                "%s: %s in %s to %s by %d, %s, %s"
                    .formatted(
                        row.getAs("as_of"),
                        row.getAs("consensus"),
                        row.getAs("low"),
                        row.getAs("high"),
                        row.<Long>getAs("statements"),
                        row.<Boolean>getAs("approximate") ? "approximate" : "exact",
                        row.getAs("article_id")))
        .toList();
  }
}
