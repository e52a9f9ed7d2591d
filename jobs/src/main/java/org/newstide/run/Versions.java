package org.newstide.run;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.sketch.BloomFilter;

/**
 * Which row of an article counts. Rows with one article_id are versions of one article: the latest
 * published one is kept (ties: the greater version hash, source, input, file, then the lesser
 * address as written and language), all others are exact duplicates. Most articles have one row, so
 * only the repeated ones are ever unpacked and joined. What earlier runs have published in other
 * weeks are versions, too: where one of them is the latest, the run keeps no row of the article;
 * where it is not, it has moved out of its week.
 */
final class Versions implements AutoCloseable {
  private static final Column ORDER =
      struct("published_micros", "version_hash", "source", "input", "source_file", "week_day");

  private static final Column IS_OF_RUN = col("input").notEqual(PublishedElsewhere.INPUT);
  private static final Column IS_SINGLE = col("kept").isNull();
  private static final Column IS_KEPT = col("kept").isNotNull().and(ORDER.equalTo(col("kept")));

  private static final Column IS_OTHER_VERSION =
      col("version_hash")
          .notEqual(col("kept.version_hash"))
          .or(col("week_day").notEqual(col("kept.week_day")));

  private static final StructType KEY =
      StructType.fromDDL(
          "input string, source_file string, high bigint, low bigint, version_hash bigint,"
              + " published_micros bigint, week_day int, source string");
  private static final double FALSE_POSITIVES = 0.01;

  private final Dataset<Row> matched;
  private final Dataset<Row> repeatedHalves;
  private final Dataset<Row> rows;
  private final Dataset<Row> repeated;
  private final Optional<Dataset<Row>> oneOfIdentical;
  private final boolean hasRepeated;
  private final boolean hasElsewhere;

  /**
   * @param staged rows of the extract stage
   * @param elsewhere what is published of its articles in other weeks
   */
  Versions(Dataset<Row> staged, Optional<PublishedElsewhere> elsewhere) {
    this.hasElsewhere = elsewhere.isPresent();
    this.matched = Staged.of(staged, Staged.Kind.MATCHED);
    Dataset<Row> keys = Staged.of(staged, Staged.Kind.KEYS);
    Optional<Dataset<Row>> published = elsewhere.map(PublishedElsewhere::rows);
    this.repeatedHalves =
        RepeatedHalves.of(keys, published).persist(StorageLevel.MEMORY_AND_DISK());
    this.rows = repeatedRows(keys, published).persist(StorageLevel.MEMORY_AND_DISK());
    this.repeated =
        rows.groupBy("article_id")
            .agg(max(ORDER).as("kept"))
            .persist(StorageLevel.MEMORY_AND_DISK());
    // Once Spark knows how few they are, it joins them without moving the readings.
    this.hasRepeated = repeated.count() > 0;
    this.oneOfIdentical =
        hasRepeated && hasIdentical() ? Optional.of(oneOfIdentical()) : Optional.empty();
  }

  /** Whether one file holds a version twice, so that its order tells nothing. */
  private boolean hasIdentical() {
    return !rows.join(repeated, "article_id")
        .where(ORDER.equalTo(col("kept")))
        .groupBy("article_id")
        .count()
        .where("count > 1")
        .isEmpty();
  }

  /**
   * One row of each repeated article. Rows that tie may still differ in the address as written and
   * in the language: the reading begins with the two, so its order decides.
   */
  private Dataset<Row> oneOfIdentical() {
    return withVersions()
        .where(IS_KEPT)
        .withColumn("place", row_number().over(Window.partitionBy("article_id").orderBy("reading")))
        .where("place = 1")
        .drop("place")
        // Few and wide: every table is made of them, and each would shuffle them anew.
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  /**
   * The rows of articles that have several. Half of the id is counted first: of most articles
   * nothing else is shuffled, and a Bloom filter of the repeated halves lets nearly all others stay
   * packed. The few whose other half differs have one row each and are harmless.
   */
  private Dataset<Row> repeatedRows(Dataset<Row> keys, Optional<Dataset<Row>> elsewhere) {
    BloomFilter repeated =
        repeatedHalves
            .stat()
            .bloomFilter("high", Math.max(1, repeatedHalves.count()), FALSE_POSITIVES);
    Dataset<Row> unpacked = unpacked(keys, repeated);
    return elsewhere
        .map(unpacked::unionByName)
        .orElse(unpacked)
        .join(repeatedHalves, new String[] {"high"}, "left_semi")
        .drop("high");
  }

  /**
   * @param keys packed rows
   * @param wanted first halves of the ids; of others a few may come along
   * @return {@code input, source_file, high, version_hash, published_micros, week_day, source,
   *     article_id}
   */
  static Dataset<Row> unpacked(Dataset<Row> keys, BloomFilter wanted) {
    FlatMapFunction<Row, Row> unpack =
        block ->
            KeyBlock.unpacked(block.getStruct(2), wanted::mightContainLong).stream()
                .map(key -> key(block, key))
                .iterator();
    return keys.select("input", "source_file", "keys")
        .flatMap(unpack, Encoders.row(KEY))
        .withColumn("article_id", concat(hexOf("high"), hexOf("low")))
        .drop("low");
  }

  private static Row key(Row block, Row key) {
    return RowFactory.create(
        block.get(0),
        block.get(1),
        key.get(0),
        key.get(1),
        key.get(2),
        key.get(3),
        RowReader.weekDay(key.getLong(3)),
        key.get(4));
  }

  private static Column hexOf(String half) {
    return lower(lpad(hex(col(half)), 16, "0"));
  }

  /** The kept rows among the matched ones, with their readings: one per article. */
  Dataset<Row> keptReadings() {
    if (!hasRepeated) {
      return matched;
    }
    Dataset<Row> kept =
        oneOfIdentical
            .map(one -> withVersions().where(IS_SINGLE).union(one))
            .orElseGet(() -> withVersions().where(IS_SINGLE.or(IS_KEPT)));
    return kept.drop("kept");
  }

  /** The matched rows, each with the {@code kept} one of its article; null where it has one row. */
  private Dataset<Row> withVersions() {
    return matched.join(repeated, new String[] {"article_id"}, "left");
  }

  /**
   * Dropped rows per {@code week_day} and {@code source}: {@code exact_duplicates}, and of these
   * {@code superseded_versions}, whose text or week differs from the kept one.
   */
  Dataset<Row> duplicates() {
    Dataset<Row> all =
        rows.where(IS_OF_RUN)
            .join(repeated, "article_id")
            .groupBy("week_day", "source")
            .agg(
                count(lit(1)).as("rows"),
                sum(when(IS_OTHER_VERSION, 1L).otherwise(0L)).as("superseded_versions"));
    Dataset<Row> kept =
        keptOfRun()
            .groupBy(col("kept.week_day").as("week_day"), col("kept.source").as("source"))
            .agg(count(lit(1)).as("kept_rows"));
    return all.join(kept, new String[] {"week_day", "source"}, "left")
        .select(
            col("week_day"),
            col("source"),
            col("rows").minus(coalesce(col("kept_rows"), lit(0L))).as("exact_duplicates"),
            col("superseded_versions"));
  }

  private Dataset<Row> keptOfRun() {
    return repeated.where(col("kept.input").notEqual(PublishedElsewhere.INPUT));
  }

  /** How many rows of the weeks that {@code isInRange} accepts are dropped, by input. */
  Map<String, Long> dropped(Column isInRange) {
    Dataset<Row> kept =
        keptOfRun()
            .select(col("kept.week_day").as("week_day"), col("kept.input").as("input"))
            .where(isInRange)
            .select(col("input"), lit(-1L).as("rows"));
    Dataset<Row> all =
        rows.where(IS_OF_RUN).where(isInRange).select(col("input"), lit(1L).as("rows"));
    return all.union(kept).groupBy("input").agg(sum("rows")).collectAsList().stream()
        .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
  }

  /**
   * Published rows of other weeks whose article the run keeps in a later version: {@code
   * article_id, week_day, source}. Empty where none is published elsewhere.
   */
  Optional<Dataset<Row>> moved(Column isInRange) {
    if (!hasElsewhere) {
      return Optional.empty();
    }
    Dataset<Row> keptHere =
        keptOfRun()
            .select(col("article_id"), col("kept.week_day").as("week_day"))
            .where(isInRange)
            .select("article_id");
    return Optional.of(
        rows.where(not(IS_OF_RUN))
            .join(keptHere, "article_id")
            .select("article_id", "week_day", "source"));
  }

  @Override
  public void close() {
    repeatedHalves.unpersist();
    rows.unpersist();
    repeated.unpersist();
    oneOfIdentical.ifPresent(Dataset::unpersist);
  }
}
