package org.newstide.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.newstide.trend.NewsFixture.MON_1;
import static org.newstide.trend.NewsFixture.MON_2;
import static org.newstide.trend.NewsFixture.MON_3;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.newstide.SparkExtension;
import org.newstide.table.LakeTable;

@ExtendWith(SparkExtension.class)
class EntityWeekTest {
  private static final Offset<Double> CLOSE = within(1e-6);
  private static final List<String> BASES =
      List.of("mentions", "articles", "stories", "source_balanced");
  private static final TrendSettings SETTINGS =
      new TrendSettings(2, 3, 8, LocalDate.parse("2024-06-30"));

  private final NewsFixture news = new NewsFixture();

  @Test
  void countsShareOfVoiceOnFourBases(SparkSession spark) {
    news.read(MON_1, "wire", 15).read(MON_1, "blog", 5);
    news.article("a1", MON_1, "wire", "s1")
        .names("a1", "amazon", "amazon", "amazon", "microsoft")
        .article("a2", MON_1, "wire", "s2")
        .names("a2", "amazon")
        .article("a3", MON_1, "blog", "s1") // a copy of a1
        .names("a3", "amazon", "amazon", "amazon", "microsoft")
        .article("a4", MON_1, "blog", "s4")
        .names("a4", "microsoft", "microsoft")
        .article("a5", MON_1, "blog", "s5")
        .names("a5", "amazon");

    List<Row> rows = compute(spark, MON_1);

    Row amazon = cloud(rows, MON_1, "amazon");
    assertThat(counts(amazon)).isEqualTo("mentions 8, articles 4, stories 3, sources 2");
    assertThat(amazon.<Double>getAs("share_of_voice_mentions")).isCloseTo(8 / 12.0, CLOSE);
    assertThat(amazon.<Double>getAs("share_of_voice_articles")).isCloseTo(4 / 7.0, CLOSE);
    assertThat(amazon.<Double>getAs("share_of_voice_stories")).isCloseTo(3 / 5.0, CLOSE);
    // wire: 2 of 3 namings; blog: 2 of 4.
    assertThat(amazon.<Double>getAs("share_of_voice_source_balanced"))
        .isCloseTo((2 / 3.0 + 2 / 4.0) / 2, CLOSE);
    assertThat(amazon.<Double>getAs("attention")).isCloseTo(4 / 20.0, CLOSE);
    Row microsoft = cloud(rows, MON_1, "microsoft");
    assertThat(counts(microsoft)).isEqualTo("mentions 4, articles 3, stories 2, sources 2");
    assertThat(microsoft.<Double>getAs("share_of_voice_articles")).isCloseTo(3 / 7.0, CLOSE);
    // Among the AI partners it is alone.
    Row partner = row(rows, MON_1, "ai_partner", "organisation", "microsoft");
    assertThat(partner.<Double>getAs("share_of_voice_stories")).isEqualTo(1.0);
  }

  @Test
  void sharesOfVoiceSumToOneWithinCategoryLevelAndWeekOnEachBasis(SparkSession spark) {
    String[] named = {"aws", "azure", "amazon", "microsoft", "openai", "chatgpt", "anthropic"};
    for (int i = 0; i < 60; i++) {
      String week = List.of(MON_1, MON_2, MON_3).get(i % 3);
      news.article("a" + i, week, "source" + i % 7, "s" + i % 41)
          .names("a" + i, named[i % 7], named[i * i % 7], named[i % 5])
          .read(week, "source" + i, 3);
    }

    List<Row> rows = compute(spark, MON_1, MON_2, MON_3);

    for (String basis : BASES) {
      assertThat(sumsOf(rows, "share_of_voice_" + basis))
          .as(basis)
          .hasSize(3 * 4) // weeks; cloud_provider on two levels, ai_partner, ai_model
          .allSatisfy((rivals, sum) -> assertThat(sum).isCloseTo(1, within(1e-9)));
    }
  }

  @Test
  void anOfferingCountsForItselfAndForItsOrganisation(SparkSession spark) {
    news.read(MON_1, "wire", 2);
    news.article("a1", MON_1, "wire", "s1").names("a1", "aws", "aws", "amazon");

    List<Row> rows = compute(spark, MON_1);

    assertThat(counts(cloud(rows, MON_1, "amazon")))
        .isEqualTo("mentions 3, articles 1, stories 1, sources 1");
    Row aws = row(rows, MON_1, "cloud_provider", "offering", "aws");
    assertThat(counts(aws)).isEqualTo("mentions 2, articles 1, stories 1, sources 1");
    assertThat(aws.<String>getAs("organisation_id")).isEqualTo("amazon");
    assertThat(rows).hasSize(2);
  }

  @Test
  void sentimentIsMeanOverStoriesWithTheStoryAsCluster(SparkSession spark) {
    news.read(MON_1, "wire", 9);
    news.article("a1", MON_1, "wire", "s1").judged("a1", "amazon", 0.1, 0.5);
    news.article("a2", MON_1, "blog", "s1") // a copy, read a little differently, naming it twice
        .judged("a2", "amazon", 0.3, 0.7)
        .judged("a2", "amazon", 0.3, 0.7);
    news.article("a3", MON_1, "wire", "s2").judged("a3", "amazon", 0.6, 0.1);
    news.article("a4", MON_1, "wire", "s3").judged("a4", "amazon", 0.2, 0.2);

    Row amazon = cloud(compute(spark, MON_1), MON_1, "amazon");

    double[] negative = {0.2, 0.6, 0.2};
    double[] positive = {0.6, 0.1, 0.2};
    double t = 4.302653; // 0.975 quantile at two degrees of freedom
    double[] d = {0.4, -0.5, 0};
    double[] u = {0.8, 0.7, 0.4};
    double mean = sum(d) / 3;
    double half = t * Math.sqrt(squares(d, mean, new double[3]) / 2 / 3);
    assertThat(amazon.<Long>getAs("sentiment_n")).isEqualTo(3);
    assertThat(amazon.<Double>getAs("p_negative")).isCloseTo(sum(negative) / 3, CLOSE);
    assertThat(amazon.<Double>getAs("p_positive")).isCloseTo(sum(positive) / 3, CLOSE);
    assertThat(amazon.<Double>getAs("p_neutral")).isCloseTo(1 - sum(u) / 3, CLOSE);
    assertThat(amazon.<Double>getAs("net_sentiment")).isCloseTo(mean, CLOSE);
    assertThat(amazon.<Double>getAs("net_sentiment_low"))
        .isCloseTo(Math.max(-1, mean - half), CLOSE);
    assertThat(amazon.<Double>getAs("net_sentiment_high"))
        .isCloseTo(Math.min(1, mean + half), CLOSE);
    double ratio = sum(d) / sum(u);
    double[] expected = Arrays.stream(u).map(each -> ratio * each).toArray();
    double ratioHalf = t * Math.sqrt(3 / 2.0 * squares(d, 0, expected)) / sum(u);
    assertThat(amazon.<Double>getAs("polarity")).isCloseTo(ratio, CLOSE);
    assertThat(amazon.<Double>getAs("polarity_low"))
        .isCloseTo(Math.max(-1, ratio - ratioHalf), CLOSE);
    assertThat(amazon.<Double>getAs("polarity_high"))
        .isCloseTo(Math.min(1, ratio + ratioHalf), CLOSE);
  }

  @Test
  void underMinStoriesSentimentIsNullAndTheCountStands(SparkSession spark) {
    news.read(MON_1, "wire", 9).story("a1", MON_1, "amazon").story("a2", MON_1, "amazon");
    news.story("m1", MON_1, "microsoft").story("m2", MON_1, "microsoft");
    news.story("m3", MON_1, "microsoft");

    List<Row> rows =
        Contract.rowsOf(
            LakeTable.ENTITY_WEEK,
            EntityWeek.of(news.input(spark, MON_1), new TrendSettings(3, 3, 8, SETTINGS.asOf())));

    Row amazon = cloud(rows, MON_1, "amazon");
    assertThat(amazon.<Long>getAs("sentiment_n")).isEqualTo(2);
    assertThat(amazon.<Double>getAs("net_sentiment")).isNull();
    assertThat(amazon.<Double>getAs("net_sentiment_low")).isNull();
    assertThat(amazon.<Double>getAs("polarity")).isNull();
    assertThat(cloud(rows, MON_1, "microsoft").<Double>getAs("net_sentiment")).isEqualTo(0.0);
  }

  @Test
  void changeIsAgainstLastWeekAndUnknownWhereLastWeekIsMissing(SparkSession spark) {
    String mon4 = "2024-01-22";
    news.published("2023-12-25", "amazon", 3, 0.75).published("2023-12-25", "microsoft", 1, 0.25);
    for (String week : List.of(MON_1, MON_3, mon4)) { // nothing was read in the second week
      news.read(week, "wire", 10);
    }
    news.story("a1", MON_1, "amazon").story("m1", MON_1, "microsoft");
    news.story("a3", MON_3, "amazon").story("m3", MON_3, "microsoft").story("m5", MON_3, "azure");
    news.story("a4", mon4, "amazon");

    List<Row> rows = compute(spark, MON_1, MON_2, MON_3, mon4);

    assertThat(cloud(rows, MON_1, "amazon").<Double>getAs("change")).isCloseTo(-0.25, CLOSE);
    assertThat(cloud(rows, MON_1, "microsoft").<Double>getAs("change")).isCloseTo(0.25, CLOSE);
    assertThat(rows.stream().map(row -> row.getAs("week_start").toString())).doesNotContain(MON_2);
    assertThat(cloud(rows, MON_3, "amazon").<Double>getAs("change")).isNull();
    assertThat(cloud(rows, mon4, "amazon").<Double>getAs("change")).isCloseTo(2 / 3.0, CLOSE);
    // Named by nobody in the last week, it fell to nothing.
    Row unnamed = cloud(rows, mon4, "microsoft");
    assertThat(counts(unnamed)).isEqualTo("mentions 0, articles 0, stories 0, sources 0");
    assertThat(unnamed.<Double>getAs("share_of_voice_stories")).isEqualTo(0.0);
    assertThat(unnamed.<Double>getAs("share_of_voice_source_balanced")).isEqualTo(0.0);
    assertThat(unnamed.<Double>getAs("change")).isCloseTo(-2 / 3.0, CLOSE);
    assertThat(unnamed.<Double>getAs("p_positive")).isNull();
  }

  @Test
  void anEntityNamedForTheFirstTimeRisesFromNothing(SparkSession spark) {
    news.read(MON_1, "wire", 5).read(MON_2, "wire", 5);
    news.story("a1", MON_1, "amazon").story("a2", MON_2, "amazon").story("m2", MON_2, "microsoft");

    List<Row> rows = compute(spark, MON_1, MON_2);

    assertThat(cloud(rows, MON_2, "microsoft").<Double>getAs("change")).isCloseTo(0.5, CLOSE);
    assertThat(cloud(rows, MON_2, "amazon").<Double>getAs("change")).isCloseTo(-0.5, CLOSE);
    assertThat(cloud(rows, MON_1, "amazon").<Double>getAs("change")).isNull();
    assertThat(rows.stream().filter(row -> row.getAs("entity_id").equals("microsoft")))
        .as("no row before the first week in which it was named")
        .allMatch(row -> row.getAs("week_start").toString().equals(MON_2));
  }

  @Test
  void spikeIsRobustScoreAgainstTheTrailingWeeks(SparkSession spark) {
    long[] past = {3, 4, 2, 3, 5, 3, 4, 3};
    for (int i = 0; i < past.length; i++) {
      news.published(LocalDate.parse(MON_1).minusWeeks(8 - i).toString(), "amazon", past[i], 1.0);
    }
    news.read(MON_1, "wire", 30);
    for (int i = 0; i < 20; i++) {
      news.story("a" + i, MON_1, "amazon");
    }
    news.story("m", MON_1, "microsoft");

    List<Row> rows = compute(spark, MON_1);

    // log(1 + y): median log 4; deviations 0 (four times), log 5/4 (twice), log 4/3, log 6/4, so
    // the MAD is half of log 5/4 = 0.111572, and the floor 1 / sqrt(1 + 3) = 0.5 is the scale.
    assertThat(cloud(rows, MON_1, "amazon").<Double>getAs("spike"))
        .isCloseTo((Math.log(21) - Math.log(4)) / 0.5, CLOSE);
    // Unnamed in eight measured weeks: zeros, scale 1.
    assertThat(cloud(rows, MON_1, "microsoft").<Double>getAs("spike"))
        .isCloseTo(Math.log(2), CLOSE);
  }

  @Test
  void spikeIsUnknownWithLessThanHalfOfThePast(SparkSession spark) {
    for (int back = 1; back <= 3; back++) {
      news.published(LocalDate.parse(MON_1).minusWeeks(back).toString(), "amazon", 2, 1.0);
    }
    news.read(MON_1, "wire", 3).story("a", MON_1, "amazon");
    news.read(MON_2, "wire", 3).story("b", MON_2, "amazon");

    List<Row> rows = compute(spark, MON_1, MON_2);

    assertThat(cloud(rows, MON_1, "amazon").<Double>getAs("spike")).isNull();
    // Three published weeks and the one before it: half of eight. log 2 against median log 3.
    assertThat(cloud(rows, MON_2, "amazon").<Double>getAs("spike"))
        .isCloseTo((Math.log(2) - Math.log(3)) * Math.sqrt(3), CLOSE);
  }

  /** Weeks of the past that a later backfill made part of it, in which nobody was named. */
  @Test
  void spikeCountsMeasuredWeeksThatNameNobodyOfTheCategory(SparkSession spark) {
    for (int back = 1; back <= 8; back++) {
      String week = LocalDate.parse(MON_1).minusWeeks(back).toString();
      news.publishedRead(week, "wire", 30);
      if (back > 4) {
        news.published(week, "amazon", 3, 1.0);
      }
    }
    news.read(MON_1, "wire", 30).story("o", MON_1, "openai");
    for (int i = 0; i < 20; i++) {
      news.story("a" + i, MON_1, "amazon");
    }

    List<Row> rows = compute(spark, MON_1);

    // log(1 + y): log 4 and 0, four times each; the median and all deviations are log 2.
    assertThat(cloud(rows, MON_1, "amazon").<Double>getAs("spike"))
        .isCloseTo((Math.log(21) - Math.log(2)) / (1.4826 * Math.log(2)), CLOSE);
    assertThat(row(rows, MON_1, "ai_partner", "organisation", "openai").<Double>getAs("spike"))
        .as("before the first week of its category there is no past")
        .isNull();
  }

  @Test
  void whoWasLeftOutOfTheCatalogHasNoPartInThePast(SparkSession spark) {
    news.published(MON_1, "amazon", 3, 0.375).published(MON_1, "microsoft", 1, 0.125);
    news.published(MON_1, "left-out", 4, 0.5);
    news.read(MON_2, "wire", 10).story("a", MON_2, "amazon").story("m", MON_2, "microsoft");

    List<Row> rows = compute(spark, MON_2);

    assertThat(cloud(rows, MON_2, "amazon").<Double>getAs("change")).isCloseTo(-0.25, CLOSE);
    assertThat(rows).extracting(row -> row.getAs("entity_id")).doesNotContain("left-out");
  }

  @Test
  void weeksYoungerThanTheLookbackAreProvisional(SparkSession spark) {
    for (String week : List.of(MON_1, MON_2, MON_3)) {
      news.read(week, "wire", 1).story("a" + week, week, "amazon");
    }
    TrendSettings twoWeeks = new TrendSettings(2, 2, 8, LocalDate.parse("2024-01-18"));

    List<Row> rows =
        EntityWeek.of(news.input(spark, MON_1, MON_2, MON_3), twoWeeks)
            .orderBy("week_start")
            .select("week_label", "is_provisional")
            .collectAsList();

    assertThat(rows.stream().map(Row::toString))
        .containsExactly("[2024-W01,false]", "[2024-W02,true]", "[2024-W03,true]");
  }

  @Test
  void weeksThatWereNotAskedForAreLeftOut(SparkSession spark) {
    news.read(MON_1, "wire", 4).story("a1", MON_1, "amazon");
    news.read(MON_2, "wire", 4).story("a2", MON_2, "amazon").story("m2", MON_2, "microsoft");
    news.read(MON_3, "wire", 4).story("m3", MON_3, "microsoft");
    news.published(MON_1, "amazon", 1, 1.0).published(MON_3, "microsoft", 9, 1.0);

    List<Row> rows = compute(spark, MON_2);

    assertThat(rows.stream().map(row -> row.getAs("week_start").toString()).distinct())
        .containsExactly(MON_2);
    assertThat(cloud(rows, MON_2, "amazon").<Double>getAs("change")).isCloseTo(-0.5, CLOSE);
    assertThat(cloud(rows, MON_2, "microsoft").<Double>getAs("change")).isCloseTo(0.5, CLOSE);
  }

  @Test
  void anEntityOfThePastHasARowOfZerosInAWeekThatNamesNobody(SparkSession spark) {
    news.published(MON_1, "amazon", 1, 1.0).read(MON_2, "wire", 4);

    List<Row> rows = compute(spark, MON_2);

    assertThat(rows).hasSize(1);
    assertThat(counts(rows.get(0))).isEqualTo("mentions 0, articles 0, stories 0, sources 0");
    assertThat(rows.get(0).<Double>getAs("attention")).isEqualTo(0.0);
    assertThat(BASES)
        .allSatisfy(
            basis -> assertThat(rows.get(0).<Double>getAs("share_of_voice_" + basis)).isNull());
    assertThat(rows.get(0).<Double>getAs("change")).isNull();
    assertThat(rows.get(0).getJavaMap(rows.get(0).fieldIndex("mentions_by_model"))).isEmpty();
  }

  @Test
  void tellsHowManyMentionsWhichModelRead(SparkSession spark) {
    news.read(MON_1, "wire", 4).article("a1", MON_1, "wire", "s1");
    news.judgedBy("linear-v1", "a1", "aws", 0, 0).judgedBy("encoder-v1", "a1", "amazon", 0, 0);
    news.judgedBy("linear-v1", "a1", "aws", 0, 0);

    Row amazon = cloud(compute(spark, MON_1), MON_1, "amazon");

    assertThat(amazon.getJavaMap(amazon.fieldIndex("mentions_by_model")))
        .isEqualTo(Map.of("linear-v1", 2L, "encoder-v1", 1L));
  }

  @Test
  void noNewsGivesNoRows(SparkSession spark) {
    assertThat(compute(spark, MON_1)).isEmpty();
  }

  @Test
  void partitionsAndTheOrderOfRowsChangeNothing(SparkSession spark) {
    for (int i = 0; i < 40; i++) {
      news.article("a" + i, i % 2 == 0 ? MON_1 : MON_2, "source" + i % 3, "s" + i % 23)
          .judged("a" + i, i % 5 == 0 ? "aws" : "microsoft", 0.013 * i % 0.5, 0.017 * i % 0.5)
          .judged("a" + i, "openai", 0.3, 0.1 + 0.01 * (i % 9));
    }
    news.read(MON_1, "source0", 50).read(MON_2, "source1", 70);
    List<Row> once = compute(spark, MON_1, MON_2);
    TrendInput input = news.input(spark, MON_1, MON_2);
    try {
      for (int partitions : new int[] {2, 7}) {
        spark.conf().set("spark.sql.shuffle.partitions", partitions);
        TrendInput shuffled =
            new TrendInput(
                input.corpusWeek(),
                input.articles(),
                input.mentions().orderBy("p_positive", "article_id").repartition(partitions),
                input.relations(),
                input.shareClaims(),
                input.publishedEntityWeek(),
                input.publishedCorpusWeek(),
                input.entities(),
                input.weeks());
        assertThat(Contract.rowsOf(LakeTable.ENTITY_WEEK, EntityWeek.of(shuffled, SETTINGS)))
            .as("%d partitions", partitions)
            .isEqualTo(once);
      }
    } finally {
      spark.conf().set("spark.sql.shuffle.partitions", "1");
    }
  }

  private List<Row> compute(SparkSession spark, String... weeks) {
    return Contract.rowsOf(
        LakeTable.ENTITY_WEEK, EntityWeek.of(news.input(spark, weeks), SETTINGS));
  }

  private static Row cloud(List<Row> rows, String week, String organisation) {
    return row(rows, week, "cloud_provider", "organisation", organisation);
  }

  private static Row row(
      List<Row> rows, String week, String category, String level, String entity) {
    return rows.stream()
        .filter(row -> row.getAs("week_start").toString().equals(week))
        .filter(row -> row.getAs("category").equals(category) && row.getAs("level").equals(level))
        .filter(row -> row.getAs("entity_id").equals(entity))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row of " + entity + " in " + week));
  }

  private static String counts(Row row) {
    return List.of("mentions", "articles", "stories", "sources").stream()
        .map(count -> count + " " + row.getAs(count))
        .collect(Collectors.joining(", "));
  }

  private static Map<String, Double> sumsOf(List<Row> rows, String share) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> row.getAs("week_start") + " " + row.getAs("category") + row.getAs("level"),
                Collectors.summingDouble(row -> row.getAs(share))));
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  private static double squares(double[] values, double mean, double[] expected) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += Math.pow(values[i] - mean - expected[i], 2);
    }
    return sum;
  }
}
