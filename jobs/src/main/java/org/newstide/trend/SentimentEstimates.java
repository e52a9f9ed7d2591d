package org.newstide.trend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF6;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Estimates of {@link StorySums} as columns. */
final class SentimentEstimates {
  static final StructType INTERVAL =
      new StructType()
          .add("estimate", DataTypes.DoubleType)
          .add("low", DataTypes.DoubleType)
          .add("high", DataTypes.DoubleType);

  private SentimentEstimates() {}

  /**
   * Turns the sums {@code negative, positive, d, u, dd, uu, du} into {@code p_negative, p_neutral,
   * p_positive, sentiment_n}, net sentiment and polarity with their intervals.
   *
   * @param minStories with fewer stories the estimates are null
   */
  static Dataset<Row> withSentiment(Dataset<Row> sums, int minStories) {
    Column[] arguments = {
      col("stories"), col("d"), col("u"), col("dd"), col("uu"), col("du"),
    };
    Column enough = col("stories").geq(minStories);
    Dataset<Row> estimated =
        sums.withColumn("net", when(enough, estimate(NET).apply(arguments)))
            .withColumn("pol", when(enough, estimate(POLARITY).apply(arguments)));
    return estimated
        .withColumn("sentiment_n", col("stories"))
        .withColumn("p_negative", col("negative").divide(lit(1e6)))
        .withColumn("p_neutral", col("stories").multiply(1_000_000L).minus(col("u")).divide(1e6))
        .withColumn("p_positive", col("positive").divide(lit(1e6)))
        .withColumn("net_sentiment", col("net.estimate"))
        .withColumn("net_sentiment_low", col("net.low"))
        .withColumn("net_sentiment_high", col("net.high"))
        .withColumn("polarity", col("pol.estimate"))
        .withColumn("polarity_low", col("pol.low"))
        .withColumn("polarity_high", col("pol.high"))
        .drop("net", "pol", "negative", "positive", "d", "u", "dd", "uu", "du");
  }

  private static final UDF6<Long, Long, Long, Long, Long, Long, Row> NET =
      (n, d, u, dd, uu, du) -> row(new StorySums(n, d, u, dd, uu, du).netSentiment());
  private static final UDF6<Long, Long, Long, Long, Long, Long, Row> POLARITY =
      (n, d, u, dd, uu, du) -> row(new StorySums(n, d, u, dd, uu, du).polarity());

  private static UserDefinedFunction estimate(
      UDF6<Long, Long, Long, Long, Long, Long, Row> estimator) {
    return udf(estimator, INTERVAL);
  }

  static Row row(Optional<Interval> interval) {
    return interval
        .map(value -> RowFactory.create(value.estimate(), value.low(), value.high()))
        .orElse(null);
  }
}
