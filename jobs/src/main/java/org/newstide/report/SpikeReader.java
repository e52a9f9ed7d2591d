package org.newstide.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.expr;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newstide.table.LakeTable;
import org.newstide.table.PublishedTables;
import org.newstide.table.PublishedWeeks;

/** Reads the weeks in which an organisation stood out, with the stories that made them. */
final class SpikeReader {
  private static final int MOST = 24;
  private static final int STORIES = 3;
  private static final double WORTH_A_LOOK = 3;

  private final PublishedTables tables;
  private final PublishedWeeks weeks;
  private final int trailing;

  SpikeReader(PublishedTables tables, PublishedWeeks weeks, int trailing) {
    this.tables = tables;
    this.weeks = weeks;
    this.trailing = trailing;
  }

  List<ReportData.Spike> spikes() {
    Dataset<Row> strongest = strongest().cache();
    try {
      Map<String, List<ReportData.Story>> stories = stories(strongest);
      Past past = new Past(counts(strongest), measured(), trailing);
      return strongest.collectAsList().stream().map(row -> spike(row, stories, past)).toList();
    } finally {
      strongest.unpersist();
    }
  }

  private Dataset<Row> strongest() {
    return tables
        .rows(LakeTable.ENTITY_WEEK)
        .where(weeks.condition())
        .where("level = 'organisation' AND spike >= " + WORTH_A_LOOK)
        .groupBy(col("entity_id").as("organisation_id"), col("week_start"))
        .agg(
            expr("max(spike) AS spike"),
            expr("max(stories) AS stories"),
            expr("min_by(category, struct(-spike, category)) AS category"))
        .orderBy(desc("spike"), col("organisation_id"), col("week_start"))
        .limit(MOST);
  }

  private ReportData.Spike spike(Row row, Map<String, List<ReportData.Story>> stories, Past past) {
    String organisation = row.getString(0);
    LocalDate week = row.getDate(1).toLocalDate();
    return new ReportData.Spike(
        organisation,
        weeks.placeOf(week),
        Math.round(10 * row.getDouble(2)) / 10.0,
        row.getLong(3),
        past.typical(organisation, row.getString(4), week),
        stories.getOrDefault(organisation + " " + week, List.of()));
  }

  /**
   * What a spike was measured against, as its score was: a measured week without a row is one
   * without stories, a week that was not measured is none.
   *
   * @param counts stories by organisation and week
   * @param measured by category the measured weeks, from the first that names anyone of it
   * @param trailing how many weeks back
   */
  record Past(
      Map<String, TreeMap<LocalDate, Long>> counts,
      Map<String, NavigableSet<LocalDate>> measured,
      int trailing) {
    /** The median of the weeks before; 0 without any. */
    double typical(String organisation, String category, LocalDate week) {
      Map<LocalDate, Long> own = counts.getOrDefault(organisation, new TreeMap<>());
      List<Long> past =
          measured
              .getOrDefault(category, new TreeSet<>())
              .subSet(week.minusWeeks(trailing), week)
              .stream()
              .map(monday -> own.getOrDefault(monday, 0L))
              .sorted()
              .toList();
      int half = past.size() / 2;
      if (past.isEmpty()) {
        return 0;
      }
      return past.size() % 2 == 1 ? past.get(half) : (past.get(half - 1) + past.get(half)) / 2.0;
    }
  }

  private Map<String, NavigableSet<LocalDate>> measured() {
    TreeSet<LocalDate> read = new TreeSet<>();
    tables
        .rows(LakeTable.CORPUS_WEEK)
        .where("articles_accepted > 0")
        .select("week_start")
        .distinct()
        .collectAsList()
        .forEach(row -> read.add(row.getDate(0).toLocalDate()));
    Map<String, NavigableSet<LocalDate>> measured = new HashMap<>();
    tables
        .rows(LakeTable.ENTITY_WEEK)
        .where("level = 'organisation'")
        .groupBy("category")
        .agg(expr("min(week_start)"))
        .collectAsList()
        .forEach(
            row ->
                measured.put(row.getString(0), read.tailSet(row.getDate(1).toLocalDate(), true)));
    return measured;
  }

  private Map<String, TreeMap<LocalDate, Long>> counts(Dataset<Row> strongest) {
    Map<String, TreeMap<LocalDate, Long>> counts = new HashMap<>();
    tables
        .rows(LakeTable.ENTITY_WEEK)
        .where("level = 'organisation'")
        .join(strongest.selectExpr("organisation_id AS entity_id").distinct(), "entity_id")
        .select("entity_id", "week_start", "stories")
        .distinct()
        .collectAsList()
        .forEach(
            row ->
                counts
                    .computeIfAbsent(row.getString(0), id -> new TreeMap<>())
                    .put(row.getDate(1).toLocalDate(), row.getLong(2)));
    return counts;
  }

  private Map<String, List<ReportData.Story>> stories(Dataset<Row> strongest) {
    Map<String, List<ReportData.Story>> stories = new HashMap<>();
    top(named(strongest))
        .collectAsList()
        .forEach(
            row ->
                stories
                    .computeIfAbsent(
                        row.getString(0) + " " + row.getDate(1).toLocalDate(),
                        key -> new ArrayList<>())
                    .add(story(row)));
    return stories;
  }

  /** The articles of the weeks of spikes that name their organisation. */
  private Dataset<Row> named(Dataset<Row> strongest) {
    return tables
        .rows(LakeTable.MENTIONS)
        .where(weeks.condition())
        .join(
            strongest.select("organisation_id", "week_start"),
            new String[] {"organisation_id", "week_start"})
        .groupBy("organisation_id", "week_start", "story_id", "article_id")
        .agg(expr("max(relevance) AS relevance"))
        .join(
            tables
                .rows(LakeTable.ARTICLES)
                .select("article_id", "is_original", "published_at", "title", "source", "url"),
            "article_id");
  }

  /**
   * The stories of a spike that most articles tell; of equals, those most about it. Each is shown
   * by its original, or by the earliest copy where the original lies in another week.
   */
  static Dataset<Row> top(Dataset<Row> named) {
    return named
        .groupBy("organisation_id", "week_start", "story_id")
        .agg(
            expr("count(*) AS copies"),
            expr("max(relevance) AS relevance"),
            expr(
                "min_by(struct(title, source, url),"
                    + " struct(NOT is_original, published_at, article_id)) AS shown"))
        .selectExpr(
            "*",
            "row_number() OVER (PARTITION BY organisation_id, week_start"
                + " ORDER BY copies DESC, relevance DESC, story_id) AS place")
        .where("place <= " + STORIES)
        .orderBy("organisation_id", "week_start", "place");
  }

  static ReportData.Story story(Row row) {
    Row shown = row.getAs("shown");
    return new ReportData.Story(
        shown.getString(0),
        row.getAs("copies"),
        new ReportData.Origin(shown.getString(1), WebAddress.orNull(shown.getString(2))));
  }
}
