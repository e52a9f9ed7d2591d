package org.newstide.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.regexp_replace;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A corpus of benchmark size: a headline corpus repeated, each repeat two weeks later, with other
 * links and a few other words, so that neither a cache nor the exact-duplicate rule makes it
 * smaller than it is.
 */
final class BenchCorpus {
  private static final int DAYS_APART = 14;
  private static final int FILES_PER_REPEAT = 2;
  private static final int FEW = 100;

  private BenchCorpus() {}

  /** Writes it where it is not yet; all later runs read the same files. */
  static void writeIfAbsent(SparkSession spark, String source, Path folder, int repeats) {
    if (isWritten(folder)) {
      return;
    }
    Dataset<Row> original = spark.read().parquet(source);
    for (int repeat = 0; repeat < repeats; repeat++) {
      original
          .withColumn("link", regexp_replace(col("link"), "^(https?://)", "$1copy" + repeat + "."))
          .withColumn("published", expr("published + INTERVAL " + DAYS_APART * repeat + " DAYS"))
          .withColumn("title", changed(col("title"), repeat))
          .withColumn("summary", changed(col("summary"), repeat))
          .coalesce(FILES_PER_REPEAT)
          .write()
          .mode(repeat == 0 ? "errorifexists" : "append")
          .option("compression", "zstd")
          .parquet(folder.toString());
    }
  }

  /** A hundred rows of a corpus: a run over them costs what every run costs. */
  static void writeFewIfAbsent(SparkSession spark, String source, Path folder) {
    if (!isWritten(folder)) {
      spark.read().parquet(source).limit(FEW).write().parquet(folder.toString());
    }
  }

  private static boolean isWritten(Path folder) {
    return Files.exists(folder.resolve("_SUCCESS"));
  }

  private static Column changed(Column text, int repeat) {
    return regexp_replace(
        regexp_replace(text, "\\b(said|says)\\b", "said on day " + repeat),
        "\\bpeople\\b",
        "people in group " + repeat);
  }
}
