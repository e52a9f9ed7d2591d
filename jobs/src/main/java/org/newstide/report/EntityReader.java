package org.newstide.report;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newstide.article.IsoWeek;
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

  /** The report's weeks, led by those before them that its points reach back to. */
  private final PublishedWeeks known;

  private final Names names;
  private final int minStories;

  EntityReader(PublishedTables tables, PublishedWeeks weeks, Names names, int minStories) {
    this.tables = tables;
    this.weeks = weeks;
    known = weeks.reachingBack(Collections.max(WINDOWS) - 1);
    this.names = names;
    this.minStories = minStories;
  }

  /** How many known weeks lie before the report's. */
  int earlierWeeks() {
    return known.size() - weeks.size();
  }

  /** Those that the known weeks name, most stories of the report's weeks first. */
  List<ReportData.Entity> entities() {
    Map<String, Series> series = new TreeMap<>();
    BalancedShares balanced = new BalancedShares(known.size());
    for (Row row : entityWeeks(known).collectAsList()) {
      int week = known.placeOf(row.<Date>getAs("week_start").toLocalDate());
      series
          .computeIfAbsent(row.getAs("entity_id"), id -> new Series(row, known.size()))
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
        .filter(one -> one.storiesFrom(0) > 0)
        .sorted(Comparator.comparingLong((Series one) -> -one.storiesFrom(earlierWeeks())))
        .map(one -> entity(one, balanced.of(one.id), tones.get(one.id)))
        .toList();
  }

  private Dataset<Row> entityWeeks(PublishedWeeks wanted) {
    return tables
        .rows(LakeTable.ENTITY_WEEK)
        .where(wanted.condition())
        .orderBy("category", "level", "entity_id", "week_start");
  }

  private ReportData.Entity entity(
      Series series, Map<String, List<Integer>> balanced, PooledTone tone) {
    return new ReportData.Entity(
        series.id,
        names.of(series.id),
        series.organisation,
        series.level,
        List.copyOf(balanced.keySet()),
        shown(series.mentions),
        shown(series.articles),
        shown(series.stories),
        byCategory(balanced, this::shown),
        toneSeries(tone),
        new ReportData.Earlier(
            earlier(series.mentions),
            earlier(series.articles),
            earlier(series.stories),
            byCategory(balanced, this::earlier)));
  }

  private <T> List<T> shown(List<T> ofKnown) {
    return ofKnown.subList(earlierWeeks(), known.size());
  }

  private <T> List<T> earlier(List<T> ofKnown) {
    return ofKnown.subList(0, earlierWeeks());
  }

  private static Map<String, List<Integer>> byCategory(
      Map<String, List<Integer>> balanced, UnaryOperator<List<Integer>> part) {
    Map<String, List<Integer>> parts = new TreeMap<>(balanced);
    parts.replaceAll((category, shares) -> part.apply(shares));
    return parts;
  }

  private Map<Integer, ReportData.Tone> toneSeries(PooledTone tone) {
    PooledTone told = tone == null ? noTone() : tone;
    Map<Integer, ReportData.Tone> series = new LinkedHashMap<>();
    WINDOWS.forEach(window -> series.put(window, told.over(window, minStories)));
    return series;
  }

  private PooledTone noTone() {
    return new PooledTone(earlierWeeks(), weeks.size());
  }

  /** The tones of organisations and offerings by id, from the sums that entity_week rests on. */
  private Map<String, PooledTone> tones() {
    Dataset<Row> mentions = tables.rows(LakeTable.MENTIONS).where(known.condition());
    Map<String, PooledTone> tones = new TreeMap<>();
    for (Row row : StoryReadings.perEntity(mentions).collectAsList()) {
      tones
          .computeIfAbsent(row.getAs("entity_id"), id -> noTone())
          .add(known.placeOf(row.<Date>getAs("week_start").toLocalDate()), StorySums.of(row));
    }
    return tones;
  }

  /** One entity's counts of the known weeks while they are collected. */
  private static final class Series {
    private final String id;
    private final String organisation;
    private final String level;
    private final List<Long> mentions;
    private final List<Long> articles;
    private final List<Long> stories;

    Series(Row row, int size) {
      id = row.getAs("entity_id");
      organisation = row.getAs("organisation_id");
      level = row.getAs("level");
      mentions = zeros(size);
      articles = zeros(size);
      stories = zeros(size);
    }

    private static List<Long> zeros(int size) {
      return new ArrayList<>(Collections.nCopies(size, 0L));
    }

    void add(int week, Row row) {
      mentions.set(week, row.getAs("mentions"));
      articles.set(week, row.getAs("articles"));
      stories.set(week, row.getAs("stories"));
    }

    long storiesFrom(int week) {
      return stories.stream().skip(week).mapToLong(Long::longValue).sum();
    }
  }

  /** The weeks with their denominators. */
  List<ReportData.Week> weeks() {
    Map<LocalDate, Row> corpus = corpus();
    Set<LocalDate> provisional = provisional();
    return weeks.list().stream()
        .map(
            week ->
                week(
                    week,
                    provisional.contains(week.weekStart()),
                    Optional.ofNullable(corpus.get(week.weekStart()))))
        .toList();
  }

  private static ReportData.Week week(IsoWeek week, boolean isProvisional, Optional<Row> corpus) {
    return new ReportData.Week(
        week.label(),
        week.weekStart().toString(),
        isProvisional,
        corpus.map(row -> row.getLong(1)).orElse(0L),
        corpus.map(row -> row.getLong(2)).orElse(0L),
        corpus.map(row -> row.getLong(3)).orElse(0L));
  }

  /** Articles read, accepted and matched by week, behind its Monday. */
  private Map<LocalDate, Row> corpus() {
    Map<LocalDate, Row> corpus = new HashMap<>();
    tables
        .rows(LakeTable.CORPUS_WEEK)
        .where(weeks.condition())
        .groupBy("week_start")
        .sum("articles_read", "articles_accepted", "articles_matched")
        .collectAsList()
        .forEach(row -> corpus.put(row.getDate(0).toLocalDate(), row));
    return corpus;
  }

  private Set<LocalDate> provisional() {
    return entityWeeks(weeks)
        .where("is_provisional")
        .select("week_start")
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> row.getDate(0).toLocalDate())
        .collect(Collectors.toSet());
  }
}
