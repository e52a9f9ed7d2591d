package org.newstide.trend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** What part of a source's articles an entity has among its rivals. */
final class ShareOfVoice {
  private static final double PICO = 1e12;
  private static final WindowSpec RIVALS_IN_SOURCE =
      Window.partitionBy("week_start", "category", "level", "source");

  private ShareOfVoice() {}

  /**
   * Adds {@code share_in_sources}, in 1e-12: an integer, so that sums do not depend on their order.
   *
   * @param perSource {@code week_start, category, level, entity_id, source, articles}
   */
  static Dataset<Row> withShareInSource(Dataset<Row> perSource) {
    return perSource.withColumn(
        "share_in_sources",
        round(col("articles").divide(sum("articles").over(RIVALS_IN_SOURCE)).multiply(PICO))
            .cast("bigint"));
  }
}
