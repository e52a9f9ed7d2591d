package org.newstide.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What became of the rows of one input, in the run's weeks; rows without a usable date belong to
 * every run and are quarantined.
 */
record InputCounts(long read, long accepted, long exactDuplicates, long quarantined) {
  static final InputCounts NONE = new InputCounts(0, 0, 0, 0);

  /**
   * By the name of the input.
   *
   * @param tallies those of the run's weeks, and of rows without a week
   * @param dropped {@link Versions#dropped}
   */
  static Map<String, InputCounts> of(Dataset<Row> tallies, Map<String, Long> dropped) {
    Column quarantined = when(col("reason").isNotNull(), col("rows")).otherwise(0L);
    Map<String, InputCounts> counts = new TreeMap<>();
    for (Row row : tallies.groupBy("input").agg(sum("rows"), sum(quarantined)).collectAsList()) {
      long duplicates = dropped.getOrDefault(row.getString(0), 0L);
      long read = row.getLong(1);
      long refused = row.getLong(2);
      counts.put(
          row.getString(0),
          new InputCounts(read, read - duplicates - refused, duplicates, refused));
    }
    return counts;
  }

  static InputCounts total(Iterable<InputCounts> counts) {
    InputCounts total = NONE;
    for (InputCounts each : counts) {
      total =
          new InputCounts(
              total.read + each.read,
              total.accepted + each.accepted,
              total.exactDuplicates + each.exactDuplicates,
              total.quarantined + each.quarantined);
    }
    return total;
  }
}
