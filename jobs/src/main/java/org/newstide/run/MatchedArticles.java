package org.newstide.run;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newstide.reread.Pool;

/**
 * Takes kept readings apart into the rows of the articles, mentions, relations and share_claims
 * tables.
 */
final class MatchedArticles {
  private MatchedArticles() {}

  /** What stories are found by: {@code article_id}, {@code published_at}, {@code lead_sketch}. */
  static Dataset<Row> sketches(Dataset<Row> readings) {
    return readings.select(
        col("article_id"),
        timestamp_micros(col("published_micros")).as("published_at"),
        col("reading.lead_sketch").as("lead_sketch"));
  }

  /**
   * @param readings kept readings with {@code story_id} and {@code is_original}
   */
  static Dataset<Row> articles(Dataset<Row> readings) {
    return readings.select(
        col("article_id"),
        date_from_unix_date(col("week_day")).as("week_start"),
        col("input"),
        col("source"),
        col("reading.url").as("url"),
        col("reading.title").as("title"),
        timestamp_micros(col("published_micros")).as("published_at"),
        col("reading.language").as("language"),
        col("reading.length").as("length"),
        col("reading.content_hash").as("content_hash"),
        col("story_id"),
        col("is_original"),
        when(col("is_original"), col("reading.lead_sketch")).as("lead_sketch"));
  }

  /**
   * @param readings kept readings with {@code story_id} and {@code judged}
   * @param extracted names the readers; the first one's verdicts stand where it was the only one
   * @param pool whose stand elsewhere
   */
  static Dataset<Row> mentions(Dataset<Row> readings, RunManifest extracted, Pool pool) {
    Column again = col("judged").apply(col("found.organisation_id"));
    Column verdict =
        pool.of(
            struct(col("found.p_negative"), col("found.p_neutral"), col("found.p_positive")),
            again,
            col("is_headline"));
    return perArticle(
            readings,
            explode(col("reading.mentions")).as("found"),
            col("judged"),
            col("reading.passage.is_headline").as("is_headline"))
        .select(
            concat_ws(":", col("article_id"), col("found.field"), col("found.char_start"))
                .as("mention_id"),
            col("article_id"),
            col("week_start"),
            col("source"),
            col("story_id"),
            col("published_at"),
            col("found.*"),
            when(again.isNotNull(), verdict).as("verdict"))
        .withColumn("p_negative", coalesce(col("verdict.p_negative"), col("p_negative")))
        .withColumn("p_neutral", coalesce(col("verdict.p_neutral"), col("p_neutral")))
        .withColumn("p_positive", coalesce(col("verdict.p_positive"), col("p_positive")))
        .withColumn(
            "sentiment_model",
            when(col("verdict").isNotNull(), lit(extracted.rereadBy(pool)))
                .otherwise(lit(extracted.firstModel())))
        .drop("verdict");
  }

  /**
   * @param readings kept readings with {@code story_id}
   */
  static Dataset<Row> relations(Dataset<Row> readings) {
    return perArticle(readings, explode(col("reading.relations")).as("found"))
        .select(col("article_id"), col("week_start"), col("story_id"), col("found.*"));
  }

  /**
   * @param readings kept readings with {@code story_id}
   */
  static Dataset<Row> shareClaims(Dataset<Row> readings) {
    return perArticle(
            readings,
            posexplode(col("reading.share_claims")).as(new String[] {"position", "found"}))
        .select(
            concat_ws(":", col("article_id"), col("position")).as("claim_id"),
            col("article_id"),
            col("week_start"),
            col("published_at"),
            col("found.*"));
  }

  private static Dataset<Row> perArticle(Dataset<Row> readings, Column... found) {
    List<Column> columns = new ArrayList<>();
    columns.add(col("article_id"));
    columns.add(date_from_unix_date(col("week_day")).as("week_start"));
    columns.add(col("source"));
    columns.add(col("story_id"));
    columns.add(timestamp_micros(col("published_micros")).as("published_at"));
    columns.addAll(List.of(found));
    return readings.select(columns.toArray(Column[]::new));
  }
}
