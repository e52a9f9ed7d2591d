package org.newstide.trend;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** From mentions to countable sums per entity, week and source, in one shuffle of the mentions. */
public final class StoryReadings {
  private StoryReadings() {}

  /**
   * Articles and story sums per week, level, entity and source. A story is counted, with its sums,
   * at one of its sources, so the rows of an entity add up to its week.
   *
   * @return {@code week_start, level, entity_id, source, articles, stories}, and in millionths
   *     {@code negative, positive, d, u, dd, uu, du} as in {@link StorySums}
   */
  static Dataset<Row> perSource(Dataset<Row> mentions) {
    return perStory(named(mentions))
        .select(
            col("week_start"),
            col("level"),
            col("entity_id"),
            col("negative"),
            col("positive"),
            col("positive").minus(col("negative")).as("d"),
            col("positive").plus(col("negative")).as("u"),
            posexplode(col("sources")).as(new String[] {"copy", "source"}))
        // A source's rivals lie together from here on: the next two groupings shuffle nothing.
        .repartition(col("week_start"), col("source"))
        .groupBy("week_start", "level", "entity_id", "source")
        .agg(
            count(lit(1)).as("articles"),
            perStorySum(lit(1L)).as("stories"),
            perStorySum(col("negative")).as("negative"),
            perStorySum(col("positive")).as("positive"),
            perStorySum(col("d")).as("d"),
            perStorySum(col("u")).as("u"),
            perStorySum(col("d").multiply(col("d"))).as("dd"),
            perStorySum(col("u").multiply(col("u"))).as("uu"),
            perStorySum(col("d").multiply(col("u"))).as("du"));
  }

  /** A row for each mention and level. */
  private static Dataset<Row> named(Dataset<Row> mentions) {
    return mentions
        .select(
            col("week_start"),
            col("source"),
            col("story_id"),
            col("article_id"),
            col("organisation_id"),
            col("entity_id"),
            micro("p_negative").as("negative"),
            micro("p_positive").as("positive"))
        // All groups of a story contain it, so this is the only shuffle of data of that size.
        .repartition(col("story_id"))
        .withColumn("named", explode(levels()))
        .select(
            col("week_start"),
            col("named.level").as("level"),
            col("named.entity_id").as("entity_id"),
            col("source"),
            col("story_id"),
            col("article_id"),
            col("negative"),
            col("positive"));
  }

  /** The means over a story's articles, each the mean over its mentions; its sources. */
  private static Dataset<Row> perStory(Dataset<Row> named) {
    return named
        .groupBy("week_start", "level", "entity_id", "source", "story_id", "article_id")
        .agg(mean("negative").as("negative"), mean("positive").as("positive"))
        .groupBy("week_start", "level", "entity_id", "story_id")
        .agg(
            collect_list("source").as("sources"),
            mean("negative").as("negative"),
            mean("positive").as("positive"));
  }

  /**
   * The story sums of {@link #perSource}, over all sources.
   *
   * @param mentions rows of the table {@code mentions}
   * @return {@code week_start, level, entity_id}, and {@code stories, d, u, dd, uu, du} as in
   *     {@link StorySums}
   */
  public static Dataset<Row> perEntity(Dataset<Row> mentions) {
    return perSource(mentions)
        .groupBy("week_start", "level", "entity_id")
        .agg(
            sum("stories").as("stories"),
            sum("d").as("d"),
            sum("u").as("u"),
            sum("dd").as("dd"),
            sum("uu").as("uu"),
            sum("du").as("du"));
  }

  /**
   * Mentions per week, level, entity and sentiment model.
   *
   * @return {@code week_start, level, entity_id, sentiment_model, mentions}
   */
  static Dataset<Row> mentionsByModel(Dataset<Row> mentions) {
    return mentions
        .withColumn("named", explode(levels()))
        .groupBy(
            col("week_start"),
            col("named.level").as("level"),
            col("named.entity_id").as("entity_id"),
            col("sentiment_model"))
        .agg(count(lit(1)).as("mentions"));
  }

  /** A mention counts for its organisation, and where it names an offering, for that too. */
  private static Column levels() {
    Column organisation =
        struct(lit("organisation").as("level"), col("organisation_id").as("entity_id"));
    Column offering = struct(lit("offering").as("level"), col("entity_id").as("entity_id"));
    return when(col("entity_id").equalTo(col("organisation_id")), array(organisation))
        .otherwise(array(organisation, offering));
  }

  /** A probability as whole millionths, so that sums and means do not depend on their order. */
  public static Column micro(String probability) {
    return round(col(probability).multiply(1e6)).cast("bigint");
  }

  /**
   * Mean of non-negative integers, rounded half up.
   *
   * @param integers SQL; nulls do not count, and of nothing else the mean is null
   */
  public static Column mean(String integers) {
    return expr("(2 * sum(%1$s) + count(%1$s)) div (2 * count(%1$s))".formatted(integers));
  }

  private static Column perStorySum(Column value) {
    return sum(when(col("copy").equalTo(0), value).otherwise(lit(0L)));
  }
}
