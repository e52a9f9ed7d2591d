package org.newstide.command;

import org.apache.spark.sql.SparkSession;

/** Opens the Spark session of a command; spark-submit's own settings win. */
final class SparkSessions {
  private SparkSessions() {}

  static SparkSession open(String command) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("newstide " + command)
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    if (System.getProperty("spark.master") == null) {
      builder = builder.master("local[*]");
    }
    return builder.getOrCreate();
  }
}
