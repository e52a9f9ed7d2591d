package org.newstide.report;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newstide.table.LakeTable;
import org.newstide.table.PublishedTables;
import org.newstide.table.PublishedWeeks;
import org.newstide.trend.StoryReadings;
import org.newstide.trend.StorySums;

/** Reads the weekly counts, shares and tones of organisations and offerings. */
final class EntityReader {
  /** How many trailing weeks a point of the report may pool. */
  private static final List<Integer> WINDOWS = List.of(1, 4, 13);

  private final PublishedTables tables;
  private final PublishedWeeks weeks;
  private final Names names;
  private final int minStories;

  EntityReader(PublishedTables tables, PublishedWeeks weeks, Names names, int minStories) {
    this.tables = tables;
    this.weeks = weeks;
    this.names = names;
    this.minStories = minStories;
  }

  /** Those that the weeks name, most stories first. */
  List<ReportData.Entity> entities() {
    Map<String, Series> series = new TreeMap<>();
    BalancedShares balanced = new BalancedShares(weeks.size());
    for (Row row : entityWeeks().collectAsList()) {
      int week = weeks.placeOf(row.<Date>getAs("week_start").toLocalDate());
      series
          .computeIfAbsent(row.getAs("entity_id"), id -> new Series(row, weeks.size()))
          .add(week, row);
      balanced.add(
          row.getAs("entity_id"),
          row.getAs("category"),
          row.getAs("level"),
          week,
          row.getAs("share_of_voice_source_balanced"));
    }
    Map<String, PooledTone> tones = tones();
    return series.values().stream()
        .filter(one -> one.total() > 0)
        .sorted(Comparator.comparingLong(Series::total).reversed())
        .map(one -> one.entity(names, balanced.of(one.id), toneSeries(tones.get(one.id))))
        .toList();
  }

  private Dataset<Row> entityWeeks() {
    return tables
        .rows(LakeTable.ENTITY_WEEK)
        .where(weeks.condition())
        .orderBy("category", "level", "entity_id", "week_start");
  }

  private Map<Integer, ReportData.Tone> toneSeries(PooledTone tone) {
    Map<Integer, ReportData.Tone> series = new LinkedHashMap<>();
    for (int window : WINDOWS) {
      series.put(
          window, (tone == null ? new PooledTone(weeks.size()) : tone).over(window, minStories));
    }
    return series;
  }

  /** The tones of organisations and offerings by id, from the sums that entity_week rests on. */
  private Map<String, PooledTone> tones() {
    Dataset<Row> mentions = tables.rows(LakeTable.MENTIONS).where(weeks.condition());
    Map<String, PooledTone> tones = new TreeMap<>();
    for (Row row : StoryReadings.perEntity(mentions).collectAsList()) {
      tones
          .computeIfAbsent(row.getAs("entity_id"), id -> new PooledTone(weeks.size()))
          .add(weeks.placeOf(row.<Date>getAs("week_start").toLocalDate()), StorySums.of(row));
    }
    return tones;
  }

  /** One entity's weekly figures while they are collected. */
  private static final class Series {
    private final String id;
    private final String organisation;
    private final String level;
    private final Long[] mentions;
    private final Long[] articles;
    private final Long[] stories;

    Series(Row row, int size) {
      id = row.getAs("entity_id");
      organisation = row.getAs("organisation_id");
      level = row.getAs("level");
      mentions = zeros(size);
      articles = zeros(size);
      stories = zeros(size);
    }

    private static Long[] zeros(int size) {
      Long[] zeros = new Long[size];
      Arrays.fill(zeros, 0L);
      return zeros;
    }

    void add(int week, Row row) {
      mentions[week] = row.getAs("mentions");
      articles[week] = row.getAs("articles");
      stories[week] = row.getAs("stories");
    }

    long total() {
      return Arrays.stream(stories).mapToLong(Long::longValue).sum();
    }

    ReportData.Entity entity(
        Names names, Map<String, List<Integer>> balanced, Map<Integer, ReportData.Tone> tones) {
      return new ReportData.Entity(
          id,
          names.of(id),
          organisation,
          level,
          List.copyOf(balanced.keySet()),
          List.of(mentions),
          List.of(articles),
          List.of(stories),
          balanced,
          tones);
    }
  }

  /** The weeks with their denominators. */
  List<ReportData.Week> weeks() {
    Map<LocalDate, Row> counts = new TreeMap<>();
    tables
        .rows(LakeTable.CORPUS_WEEK)
        .where(weeks.condition())
        .groupBy("week_start")
        .agg(Map.of("articles_read", "sum", "articles_accepted", "sum", "articles_matched", "sum"))
        .selectExpr(
            "week_start",
            "`sum(articles_read)`",
            "`sum(articles_accepted)`",
            "`sum(articles_matched)`")
        .collectAsList()
        .forEach(row -> counts.put(row.getDate(0).toLocalDate(), row));
    TreeSet<LocalDate> provisional = new TreeSet<>();
    entityWeeks()
        .where("is_provisional")
        .select("week_start")
        .distinct()
        .collectAsList()
        .forEach(row -> provisional.add(row.getDate(0).toLocalDate()));
    return weeks.list().stream()
        .map(
            week -> {
              Row row = counts.get(week.weekStart());
              return new ReportData.Week(
                  week.label(),
                  week.weekStart().toString(),
                  provisional.contains(week.weekStart()),
                  row == null ? 0 : row.getLong(1),
                  row == null ? 0 : row.getLong(2),
                  row == null ? 0 : row.getLong(3));
            })
        .toList();
  }
}
