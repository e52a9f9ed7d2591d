package org.newstide.trend;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collections;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The table {@code entity_week}. Spark sums the mentions down to a few numbers per week and entity;
 * {@link CategoryWeeks} sets these beside each other.
 */
final class EntityWeek {
  private static final String[] KEY = {
    "category", "level", "entity_id", "organisation_id", "week_start"
  };
  private static final String[] SUMS = {
    "share_in_sources", "articles", "stories", "negative", "positive", "d", "u", "dd", "uu", "du"
  };

  private EntityWeek() {}

  /** Reads the accepted articles per week, few numbers, at once; the rest runs with the result. */
  static Dataset<Row> of(TrendInput input, TrendSettings settings) {
    Dataset<Row> entities = functions.broadcast(input.entities());
    Dataset<Row> mentions = input.ofWeeks(input.mentions());
    Dataset<Row> rows =
        counts(mentions, entities)
            .unionByName(models(mentions, entities), true)
            .unionByName(past(input, entities), true);
    return rows.groupByKey(
            (MapFunction<Row, String>) row -> row.getAs("category") + " " + row.getAs("level"),
            Encoders.STRING())
        .flatMapGroups(weeksOf(frame(input, settings)), Encoders.row(CategoryWeeks.ROW));
  }

  private static CategoryWeeks.Frame frame(TrendInput input, TrendSettings settings) {
    return new CategoryWeeks.Frame(
        accepted(input.ofWeeks(input.corpusWeek())),
        new TreeSet<>(accepted(input.ofEarlierWeeks(input.publishedCorpusWeek())).keySet()),
        settings);
  }

  /** Accepted articles per week that has any. */
  private static TreeMap<LocalDate, Long> accepted(Dataset<Row> corpusWeek) {
    TreeMap<LocalDate, Long> accepted = new TreeMap<>();
    corpusWeek
        .groupBy("week_start")
        .agg(sum("articles_accepted").as("accepted"))
        .where("accepted > 0")
        .collectAsList()
        .forEach(row -> accepted.put(row.getDate(0).toLocalDate(), row.getLong(1)));
    return accepted;
  }

  private static Dataset<Row> counts(Dataset<Row> mentions, Dataset<Row> entities) {
    Column[] sums = Stream.of(SUMS).map(name -> sum(name).as(name)).toArray(Column[]::new);
    return StoryReadings.perSource(mentions)
        .join(entities, new String[] {"level", "entity_id"})
        .transform(ShareOfVoice::withShareInSource)
        .groupBy(Columns.of(KEY))
        .agg(count(lit(1)).as("sources"), sums)
        .withColumn("kind", lit("counts"));
  }

  private static Dataset<Row> models(Dataset<Row> mentions, Dataset<Row> entities) {
    return StoryReadings.mentionsByModel(mentions)
        .join(entities, new String[] {"level", "entity_id"})
        .select(Columns.of(KEY, "sentiment_model", "mentions"))
        .withColumn("kind", lit("models"));
  }

  private static Dataset<Row> past(TrendInput input, Dataset<Row> entities) {
    return input
        .ofEarlierWeeks(input.publishedEntityWeek())
        .select("category", "level", "entity_id", "week_start", "stories")
        .join(entities, new String[] {"category", "level", "entity_id"})
        .select(Columns.of(KEY, "stories"))
        .withColumn("kind", lit("past"));
  }

  private static FlatMapGroupsFunction<String, Row, Row> weeksOf(CategoryWeeks.Frame frame) {
    return (key, rows) -> {
      CategoryWeeks weeks = null;
      while (rows.hasNext()) {
        Row row = rows.next();
        if (weeks == null) {
          weeks = new CategoryWeeks(frame, row.getAs("category"), row.getAs("level"));
        }
        add(row, weeks);
      }
      return weeks == null ? Collections.<Row>emptyIterator() : weeks.rows().iterator();
    };
  }

  private static void add(Row row, CategoryWeeks weeks) {
    LocalDate week = row.<Date>getAs("week_start").toLocalDate();
    String entity = row.getAs("entity_id");
    weeks.addEntity(entity, row.getAs("organisation_id"), week);
    switch (row.<String>getAs("kind")) {
      case "counts" -> weeks.addCounts(counts(row, week, entity));
      case "models" ->
          weeks.addMentions(week, entity, row.getAs("sentiment_model"), number(row, "mentions"));
      default -> weeks.addPast(week, entity, number(row, "stories"));
    }
  }

  private static RivalCounts counts(Row row, LocalDate week, String entity) {
    return new RivalCounts(
        week,
        entity,
        number(row, "articles"),
        number(row, "sources"),
        number(row, "share_in_sources"),
        number(row, "negative"),
        number(row, "positive"),
        StorySums.of(row));
  }

  private static long number(Row row, String column) {
    return row.<Long>getAs(column);
  }
}
