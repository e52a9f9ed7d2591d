package org.newstide.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.NewstideException;
import org.newstide.SparkExtension;
import org.newstide.config.SentimentConfig.Cascade;
import org.newstide.table.LakeTable;

@ExtendWith(SparkExtension.class)
class SecondReadingTest {
  private static final Path ENCODER =
      Path.of(System.getProperty("newstide.root"), "models/encoder");

  private static final int WEEK = 19723;
  private static final int NEXT_WEEK = 19730;

  @TempDir Path folder;

  @Test
  void theClosestCallsOfAnOrganisationAndWeekAreReadAgainUntilTheBudgetIsSpent(SparkSession spark) {
    Dataset<Row> matched =
        matched(
            spark,
            article("sure", WEEK, mention("vega", 0.1, 0.1, 0.8)),
            article("near", WEEK, mention("vega", 0.3, 0.3, 0.4)),
            article("nearer", WEEK, mention("vega", 0.35, 0.3, 0.35)),
            article("far", WEEK, mention("vega", 0.2, 0.3, 0.5)));

    assertThat(doubtful(matched, new Cascade(0.5, 10))).containsExactly("far", "near", "nearer");
    assertThat(doubtful(matched, new Cascade(0.5, 2))).containsExactly("near", "nearer");
    assertThat(doubtful(matched, new Cascade(0.05, 10))).containsExactly("nearer");
  }

  @Test
  void everyOrganisationAndEveryWeekHasItsOwnBudget(SparkSession spark) {
    Dataset<Row> matched =
        matched(
            spark,
            article("a", WEEK, mention("vega", 0.3, 0.3, 0.4), mention("orion", 0.0, 0.1, 0.9)),
            article("b", WEEK, mention("vega", 0.3, 0.25, 0.45), mention("orion", 0.3, 0.3, 0.4)),
            article("c", NEXT_WEEK, mention("vega", 0.2, 0.3, 0.5)));

    // a is the closest call of vega's week, b of orion's, c of vega's next
    assertThat(doubtful(matched, new Cascade(0.5, 1))).containsExactly("a", "b", "c");
  }

  @Test
  void theKeyDecidesAmongEqualMarginsWhateverTheOrderOfTheRows(SparkSession spark) {
    Row b = article("b", WEEK, mention("vega", 0.3, 0.3, 0.4));
    Row a = article("a", WEEK, mention("vega", 0.3, 0.3, 0.4));
    Row c = article("c", WEEK, mention("vega", 0.3, 0.3, 0.4));

    assertThat(doubtful(matched(spark, b, a, c), new Cascade(0.5, 2))).containsExactly("a", "b");
    assertThat(doubtful(matched(spark, c, a, b), new Cascade(0.5, 2))).containsExactly("a", "b");
  }

  @Test
  void aCopyOfAPassageSpendsTheBudgetOnce(SparkSession spark) {
    Row copied = article("copied", WEEK, mention("vega", 0.35, 0.3, 0.35));
    Row other = article("other", WEEK, mention("vega", 0.3, 0.3, 0.4));

    assertThat(doubtful(matched(spark, copied, copied, other), new Cascade(0.5, 2)))
        .containsExactly("copied", "other");
  }

  @Test
  void aRunOfTheEncoderReadsEveryMentionAndSaysSo(SparkSession spark) {
    TestLake lake = corpus().with(engine("spark-nlp"));

    lake.run(spark);

    Dataset<Row> mentions = lake.lake(spark).read(LakeTable.MENTIONS);
    assertThat(strings(mentions.select("sentiment_model").distinct()))
        .singleElement()
        .asString()
        .startsWith("encoder-");
    assertThat(mentions.where("abs(p_negative + p_neutral + p_positive - 1) > 1e-6").count())
        .isZero();
    assertThat(readers(lake, spark)).containsExactly(entry("encoder", 3L));
    Map<LakeTable, List<String>> first = lake.contents(spark);
    lake.run(spark);
    assertThat(lake.contents(spark)).isEqualTo(first);
  }

  @Test
  void aCascadeGivesEachOrganisationAndWeekItsClosestCallAndLeavesTheRestToTheLinearModel(
      SparkSession spark) {
    TestLake lake = corpus().with(engine("cascade"));

    lake.run(spark);

    // three mentions of one organisation in one week, in three articles; one may be read again
    assertThat(readers(lake, spark)).containsOnly(entry("both", 1L), entry("linear", 2L));
  }

  @Test
  void anEncoderThatIsNotThereStopsTheRunBeforeTheCorpusIsRead(SparkSession spark) {
    TestLake lake =
        corpus()
            .with(
                Map.of(
                    "sentiment.engine",
                    "spark-nlp",
                    "sentiment.encoder",
                    folder.resolve("nowhere").toString()));

    assertThatThrownBy(() -> lake.run(spark))
        .isInstanceOf(NewstideException.class)
        .hasMessageContaining("MODEL_UNTRUSTED")
        .hasMessageContaining("nowhere")
        .hasMessageContaining("scripts/train-encoder.sh");
    assertThat(folder.resolve("lake/_staging")).doesNotExist();
  }

  private TestLake corpus() {
    return new TestLake(folder)
        .article("https://a.example/1", "a", "2024-01-02", "Oracle opens a region", "It is open.")
        .article("https://b.example/1", "b", "2024-01-03", "Oracle sued by a customer", "A trial.")
        .article("https://c.example/1", "c", "2024-01-04", "Oracle wins a prize", "It was given.");
  }

  private static Map<String, String> engine(String name) {
    return Map.of(
        "sentiment.engine",
        name,
        "sentiment.encoder",
        ENCODER.toString(),
        "sentiment.cascade.margin",
        "1",
        "sentiment.cascade.budget",
        "1");
  }

  /** Mentions in one category of the weekly table, by whether one model read them or both. */
  private static Map<String, Long> readers(TestLake lake, SparkSession spark) {
    Map<String, Long> readers = new java.util.TreeMap<>();
    lake.lake(spark)
        .read(LakeTable.ENTITY_WEEK)
        .where("category = 'cloud_provider' AND level = 'organisation' AND mentions > 0")
        .selectExpr("explode(mentions_by_model)")
        .collectAsList()
        .forEach(row -> readers.merge(reader(row.getString(0)), row.getLong(1), Long::sum));
    return readers;
  }

  private static String reader(String model) {
    return model.contains("+") ? "both" : model.split("-")[0];
  }

  private static List<String> doubtful(Dataset<Row> matched, Cascade cascade) {
    return strings(SecondReading.doubtful(matched, cascade).orderBy("key"));
  }

  private static List<String> strings(Dataset<Row> rows) {
    return rows.as(Encoders.STRING()).collectAsList();
  }

  private static Dataset<Row> matched(SparkSession spark, Row... articles) {
    return spark.createDataFrame(
        List.of(articles),
        StructType.fromDDL(
            "key string, week_day int, reading struct<mentions:array<struct<organisation_id:string,"
                + " p_negative:double, p_neutral:double, p_positive:double>>>"));
  }

  private static Row article(String key, int week, Object... mentions) {
    return RowFactory.create(key, week, RowFactory.create((Object) mentions));
  }

  private static Row mention(
      String organisation, double negative, double neutral, double positive) {
    return RowFactory.create(organisation, negative, neutral, positive);
  }
}
