package org.newstide.trend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/** What part of its category's news an entity has. */
final class ShareOfVoice {
  private static final double PICO = 1e12;
  private static final WindowSpec RIVALS = Window.partitionBy("week_start", "category", "level");

  private ShareOfVoice() {}

  /** Adds {@code share_of_voice_mentions, _articles, _stories}; null where nobody is named. */
  static Dataset<Row> withSharesOfVoice(Dataset<Row> counts) {
    return counts
        .withColumn("share_of_voice_mentions", share("mentions"))
        .withColumn("share_of_voice_articles", share("articles"))
        .withColumn("share_of_voice_stories", share("stories"));
  }

  private static Column share(String count) {
    Column all = sum(count).over(RIVALS);
    return when(all.gt(0), col(count).divide(all));
  }

  /**
   * The mean over the sources that name anyone of the category of the entity's share of articles
   * within the source, so that a source of a thousand articles weighs as much as one of ten.
   *
   * @param perSource {@code week_start, category, level, entity_id, source, articles}
   * @return {@code week_start, category, level, entity_id, sources, share_of_voice_source_balanced}
   */
  static Dataset<Row> sourceBalanced(Dataset<Row> perSource) {
    WindowSpec source = Window.partitionBy("week_start", "category", "level", "source");
    Dataset<Row> sources =
        perSource
            .groupBy("week_start", "category", "level")
            .agg(countDistinct("source").as("all_sources"));
    return perSource
        .withColumn("share", col("articles").divide(sum("articles").over(source)))
        // Integers, so that the sum does not depend on its order.
        .withColumn("share", round(col("share").multiply(PICO)).cast("bigint"))
        .groupBy("week_start", "category", "level", "entity_id")
        .agg(functions.count(lit(1)).as("sources"), sum("share").as("share"))
        .join(functions.broadcast(sources), Joins.on("week_start", "category", "level"))
        .select(
            col("week_start"),
            col("category"),
            col("level"),
            col("entity_id"),
            col("sources"),
            functions
                .least(lit(1.0), col("share").divide(lit(PICO)).divide(col("all_sources")))
                .as("share_of_voice_source_balanced"));
  }
}
