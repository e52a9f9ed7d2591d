package org.newstide.trend;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** The table {@code entity_week}. */
final class EntityWeek {
  private static final String[] KEY = {"week_start", "category", "level", "entity_id"};
  private static final String[] SUMS = {
    "articles", "stories", "negative", "positive", "d", "u", "dd", "uu", "du"
  };
  private static final String[] COLUMNS = {
    "week_start",
    "week_label",
    "category",
    "level",
    "entity_id",
    "organisation_id",
    "mentions",
    "articles",
    "stories",
    "sources",
    "share_of_voice_mentions",
    "share_of_voice_articles",
    "share_of_voice_stories",
    "share_of_voice_source_balanced",
    "attention",
    "p_negative",
    "p_neutral",
    "p_positive",
    "net_sentiment",
    "net_sentiment_low",
    "net_sentiment_high",
    "polarity",
    "polarity_low",
    "polarity_high",
    "sentiment_n",
    "change",
    "spike",
    "mentions_by_model",
    "is_provisional"
  };

  private EntityWeek() {}

  static Dataset<Row> of(TrendInput input, TrendSettings settings) {
    Dataset<Row> entities = functions.broadcast(input.entities());
    Dataset<Row> mentions = input.ofWeeks(input.mentions());
    Dataset<Row> earlier =
        input.earlierEntityWeek().where(col("week_start").lt(lit(input.weeks().get(0))));
    Dataset<Row> perSource =
        StoryReadings.perSource(mentions).join(entities, Joins.on("level", "entity_id")).persist();
    Dataset<Row> accepted = accepted(input);
    Dataset<Row> counted =
        totals(perSource, StoryReadings.mentionsByModel(mentions))
            .join(ShareOfVoice.sourceBalanced(perSource), Joins.on(KEY), "left");
    return withEveryWeek(counted, perSource, earlier, accepted)
        .join(functions.broadcast(accepted), Joins.on("week_start"), "left")
        .withColumn(
            "attention", when(col("accepted").gt(0), col("articles").divide(col("accepted"))))
        .transform(ShareOfVoice::withSharesOfVoice)
        .withColumn("share_of_voice_source_balanced", balancedShare())
        .transform(rows -> SentimentEstimates.withSentiment(rows, settings.minStories()))
        .transform(rows -> Momentum.withChangeAndSpike(rows, earlier, settings.spikeWeeks()))
        .join(entities, Joins.on("category", "level", "entity_id"))
        .withColumn("week_label", weekLabel())
        .withColumn("is_provisional", col("week_start").gt(lit(provisionalAfter(settings))))
        .select(Stream.of(COLUMNS).map(functions::col).toArray(Column[]::new));
  }

  /** Accepted articles per week of the range that has any. */
  private static Dataset<Row> accepted(TrendInput input) {
    return input
        .ofWeeks(input.corpusWeek())
        .groupBy("week_start")
        .agg(sum("articles_accepted").as("accepted"))
        .where("accepted > 0");
  }

  /** Sums per key of the entities that are named. */
  private static Dataset<Row> totals(Dataset<Row> perSource, Dataset<Row> mentionsByModel) {
    Column[] sums = Stream.of(SUMS).map(name -> sum(name).as(name)).toArray(Column[]::new);
    Dataset<Row> mentions =
        mentionsByModel
            .groupBy("week_start", "level", "entity_id")
            .agg(
                sum("mentions").as("mentions"),
                map_from_entries(array_sort(collect_list(struct("sentiment_model", "mentions"))))
                    .as("mentions_by_model"));
    return perSource
        .groupBy(Stream.of(KEY).map(functions::col).toArray(Column[]::new))
        .agg(sums[0], Stream.of(sums).skip(1).toArray(Column[]::new))
        .join(mentions, Joins.on("week_start", "level", "entity_id"));
  }

  /**
   * Adds rows of zeros, so that an entity has a row in every week of the corpus from the first on
   * in which it was named. A week without any accepted article has no rows: it was not measured.
   */
  private static Dataset<Row> withEveryWeek(
      Dataset<Row> counted, Dataset<Row> perSource, Dataset<Row> earlier, Dataset<Row> accepted) {
    Dataset<Row> firstNamed =
        perSource
            .select("category", "level", "entity_id", "week_start")
            .union(earlier.select("category", "level", "entity_id", "week_start"))
            .groupBy("category", "level", "entity_id")
            .agg(min("week_start").as("first_named"));
    Dataset<Row> weeks =
        accepted.select("week_start").union(perSource.select("week_start")).distinct();
    return firstNamed
        .crossJoin(functions.broadcast(weeks))
        .where("week_start >= first_named")
        .join(counted, Joins.on(KEY), "left")
        .select(filledColumns());
  }

  private static Column[] filledColumns() {
    Stream<Column> counts =
        Stream.concat(Stream.of("mentions", "sources"), Stream.of(SUMS))
            .map(name -> coalesce(col(name), lit(0L)).as(name));
    Column models =
        coalesce(col("mentions_by_model"), expr("CAST(map() AS MAP<STRING, BIGINT>)"))
            .as("mentions_by_model");
    return Stream.of(
            Stream.of(KEY).map(functions::col),
            counts,
            Stream.of(models, col("share_of_voice_source_balanced")))
        .flatMap(columns -> columns)
        .toArray(Column[]::new);
  }

  private static Column balancedShare() {
    return when(
        col("share_of_voice_articles").isNotNull(),
        coalesce(col("share_of_voice_source_balanced"), lit(0.0)));
  }

  private static Column weekLabel() {
    return expr(
        "format_string('%04d-W%02d', extract(YEAROFWEEK FROM week_start), weekofyear(week_start))");
  }

  private static LocalDate provisionalAfter(TrendSettings settings) {
    return settings.asOf().minusWeeks(settings.lookbackWeeks());
  }
}
