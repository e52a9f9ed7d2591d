package org.newstide.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.newstide.run.NewstideJob;
import org.newstide.table.LocalFiles;
import org.newstide.table.ParquetDictionaries;

/**
 * Opens the Spark session of a command. The settings of spark-submit hold, but for these: the
 * application's name; the time zone, since weeks are weeks of UTC; the room for generated classes;
 * the encoder's threads; Parquet's dictionaries; and the catalog, which must be Delta's for its
 * tables to be found by path. Delta's extension is added to the extensions of spark-submit.
 */
public final class SparkSessions {
  private static final int TASKS_PER_CORE = 4;

  private static final String EXTENSIONS = "spark.sql.extensions";
  private static final String DELTA = "io.delta.sql.DeltaSparkSessionExtension";

  /**
   * A date before 1900 in a file that Spark has not written would end the run, unless these say by
   * which calendar to read it.
   */
  public static final List<String> CALENDARS =
      List.of(
          "spark.sql.parquet.datetimeRebaseModeInRead",
          "spark.sql.parquet.int96RebaseModeInRead",
          "spark.sql.parquet.datetimeRebaseModeInWrite",
          "spark.sql.parquet.int96RebaseModeInWrite");

  /** Gregorian for all times, as all but old versions of Spark and Hive write. */
  public static final String TODAYS_CALENDAR = "CORRECTED";

  private SparkSessions() {}

  public static SparkSession open(String command) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("newstide " + command)
            .config("spark.sql.session.timeZone", "UTC")
            // A run makes some hundreds of classes; of a hundred, Spark's own, it makes many anew.
            .config("spark.sql.codegen.cache.maxEntries", "1000")
            // Spark runs a task per core already; the encoder's default are six threads in each.
            .config("spark.jsl.settings.onnx.intraOpNumThreads", "1")
            .config(EXTENSIONS, withDelta(System.getProperty(EXTENSIONS, "")))
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    // Nothing is kept there, but Spark makes the folder, by its default where the user stands.
    Path warehouse = Path.of(System.getProperty("java.io.tmpdir"), "newstide-warehouse");
    builder = unlessSet(builder, "spark.sql.warehouse.dir", warehouse.toUri());
    for (String setting : CALENDARS) {
      builder = unlessSet(builder, setting, TODAYS_CALENDAR);
    }
    String master = System.getProperty("spark.master", "local[*]");
    if (master.startsWith("local")) {
      builder = onOneMachine(builder);
    }
    ParquetDictionaries.leftOut().forEach(builder::config);
    NewstideJob.sessionSettings().forEach(builder::config);
    return builder.master(master).getOrCreate();
  }

  /**
   * Spark's own defaults, 200 and 50 tasks, are made for clusters: on one machine most such tasks
   * are empty, and opening their files costs more than the work.
   */
  private static SparkSession.Builder onOneMachine(SparkSession.Builder cluster) {
    int tasks = TASKS_PER_CORE * Runtime.getRuntime().availableProcessors();
    SparkSession.Builder builder = unlessSet(cluster, "spark.sql.shuffle.partitions", tasks);
    builder = unlessSet(builder, "spark.databricks.delta.snapshotPartitions", 1);
    // Delta's VACUUM lists a table's files in so many tasks, by default ten thousand.
    builder = unlessSet(builder, "spark.sql.sources.parallelPartitionDiscovery.parallelism", tasks);
    builder = unlessSet(builder, "spark.hadoop.fs.file.impl", LocalFiles.class.getName());
    // Of 140 MB Spark's 64 make three tasks, and one core waits for the other.
    return unlessSet(builder, "spark.sql.adaptive.advisoryPartitionSizeInBytes", "16m");
  }

  /**
   * @param extensions class names with commas between them; may be empty
   */
  static String withDelta(String extensions) {
    List<String> all =
        Stream.concat(Arrays.stream(extensions.split(",")), Stream.of(DELTA))
            .map(String::strip)
            .filter(extension -> !extension.isEmpty())
            .distinct()
            .toList();
    return String.join(",", all);
  }

  private static SparkSession.Builder unlessSet(
      SparkSession.Builder builder, String setting, Object value) {
    return System.getProperty(setting) == null
        ? builder.config(setting, value.toString())
        : builder;
  }
}
