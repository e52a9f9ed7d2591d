package org.newstide.run;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The denominators: what was read of each source in each week, and what became of it. */
final class CorpusWeek {
  private CorpusWeek() {}

  /**
   * @param tallies of the run's weeks
   * @param duplicates {@link Versions#duplicates()}
   * @param kept the kept, matched articles: week_day, source
   */
  static Dataset<Row> of(Dataset<Row> tallies, Dataset<Row> duplicates, Dataset<Row> kept) {
    Dataset<Row> read =
        tallies
            .groupBy("week_day", "source", "reason")
            .agg(sum("rows").as("rows"))
            .groupBy("week_day", "source")
            .agg(
                sum("rows").as("articles_read"),
                sum(when(col("reason").isNotNull(), col("rows")).otherwise(0L))
                    .as("articles_quarantined"),
                map_from_entries(
                        sort_array(
                            collect_list(
                                when(col("reason").isNotNull(), struct("reason", "rows")))))
                    .as("quarantined"));
    Dataset<Row> matched =
        kept.groupBy("week_day", "source").agg(count(lit(1)).as("articles_matched"));
    return read.join(duplicates, new String[] {"week_day", "source"}, "left")
        .join(matched, new String[] {"week_day", "source"}, "left")
        .withColumn("week_start", date_from_unix_date(col("week_day")))
        .withColumn("exact_duplicates", orZero("exact_duplicates"))
        .withColumn("superseded_versions", orZero("superseded_versions"))
        .withColumn("articles_matched", orZero("articles_matched"))
        .withColumn(
            "articles_accepted",
            col("articles_read").minus(col("exact_duplicates")).minus(col("articles_quarantined")));
  }

  private static Column orZero(String name) {
    return coalesce(col(name), lit(0L));
  }
}
