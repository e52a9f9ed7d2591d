package org.newstide.story;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * Makes syndicated copies one story. Sketches that agree in one band of places meet in a bucket
 * (locality-sensitive hashing); within a bucket each article is compared with the bucket's earliest
 * article of the window alone, so a wire story with ten thousand copies costs ten thousand
 * comparisons. An article joins the earliest article that it matches; chains are followed to their
 * head.
 */
public final class Stories {
  private static final int BAND = 3;
  private static final int CHAIN_STEPS = 3;

  private Stories() {}

  /**
   * @param articles with {@code article_id}, {@code published_at} and {@code lead_sketch}
   * @param windowDays copies further from the head are another story
   * @param minSimilarity estimated Jaccard similarity, 0..1
   * @return the articles without {@code lead_sketch}, with {@code story_id} and {@code is_original}
   */
  public static Dataset<Row> withStories(
      Dataset<Row> articles, int windowDays, double minSimilarity) {
    Dataset<Row> heads = heads(articles, windowDays, minSimilarity).persist();
    Dataset<Row> story = heads;
    for (int step = 0; step < CHAIN_STEPS; step++) {
      story = followed(story, heads);
    }
    return articles
        .drop("lead_sketch")
        .join(story, columns("article_id"), "left")
        .withColumn("story_id", functions.coalesce(col("head"), col("article_id")))
        .drop("head")
        .withColumn("is_original", col("story_id").equalTo(col("article_id")));
  }

  /** Per article that has one, the earliest article it is a copy of. */
  private static Dataset<Row> heads(Dataset<Row> articles, int windowDays, double minSimilarity) {
    Column bands =
        functions.array(
            java.util.stream.IntStream.range(0, LeadSketch.SIZE / BAND)
                .mapToObj(
                    band ->
                        xxhash64(
                            functions.lit(band),
                            functions.slice(col("lead_sketch"), band * BAND + 1, BAND)))
                .toArray(Column[]::new));
    Column slot =
        expr(
            "CAST(floor(unix_seconds(published_at) / "
                + (Math.max(1, windowDays) * 86400L)
                + ") AS BIGINT)");
    Dataset<Row> bucketed =
        articles.select(
            col("article_id"),
            col("published_at"),
            col("lead_sketch"),
            slot.as("slot"),
            explode(bands).as("band"));
    // Every article stands in its own window and in the next one, so copies across the border meet.
    Dataset<Row> placed =
        bucketed.withColumn("window", explode(functions.array(col("slot"), col("slot").plus(1))));
    WindowSpec bucket = Window.partitionBy("band", "window");
    Dataset<Row> compared =
        placed
            .withColumn(
                "first", min(struct("published_at", "article_id", "lead_sketch")).over(bucket))
            .where("first.article_id <> article_id");
    return compared
        .withColumn("similarity", similarity())
        .where(col("similarity").geq(minSimilarity))
        .where(
            "unix_seconds(published_at) - unix_seconds(first.published_at) <= "
                + windowDays * 86400L)
        .groupBy("article_id")
        .agg(min(struct("first.published_at", "first.article_id")).as("earliest"))
        .select(col("article_id"), col("earliest.article_id").as("head"));
  }

  private static Column similarity() {
    return functions
        .aggregate(
            functions.zip_with(
                col("lead_sketch"),
                col("first.lead_sketch"),
                (a, b) -> functions.when(a.equalTo(b), 1).otherwise(0)),
            functions.lit(0),
            (sum, agrees) -> sum.plus(agrees))
        .divide(LeadSketch.SIZE);
  }

  /** Where an article's head is itself a copy, the head's head takes its place. */
  private static Dataset<Row> followed(Dataset<Row> story, Dataset<Row> heads) {
    Dataset<Row> next = heads.select(col("article_id").as("head"), col("head").as("head_of_head"));
    return story
        .join(next, columns("head"), "left")
        .select(col("article_id"), functions.coalesce(col("head_of_head"), col("head")).as("head"));
  }

  private static scala.collection.immutable.Seq<String> columns(String name) {
    return scala.collection.JavaConverters.asScalaBuffer(java.util.List.of(name)).toList();
  }
}
