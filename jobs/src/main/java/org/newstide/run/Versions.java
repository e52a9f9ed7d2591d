package org.newstide.run;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Which row of an article counts. Rows with one article_id are versions of one article: the latest
 * published one is kept (ties: the greater version hash, source, input, file), all others are exact
 * duplicates. Most articles have one row, so only the repeated ones are ever joined.
 */
final class Versions implements AutoCloseable {
  private static final Column ORDER =
      struct("published_micros", "version_hash", "source", "input", "source_file", "week_day");

  private final Dataset<Row> usable;
  private final Dataset<Row> repeated;

  /**
   * @param staged rows of the extract stage
   */
  Versions(Dataset<Row> staged) {
    this.usable = staged.where("reason IS NULL");
    this.repeated =
        usable
            .join(repeatedIds(), new String[] {"article_id"}, "left_semi")
            .groupBy("article_id")
            .agg(max(ORDER).as("kept"))
            .persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** Counted on ids alone first: of most articles nothing else is ever shuffled. */
  private Dataset<Row> repeatedIds() {
    return usable.groupBy("article_id").agg(count(lit(1)).as("copies")).where("copies > 1");
  }

  /** The kept rows among the matched ones, with their readings: one per article. */
  Dataset<Row> keptReadings() {
    Dataset<Row> joined =
        usable.where("matched").join(repeated, new String[] {"article_id"}, "left");
    Dataset<Row> single = joined.where("kept IS NULL").drop("kept");
    Dataset<Row> keptOfMany =
        joined
            .where(col("kept").isNotNull().and(ORDER.equalTo(col("kept"))))
            .drop("kept")
            .dropDuplicates("article_id");
    return single.union(keptOfMany);
  }

  /**
   * Dropped rows per {@code week_day} and {@code source}: {@code exact_duplicates}, and of these
   * {@code superseded_versions}, whose text differs from the kept one.
   */
  Dataset<Row> duplicates() {
    Dataset<Row> rows =
        usable
            .join(repeated, "article_id")
            .groupBy("week_day", "source")
            .agg(
                count(lit(1)).as("rows"),
                sum(when(col("version_hash").notEqual(col("kept.version_hash")), 1L).otherwise(0L))
                    .as("superseded_versions"));
    Dataset<Row> kept =
        repeated
            .groupBy(col("kept.week_day").as("week_day"), col("kept.source").as("source"))
            .agg(count(lit(1)).as("kept_rows"));
    return rows.join(kept, new String[] {"week_day", "source"}, "left")
        .select(
            col("week_day"),
            col("source"),
            col("rows").minus(coalesce(col("kept_rows"), lit(0L))).as("exact_duplicates"),
            col("superseded_versions"));
  }

  /** How many articles are accepted whose kept row satisfies a condition on {@code week_day}. */
  long accepted(Column isInRange) {
    long many = repeated.select(col("kept.week_day").as("week_day")).where(isInRange).count();
    long rowsInRange = usable.where(isInRange).count();
    long repeatedRows =
        usable.where(isInRange).join(repeated, new String[] {"article_id"}, "left_semi").count();
    return rowsInRange - repeatedRows + many;
  }

  @Override
  public void close() {
    repeated.unpersist();
  }
}
