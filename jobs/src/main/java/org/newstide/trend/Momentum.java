package org.newstide.trend;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.JavaConverters;

/** How a week compares with the weeks before it. */
final class Momentum {
  private static final Column WEEK_NUMBER =
      functions.expr("datediff(week_start, DATE'1970-01-05') div 7");
  private static final String[] MEASURES = {
    "week_start", "category", "level", "entity_id", "stories", "share_of_voice_stories"
  };

  private Momentum() {}

  /**
   * Adds {@code change} and {@code spike} to the rows of the range. A week of the past in which the
   * category was measured but the entity has no row counts as zero stories: nobody named it yet. A
   * week in which the category was not measured is unknown.
   *
   * @param rows rows of the range with stories and share of voice by stories
   * @param earlier published rows before the range, with the same columns
   */
  static Dataset<Row> withChangeAndSpike(Dataset<Row> rows, Dataset<Row> earlier, int spikeWeeks) {
    Dataset<Row> measures =
        select(rows)
            .withColumn("in_range", lit(true))
            .union(select(earlier).withColumn("in_range", lit(false)))
            .withColumn("week_number", WEEK_NUMBER);
    WindowSpec ofCategory = Window.partitionBy("category", "level").orderBy("week_number");
    WindowSpec ofEntity =
        Window.partitionBy("category", "level", "entity_id").orderBy("week_number");
    Dataset<Row> categoryWeeks =
        measures
            .groupBy("category", "level", "week_number")
            .agg(max(col("share_of_voice_stories").isNotNull()).as("has_shares"))
            .withColumn("known_weeks", count(lit(1)).over(ofCategory.rangeBetween(-spikeWeeks, -1)))
            .withColumn("had_shares", first("has_shares").over(ofCategory.rangeBetween(-1, -1)))
            .drop("has_shares");
    Dataset<Row> momentum =
        measures
            .withColumn(
                "trailing", collect_list("stories").over(ofEntity.rangeBetween(-spikeWeeks, -1)))
            .withColumn(
                "last_share", first("share_of_voice_stories").over(ofEntity.rangeBetween(-1, -1)))
            .where(col("in_range"))
            .join(functions.broadcast(categoryWeeks), Joins.on("category", "level", "week_number"))
            .select(
                col("week_start"),
                col("category"),
                col("level"),
                col("entity_id"),
                when(
                        col("had_shares"),
                        col("share_of_voice_stories").minus(coalesce(col("last_share"), lit(0.0))))
                    .as("change"),
                spikeOf()
                    .apply(col("stories"), col("trailing"), col("known_weeks"), lit(spikeWeeks))
                    .as("spike"));
    return rows.join(momentum, Joins.on("week_start", "category", "level", "entity_id"));
  }

  private static Dataset<Row> select(Dataset<Row> rows) {
    return rows.select(List.of(MEASURES).stream().map(functions::col).toArray(Column[]::new));
  }

  private static UserDefinedFunction spikeOf() {
    UDF4<Long, scala.collection.Seq<Long>, Long, Integer, Double> score =
        (stories, trailing, knownWeeks, wanted) -> {
          LongStream named =
              JavaConverters.seqAsJavaList(trailing).stream().mapToLong(Long::longValue);
          LongStream unnamed = LongStream.generate(() -> 0).limit(knownWeeks - trailing.size());
          OptionalDouble spike =
              Spike.score(stories, LongStream.concat(named, unnamed).toArray(), wanted);
          return spike.isPresent() ? spike.getAsDouble() : null;
        };
    return udf(score, DataTypes.DoubleType);
  }
}
