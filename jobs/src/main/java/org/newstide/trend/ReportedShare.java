package org.newstide.trend;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.newstide.claim.ShareClaim;

/** The table {@code reported_share}: each week's statements of a series are one vintage of it. */
final class ReportedShare {
  private static final String[] VINTAGE = {
    "week_start", "organisation_id", "market", "geography", "period", "publisher"
  };

  private ReportedShare() {}

  static Dataset<Row> of(TrendInput input) {
    Dataset<Row> stories = input.ofWeeks(input.articles()).select("article_id", "story_id");
    return perStory(input.ofWeeks(input.shareClaims()), stories)
        .groupBy(Columns.of(VINTAGE))
        .agg(
            min("first.published_on").as("as_of"),
            expr("round(percentile((first.low + first.high) / 2, 0.5), 4)").as("consensus"),
            min("first.low").as("low"),
            max("first.high").as("high"),
            count(lit(1)).as("statements"),
            functions.every(col("first.approximate")).as("approximate"),
            min("first").as("first"))
        .select(
            col("organisation_id"),
            col("market"),
            col("geography"),
            col("period"),
            col("publisher"),
            col("as_of"),
            col("week_start"),
            col("consensus"),
            col("low"),
            col("high"),
            col("statements"),
            col("approximate"),
            col("first.article_id").as("article_id"),
            col("first.sentence").as("sentence"));
  }

  /**
   * One statement per story, the first: copies of an article are no second witness, and what lies
   * between two figures of one text is a figure that nobody stated.
   */
  private static Dataset<Row> perStory(Dataset<Row> claims, Dataset<Row> stories) {
    Column publishedOn =
        expr("date_from_unix_date(CAST(floor(unix_seconds(published_at) / 86400) AS INT))");
    return claims
        .where(not(col("period").eqNullSafe(ShareClaim.EARLIER)))
        .withColumn("market", named(ShareSeries::normalised, "market"))
        .withColumn("geography", named(ShareSeries::ofGeography, "geography"))
        .withColumn("period", coalesce(col("period"), lit("")))
        .withColumn("publisher", named(ShareSeries::ofPublisher, "publisher"))
        .withColumn("published_on", publishedOn)
        .withColumn("position", expr("CAST(substring_index(claim_id, ':', -1) AS INT)"))
        .join(stories, new String[] {"article_id"}, "left")
        .withColumn("story", coalesce(col("story_id"), col("article_id")))
        .groupBy(Columns.of(VINTAGE, "story"))
        .agg(
            min(struct(
                    "published_on",
                    "published_at",
                    "article_id",
                    "position",
                    "low",
                    "high",
                    "approximate",
                    "sentence"))
                .as("first"));
  }

  /** A column under the name that its series goes by; empty where nothing is named. */
  private static Column named(UDF1<String, String> name, String column) {
    return udf(name, DataTypes.StringType).apply(coalesce(col(column), lit("")));
  }
}
