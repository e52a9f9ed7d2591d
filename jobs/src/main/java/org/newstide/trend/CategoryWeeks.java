package org.newstide.trend;

import java.io.Serializable;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.newstide.article.IsoWeek;
import scala.collection.JavaConverters;

/**
 * The rivals of one category and level through all weeks of a range: takes their counts and gives
 * the rows of {@code entity_week}. Bounded by weeks × entities of the catalog, whatever the corpus.
 */
final class CategoryWeeks {
  static final StructType ROW =
      StructType.fromDDL(
          "week_start date, week_label string, category string, level string, entity_id string,"
              + " organisation_id string, mentions bigint, articles bigint, stories bigint,"
              + " sources bigint, share_of_voice_mentions double, share_of_voice_articles double,"
              + " share_of_voice_stories double, share_of_voice_source_balanced double,"
              + " attention double, p_negative double, p_neutral double, p_positive double,"
              + " net_sentiment double, net_sentiment_low double, net_sentiment_high double,"
              + " polarity double, polarity_low double, polarity_high double, sentiment_n bigint,"
              + " change double, spike double, mentions_by_model map<string,bigint>,"
              + " is_provisional boolean");
  private static final double MICRO = 1e6;

  /**
   * What holds for every category.
   *
   * @param accepted accepted articles per week of the range that has any
   * @param measuredEarlier published weeks outside the range in which any article was accepted
   */
  record Frame(
      TreeMap<LocalDate, Long> accepted, TreeSet<LocalDate> measuredEarlier, TrendSettings settings)
      implements Serializable {}

  private final Frame frame;
  private final String category;
  private final String level;
  private final Map<String, String> organisationOf = new TreeMap<>();
  private final Map<String, LocalDate> firstNamed = new HashMap<>();
  private final Map<LocalDate, Map<String, RivalCounts>> counted = new HashMap<>();
  private final Map<LocalDate, Map<String, SortedMap<String, Long>>> byModel = new HashMap<>();
  private final Standings standings;

  CategoryWeeks(Frame frame, String category, String level) {
    this.frame = frame;
    this.category = category;
    this.level = level;
    this.standings = new Standings(frame.settings().spikeWeeks());
  }

  /** An entity and a week that has a row of it; its rows begin with the earliest of these weeks. */
  void addEntity(String entity, String organisation, LocalDate week) {
    organisationOf.put(entity, organisation);
    firstNamed.merge(entity, week, (a, b) -> a.isBefore(b) ? a : b);
  }

  void addCounts(RivalCounts counts) {
    counted.computeIfAbsent(counts.week(), week -> new HashMap<>()).put(counts.entityId(), counts);
  }

  void addMentions(LocalDate week, String entity, String model, long mentions) {
    byModel
        .computeIfAbsent(week, monday -> new HashMap<>())
        .computeIfAbsent(entity, id -> new TreeMap<>())
        .merge(model, mentions, Long::sum);
  }

  /** A published row from before the range. */
  void addPast(LocalDate week, String entity, long stories) {
    standings.add(week, entity, stories);
  }

  /**
   * One row per week of the range and entity that was named by then: an entity that a week does not
   * name has a row of zeros. A week without any accepted article has no rows, it was not measured.
   */
  List<Row> rows() {
    NavigableSet<LocalDate> weeks = new TreeSet<>(frame.accepted().keySet());
    weeks.addAll(counted.keySet());
    LocalDate first = Collections.min(firstNamed.values());
    frame.measuredEarlier().tailSet(first).forEach(standings::addMeasured);
    List<Row> rows = new ArrayList<>();
    for (LocalDate week : weeks) {
      List<RivalCounts> rivals = rivals(week);
      rivals.forEach(rival -> standings.add(week, rival.entityId(), rival.stories()));
      Totals totals = totals(rivals);
      rivals.forEach(rival -> rows.add(row(rival, totals)));
    }
    return rows;
  }

  private List<RivalCounts> rivals(LocalDate week) {
    Map<String, RivalCounts> named = counted.getOrDefault(week, Map.of());
    return organisationOf.keySet().stream()
        .filter(entity -> !firstNamed.get(entity).isAfter(week))
        .map(entity -> named.getOrDefault(entity, RivalCounts.none(week, entity)))
        .toList();
  }

  /** Sums over the rivals of a week: the denominators of share of voice. */
  private record Totals(long mentions, long articles, long stories, long shareInSources) {}

  private Totals totals(List<RivalCounts> rivals) {
    return new Totals(
        sum(rivals, this::mentions),
        sum(rivals, RivalCounts::articles),
        sum(rivals, RivalCounts::stories),
        sum(rivals, RivalCounts::shareInSources));
  }

  private static long sum(List<RivalCounts> rivals, ToLongFunction<RivalCounts> count) {
    return rivals.stream().mapToLong(count).sum();
  }

  private Row row(RivalCounts rival, Totals totals) {
    LocalDate week = rival.week();
    String entity = rival.entityId();
    Interval net = enough(rival).flatMap(StorySums::netSentiment).orElse(Interval.UNKNOWN);
    Interval polarity = enough(rival).flatMap(StorySums::polarity).orElse(Interval.UNKNOWN);
    return RowFactory.create(
        Date.valueOf(week),
        IsoWeek.of(week).label(),
        category,
        level,
        entity,
        organisationOf.get(entity),
        mentions(rival),
        rival.articles(),
        rival.stories(),
        rival.sources(),
        share(mentions(rival), totals.mentions()),
        share(rival.articles(), totals.articles()),
        share(rival.stories(), totals.stories()),
        share(rival.shareInSources(), totals.shareInSources()),
        share(rival.articles(), frame.accepted().getOrDefault(week, 0L)),
        perStory(rival.negative(), rival),
        perStory(rival.stories() * (long) MICRO - rival.sums().u(), rival),
        perStory(rival.positive(), rival),
        net.estimate(),
        net.low(),
        net.high(),
        polarity.estimate(),
        polarity.low(),
        polarity.high(),
        rival.stories(),
        orNull(standings.change(week, entity)),
        orNull(standings.spike(week, entity)),
        JavaConverters.mapAsScalaMap(models(rival)),
        frame.settings().isProvisional(week));
  }

  private Optional<StorySums> enough(RivalCounts rival) {
    return Optional.of(rival.sums()).filter(s -> s.stories() >= frame.settings().minStories());
  }

  private SortedMap<String, Long> models(RivalCounts rival) {
    return byModel
        .getOrDefault(rival.week(), Map.of())
        .getOrDefault(rival.entityId(), new TreeMap<>());
  }

  private long mentions(RivalCounts rival) {
    return models(rival).values().stream().mapToLong(Long::longValue).sum();
  }

  private static Double share(long part, long whole) {
    return whole == 0 ? null : Double.valueOf(part / (double) whole);
  }

  private static Double perStory(long micro, RivalCounts rival) {
    return rival.stories() == 0
        ? null
        : Double.valueOf(Math.rint((double) micro / rival.stories()) / MICRO);
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
  }
}
