package org.newstide.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.newstide.trend.NewsFixture.MON_1;
import static org.newstide.trend.NewsFixture.MON_2;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.newstide.SparkExtension;
import org.newstide.table.LakeTable;

@ExtendWith(SparkExtension.class)
class PairWeekTest {
  private final NewsFixture news = new NewsFixture();

  @Test
  void countsStoriesThatAssertATieOncePerType(SparkSession spark) {
    told("a1", "s1", "partnership", "asserted", 0.9);
    told("a2", "s1", "partnership", "asserted", 0.9); // a copy
    news.ties("a2", "microsoft", "openai", "investment", "asserted", 0.7);
    told("a3", "s3", "partnership", "asserted", 0.8);
    told("a4", "s4", "tension", "asserted", 0.6);
    told("a5", "s5", "competition", "asserted", 0.6);
    told("a6", "s6", "tension", "hypothetical", 0.6);
    told("a7", "s7", "tension", "negated", 0.6);

    Row pair = onlyRow(spark, MON_1);

    assertThat(counts(pair))
        .isEqualTo(
            "co_mention_stories 6, partnership 2, investment 1, tension 1, competition 1,"
                + " hypothetical_stories 1, alignment_n 4");
    assertThat(pair.<String>getAs("organisation_a")).isEqualTo("microsoft");
    assertThat(pair.<String>getAs("organisation_b")).isEqualTo("openai");
  }

  @Test
  void theAlignmentIndexHasTheIntervalOfWilson(SparkSession spark) {
    told("a1", "s1", "partnership", "asserted", 0.9);
    told("a2", "s2", "partnership", "asserted", 0.9);
    told("a3", "s3", "investment", "asserted", 0.9);
    told("a4", "s4", "tension", "asserted", 0.9);

    Row pair = onlyRow(spark, MON_1);

    assertThat(pair.<Double>getAs("alignment_index")).isEqualTo((2 + 1 - 1) / 4.0);
    // Wilson's 95% interval of 3 in 4 is 0.300642 to 0.954413.
    assertThat(pair.<Double>getAs("alignment_low")).isCloseTo(2 * 0.300642 - 1, within(1e-5));
    assertThat(pair.<Double>getAs("alignment_high")).isCloseTo(2 * 0.954413 - 1, within(1e-5));
  }

  @Test
  void aPairNamedTogetherWithoutATieHasNoIndex(SparkSession spark) {
    news.article("a1", MON_1, "wire", "s1").names("a1", "openai", "azure", "azure");
    news.article("a2", MON_1, "wire", "s1").names("a2", "microsoft", "openai");
    news.article("a3", MON_1, "wire", "s3").names("a3", "aws", "amazon");

    Row pair = onlyRow(spark, MON_1);

    assertThat(counts(pair))
        .isEqualTo(
            "co_mention_stories 1, partnership 0, investment 0, tension 0, competition 0,"
                + " hypothetical_stories 0, alignment_n 0");
    assertThat(pair.<Double>getAs("alignment_index")).isNull();
    assertThat(pair.<Double>getAs("alignment_low")).isNull();
    assertThat(pair.<List<Row>>getList(pair.fieldIndex("top_evidence"))).isEmpty();
  }

  @Test
  void theEvidenceIsTheMostConfidentAssertionOfThreeStories(SparkSession spark) {
    told("a1", "s1", "partnership", "asserted", 0.70);
    told("a2", "s1", "investment", "asserted", 0.95); // the stronger of its story
    told("a3", "s3", "tension", "asserted", 0.80);
    told("a4", "s4", "partnership", "asserted", 0.80);
    told("a5", "s5", "tension", "asserted", 0.50);
    told("a6", "s6", "tension", "hypothetical", 0.99);

    Row pair = onlyRow(spark, MON_1);

    List<Row> evidence = pair.getList(pair.fieldIndex("top_evidence"));
    assertThat(evidence.stream().map(Row::toString))
        .containsExactly(
            "[investment,a2,https://news.example/a2,a2: microsoft and openai in investment]",
            "[partnership,a4,https://news.example/a4,a4: microsoft and openai in partnership]",
            "[tension,a3,https://news.example/a3,a3: microsoft and openai in tension]");
  }

  @Test
  void weeksStandApartAndOthersAreLeftOut(SparkSession spark) {
    told("a1", "s1", "partnership", "asserted", 0.9);
    news.article("a2", MON_2, "wire", "s2").names("a2", "amazon", "openai");
    news.ties("a2", "amazon", "openai", "investment", "asserted", 0.9);

    assertThat(onlyRow(spark, MON_2).<String>getAs("organisation_a")).isEqualTo("amazon");
    assertThat(rows(spark, MON_1, MON_2)).hasSize(2);
    assertThat(rows(spark, "2024-01-15")).isEmpty();
  }

  private void told(String article, String story, String type, String polarity, double confidence) {
    news.article(article, MON_1, "wire", story)
        .names(article, "microsoft", "openai")
        .ties(article, "microsoft", "openai", type, polarity, confidence);
  }

  private Row onlyRow(SparkSession spark, String week) {
    List<Row> rows = rows(spark, week);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private List<Row> rows(SparkSession spark, String... weeks) {
    return Contract.rowsOf(LakeTable.PAIR_WEEK, PairWeek.of(news.input(spark, weeks)));
  }

  private static String counts(Row row) {
    return List.of(
            "co_mention_stories",
            "partnership",
            "investment",
            "tension",
            "competition",
            "hypothetical_stories",
            "alignment_n")
        .stream()
        .map(count -> count + " " + row.getAs(count))
        .collect(Collectors.joining(", "));
  }
}
