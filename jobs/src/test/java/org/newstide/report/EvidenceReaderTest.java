package org.newstide.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.newstide.SparkExtension;

@ExtendWith(SparkExtension.class)
class EvidenceReaderTest {
  @Test
  void whatDoesNotFitIsOfTheOldestWeeksAndOfNoOneKind() {
    List<EvidenceReader.Ranked> ranked = new ArrayList<>();
    for (int week = 0; week < 60; week++) {
      for (int i = 0; i < 100; i++) {
        ranked.add(ranked(1, week, "share"));
      }
      ranked.add(ranked(1, week, "favourable"));
    }

    List<ReportData.Evidence> kept = EvidenceReader.withinBudget(ranked);

    assertThat(kept).hasSizeBetween(1, ranked.size() - 1);
    int oldest = kept.get(kept.size() - 1).week();
    assertThat(kept.get(0).week()).isEqualTo(59);
    assertThat(kept.stream().filter(item -> item.kind().equals("favourable")).count())
        .as("a tone in each week from %s", oldest)
        .isEqualTo(60 - oldest);
  }

  @Test
  void theBestOfEveryWeekComesBeforeTheSecondBestOfTheNewest() {
    List<EvidenceReader.Ranked> ranked = new ArrayList<>();
    for (int i = 0; i < 6000; i++) {
      ranked.add(ranked(2, 59, "tension"));
    }
    ranked.add(ranked(1, 0, "tension"));

    assertThat(EvidenceReader.withinBudget(ranked))
        .extracting(ReportData.Evidence::week)
        .contains(0);
  }

  @Test
  void everyStorysFirstShareComesBeforeAnyStorysSecondAndCopiesCountOnce(SparkSession spark) {
    Dataset<Row> claims =
        spark.sql(
            "SELECT article_id, concat(article_id, n) AS claim_id, DATE'2024-01-01' AS week_start,"
                + " story_id, 'amazon' AS organisation_id, low, low AS high, market, sentence"
                + " FROM VALUES ('a', 1, 's', 31.0D, 'cloud', 'first'),"
                + " ('a', 2, 's', 40.0D, 'books', 'second'),"
                + " ('b', 1, 's', 31.0D, 'Cloud', 'copy'),"
                + " ('c', 1, 't', 31.0D, 'cloud', 'other story')"
                + " AS t(article_id, n, story_id, low, market, sentence)");

    assertThat(
            EvidenceReader.rankedShares(claims)
                .orderBy("rank")
                .select("sentence")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0)))
        .containsExactly("first", "other story", "second");
  }

  private static EvidenceReader.Ranked ranked(int rank, int week, String kind) {
    return new EvidenceReader.Ranked(
        rank,
        new ReportData.Evidence(
            week,
            "amazon",
            "",
            kind,
            0.9,
            "A sentence of the usual length, as one finds it in the news. ".repeat(3),
            new ReportData.Origin("wire", null)));
  }
}
