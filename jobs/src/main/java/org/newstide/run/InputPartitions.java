package org.newstide.run;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.newstide.ingest.InputContract;
import org.newstide.ingest.RawArticle;

/**
 * The partitions in which the rows of an input go to the cores. Extraction takes some four times as
 * long for a row as a plain scan, so that partitions which suit a scan leave cores waiting.
 */
final class InputPartitions {
  private static final String LARGEST = "spark.sql.files.maxPartitionBytes";
  private static final int PER_CORE = 16;
  private static final long SMALLEST = 16 << 20;

  /** Where a lower part of the cores' time would be used, rows are moved. */
  private static final double BUSY = 0.7;

  /** Bytes of files: of fewer, moving rows costs more than it brings (3 MB: two seconds more). */
  private static final long WORTH_MOVING = 32 << 20;

  private final SparkSession spark;
  private final int cores;
  private final long worthMoving;

  InputPartitions(SparkSession spark) {
    this(spark, WORTH_MOVING);
  }

  /**
   * @param worthMoving bytes of an input's files from which on its rows may be moved
   */
  InputPartitions(SparkSession spark, long worthMoving) {
    this.worthMoving = worthMoving;
    this.spark = spark;
    this.cores = spark.sparkContext().defaultParallelism();
  }

  /**
   * A session that reads files in smaller partitions than Spark's 128 MB, unless told otherwise.
   */
  SparkSession sessionFor(InputContract.Checked input) {
    SparkSession reading = spark.newSession();
    if (!spark.sparkContext().getConf().contains(LARGEST)) {
      long usual = (long) spark.sessionState().conf().filesMaxPartitionBytes();
      long each = input.bytes() / cores / PER_CORE;
      reading.conf().set(LARGEST, Math.min(usual, Math.max(SMALLEST, each)));
    }
    return reading;
  }

  /**
   * The rows of an input that lies in too few parts, such as one large row group or one packed
   * file, moved to all cores; else the rows as they are.
   *
   * @param rows of {@link org.newstide.ingest.CorpusReader#read}
   */
  Dataset<Row> spread(Dataset<Row> rows, InputContract.Checked input) {
    long parts = Math.min(rows.queryExecution().toRdd().getNumPartitions(), input.parts());
    // By a hash and not in turn: Spark would sort whole texts first, to be the same in a retry.
    return input.bytes() >= worthMoving && usedTime(parts, cores) < BUSY
        ? rows.repartition(cores * PER_CORE, col(RawArticle.VERSION_HASH))
        : rows;
  }

  /** The part of the cores' time that so many equal parts use. */
  static double usedTime(long parts, int cores) {
    long rounds = Math.max(1, -Math.floorDiv(-parts, (long) cores));
    return (double) parts / (rounds * cores);
  }
}
