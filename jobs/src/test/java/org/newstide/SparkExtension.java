package org.newstide;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.newstide.command.SparkSessions;

/** Gives a test the one Spark session that all Spark tests share; it closes after the last test. */
public final class SparkExtension implements ParameterResolver {
  private record SharedSession(SparkSession spark) implements AutoCloseable {
    @Override
    public void close() {
      spark.stop();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent("spark", key -> new SharedSession(start()), SharedSession.class)
        .spark();
  }

  /** A session as the tests want it. */
  public static SparkSession start() {
    SparkSession.Builder builder = SparkSession.builder();
    SparkSessions.CALENDARS.forEach(
        setting -> builder.config(setting, SparkSessions.TODAYS_CALENDAR));
    return builder
        .master("local[2]")
        .appName("newstide-tests")
        .config("spark.ui.enabled", "false")
        // A page that nobody opens would remember a thousand plans of each kind, a gigabyte.
        .config("spark.sql.ui.retainedExecutions", "10")
        .config("spark.ui.retainedJobs", "10")
        .config("spark.ui.retainedStages", "10")
        .config("spark.ui.retainedTasks", "100")
        .config("spark.sql.shuffle.partitions", "1")
        // The runs of many tests make the same classes; Spark keeps a hundred.
        .config("spark.sql.codegen.cache.maxEntries", "5000")
        .config("spark.jsl.settings.onnx.intraOpNumThreads", "1")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.databricks.delta.snapshotPartitions", "1")
        // Vacuum lists a table's files with so many tasks; the default are ten thousand.
        .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2")
        .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .config(
            "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/newstide-tests")
        .getOrCreate();
  }
}
