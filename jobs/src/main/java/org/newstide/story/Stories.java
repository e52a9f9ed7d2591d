package org.newstide.story;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_micros;

import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import scala.collection.Seq;

/**
 * Makes syndicated copies one story.
 *
 * <p>What is a copy depends on which earlier articles are originals, so one task takes the sketches
 * of the matched articles, some 250 bytes each, in order of publication; docs/definitions.md says
 * how long it takes. The articles themselves stay where they are and learn of their original by a
 * join.
 */
public final class Stories implements AutoCloseable {
  private static final StructType COPY =
      StructType.fromDDL("article_id string, original_id string");
  private static final String[] ARTICLE_ID = {"article_id"};

  private final Dataset<Row> copies;
  private final long count;

  private Stories(Dataset<Row> copies) {
    this.copies = copies.persist(StorageLevel.MEMORY_AND_DISK());
    // Once Spark knows how few they are, it joins them without moving the articles.
    this.count = this.copies.count();
  }

  /**
   * Finds the copies.
   *
   * @param articles with {@code article_id}, {@code published_at} and {@code lead_sketch}
   * @param earlier originals of the days before, with the same columns: stories may go on from them
   * @param windowDays a copy that appears later after its original is another story
   * @param minSimilarity estimated Jaccard similarity of two leads, 0..1
   */
  public static Stories of(
      Dataset<Row> articles, Dataset<Row> earlier, int windowDays, double minSimilarity) {
    // An article that was published again is no original of its own.
    Dataset<Row> before = earlier.join(articles.select("article_id"), ARTICLE_ID, "left_anti");
    return new Stories(
        sketches(articles)
            .union(sketches(before))
            .repartition(1)
            .sortWithinPartitions("published", "article_id")
            .mapPartitions(copies(windowDays, minSimilarity), Encoders.row(COPY)));
  }

  /**
   * Adds to rows with {@code article_id} the {@code story_id}, which is the {@code article_id} of
   * the story's earliest article, and {@code is_original}.
   */
  public Dataset<Row> joined(Dataset<Row> rows) {
    return rows.join(copies, ARTICLE_ID, "left")
        .withColumn("story_id", coalesce(col("original_id"), col("article_id")))
        .withColumn("is_original", col("original_id").isNull())
        .drop("original_id");
  }

  /** How many articles are copies. */
  public long copies() {
    return count;
  }

  @Override
  public void close() {
    copies.unpersist();
  }

  private static Dataset<Row> sketches(Dataset<Row> articles) {
    return articles.select(
        col("article_id"), unix_micros(col("published_at")).as("published"), col("lead_sketch"));
  }

  private static MapPartitionsFunction<Row, Row> copies(int windowDays, double minSimilarity) {
    return articles -> {
      OriginalFinder originals = new OriginalFinder(windowDays, minSimilarity);
      return stream(articles).flatMap(article -> copy(article, originals).stream()).iterator();
    };
  }

  private static Optional<Row> copy(Row article, OriginalFinder originals) {
    String articleId = article.getString(0);
    return originals
        .originalOf(articleId, article.getLong(1), sketch(article.getSeq(2)))
        .map(original -> RowFactory.create(articleId, original));
  }

  private static long[] sketch(Seq<Long> places) {
    long[] sketch = new long[places.size()];
    for (int i = 0; i < sketch.length; i++) {
      sketch[i] = places.apply(i);
    }
    return sketch;
  }

  private static <T> Stream<T> stream(Iterator<T> values) {
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(values, 0), false);
  }
}
