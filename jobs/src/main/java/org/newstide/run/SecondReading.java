package org.newstide.run;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.to_json;

import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.newstide.config.SentimentConfig;
import org.newstide.reread.Encoder;
import org.newstide.reread.Pool;
import org.newstide.reread.Rereading;

/**
 * Lets an encoder judge staged passages again, each distinct one once: all of them, or the doubtful
 * ones within a budget. Its verdicts are staged beside the first ones, to stand in for them or be
 * pooled with them.
 */
final class SecondReading {
  static final String STAGED = "reread";

  private static final Column KEY = sha2(to_json(col("reading.passage")), 256);

  private final Optional<Encoder> encoder;
  private final SentimentConfig config;

  private SecondReading(Optional<Encoder> encoder, SentimentConfig config) {
    this.encoder = encoder;
    this.config = config;
  }

  /**
   * Loads the encoder, where one is asked for: before the corpus is read, as a run that cannot end
   * shall not begin.
   */
  static SecondReading of(SparkSession spark, SentimentConfig config) {
    return new SecondReading(
        isAsked(config) ? Optional.of(Encoder.load(spark, config.encoder())) : Optional.empty(),
        config);
  }

  static boolean isAsked(SentimentConfig config) {
    return switch (config.engine()) {
      case LINEAR -> false;
      case SPARK_NLP, CASCADE -> true;
    };
  }

  /** The model's name of a run: that of the first reader, and behind a plus sign the encoder's. */
  String model(String first) {
    return first + encoder.map(reader -> "+" + reader.model()).orElse("");
  }

  /** SHA-256 over those of the run's models, likewise. */
  String modelDigest(String first) {
    return encoder.map(reader -> Pool.digest(first, reader.digest())).orElse(first);
  }

  /** Stages the encoder's verdicts, where one is asked for. */
  void run(Staging staging) {
    encoder.ifPresent(reader -> run(staging, reader));
  }

  private void run(Staging staging, Encoder reader) {
    Dataset<Row> matched =
        Staged.of(staging.read(ExtractStage.STAGED, Staged.SCHEMA), Staged.Kind.MATCHED)
            .withColumn("key", KEY);
    Dataset<Row> chosen =
        config.engine() == SentimentConfig.Engine.CASCADE
            ? matched.join(doubtful(matched, config.cascade()), "key")
            : matched;
    Dataset<Row> passages =
        chosen.select(col("key"), col("reading.passage.*")).dropDuplicates("key");
    staging.write(STAGED, Rereading.judge(reader, passages));
  }

  /** Adds {@code judged} to readings, null where there was one reading. */
  static Dataset<Row> joined(Staging staging, RunManifest extracted, Dataset<Row> readings) {
    if (!extracted.isReadAgain()) {
      return readings.withColumn(
          "judged", lit(null).cast(Rereading.JUDGED.apply("judged").dataType()));
    }
    return readings
        .withColumn("key", KEY)
        .join(staging.read(STAGED, Rereading.JUDGED), new String[] {"key"}, "left")
        .drop("key");
  }

  /**
   * Keys of the passages in doubt: per organisation and week the closest calls first, the order of
   * the keys deciding ties, so that a run chooses the same ones again.
   */
  static Dataset<Row> doubtful(Dataset<Row> matched, SentimentConfig.Cascade cascade) {
    Column sorted =
        array_sort(array(col("found.p_negative"), col("found.p_neutral"), col("found.p_positive")));
    return matched
        .select(col("key"), col("week_day"), explode(col("reading.mentions")).as("found"))
        .select(
            col("key"),
            col("week_day"),
            col("found.organisation_id").as("organisation_id"),
            array_max(sorted).minus(sorted.getItem(1)).as("margin"))
        .groupBy("organisation_id", "week_day", "key")
        .agg(min("margin").as("margin"))
        .where(col("margin").lt(cascade.margin()))
        .withColumn(
            "place",
            row_number()
                .over(Window.partitionBy("organisation_id", "week_day").orderBy("margin", "key")))
        .where(col("place").leq(cascade.budget()))
        .select("key")
        .distinct();
  }
}
