package org.newstide.shift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.newstide.shift.SourceMix.Rate;

/** The four figures of an answer; each rises where things move toward the second provider. */
enum Measure {
  ATTENTION(
      "share",
      "stories that name %2$s, as part of the stories that name %1$s or %2$s",
      cell -> new Rate(cell.to(), cell.from() + cell.to()),
      cell -> Rate.NONE),
  ATTENTION_BESIDE_PARTNER(
      "share",
      "the same among stories that name %3$s",
      cell -> new Rate(cell.besideTo(), cell.besideFrom() + cell.besideTo()),
      cell -> Rate.NONE),
  TONE(
      "tone",
      "net sentiment of %2$s minus net sentiment of %1$s",
      cell -> new Rate(cell.toneTo(), cell.to()),
      cell -> new Rate(cell.toneFrom(), cell.from())),
  ALLIANCE(
      "share",
      "ties of %3$s that unite it with %2$s or part it from %1$s, as part of all its stated ties"
          + " with the two",
      cell -> new Rate(cell.speakFor(), cell.speakFor() + cell.speakAgainst()),
      cell -> Rate.NONE);

  private final String unit;
  private final String meaning;
  private final Function<Cell, Rate> rate;
  private final Function<Cell, Rate> against;

  Measure(String unit, String meaning, Function<Cell, Rate> rate, Function<Cell, Rate> against) {
    this.unit = unit;
    this.meaning = meaning;
    this.rate = rate;
    this.against = against;
  }

  String unit() {
    return unit;
  }

  /** What it is, with the names of the two providers and the partner. */
  String meaning(String from, String to, String partner) {
    return meaning.formatted(from, to, partner);
  }

  /** By how much it can change at most: a share by 1, a difference of two tones of -1 to 1 by 4. */
  double largestChange() {
    return isDifference() ? 4 : 1;
  }

  private boolean isDifference() {
    return this == TONE;
  }

  /** Its value in the weeks that it has one. */
  WeeklyValues weekly(List<Cell> cells) {
    Map<Integer, Rate> rates = sums(cells, rate, Cell::week);
    Map<Integer, Rate> others = sums(cells, against, Cell::week);
    List<Integer> weeks = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (var week : rates.entrySet()) {
      Rate own = week.getValue();
      Rate other = others.get(week.getKey());
      if (own.count() > 0 && (!isDifference() || other.count() > 0)) {
        weeks.add(week.getKey());
        values.add(isDifference() ? own.value() - other.value() : own.value());
        weights.add(
            isDifference()
                ? 1 / (1 / own.count() + 1 / other.count()) // variance of a difference of means
                : own.count());
      }
    }
    return new WeeklyValues(
        weeks.stream().mapToInt(Integer::intValue).toArray(),
        values.stream().mapToDouble(Double::doubleValue).toArray(),
        weights.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Observations of a week: stories, or ties. */
  Map<Integer, Long> observations(List<Cell> cells) {
    Map<Integer, Long> counts = new HashMap<>();
    for (Cell cell : cells) {
      counts.merge(
          cell.week(), (long) (rate.apply(cell).count() + against.apply(cell).count()), Long::sum);
    }
    return counts;
  }

  /**
   * What of the change at a week happened within sources, and what is another mix of them; together
   * the change of the weighted mean of {@link #weekly}.
   */
  SourceMix mix(List<Cell> cells, int week) {
    WeeklyValues weekly = weekly(cells);
    SourceMix own = mix(cells, week, weighted(cells, weekly, rate));
    return isDifference() ? own.minus(mix(cells, week, weighted(cells, weekly, against))) : own;
  }

  /**
   * Observations of a week count so much that together they have the weight of their week. In a
   * difference a week of ninety and ten observations weighs as much as one of ten and ninety, and
   * one that lacks either side nothing: their mere numbers would tell of another change.
   */
  private static Function<Cell, Rate> weighted(
      List<Cell> cells, WeeklyValues weekly, Function<Cell, Rate> rate) {
    Map<Integer, Rate> sums = sums(cells, rate, Cell::week);
    Map<Integer, Double> factors = new HashMap<>();
    for (int i = 0; i < weekly.size(); i++) {
      int week = weekly.weeks()[i];
      factors.put(week, weekly.weights()[i] / sums.get(week).count());
    }
    return cell -> rate.apply(cell).times(factors.getOrDefault(cell.week(), 0.0));
  }

  private static SourceMix mix(List<Cell> cells, int week, Function<Cell, Rate> rate) {
    Predicate<Cell> isBefore = cell -> cell.week() < week;
    return SourceMix.of(
        bySource(cells.stream().filter(isBefore).toList(), rate),
        bySource(cells.stream().filter(isBefore.negate()).toList(), rate));
  }

  private static Map<String, Rate> bySource(List<Cell> cells, Function<Cell, Rate> rate) {
    Map<String, Rate> sums = sums(cells, rate, Cell::source);
    sums.values().removeIf(sum -> sum.count() == 0);
    return sums;
  }

  private static <K extends Comparable<K>> Map<K, Rate> sums(
      List<Cell> cells, Function<Cell, Rate> rate, Function<Cell, K> key) {
    Map<K, Rate> sums = new TreeMap<>();
    cells.forEach(cell -> sums.merge(key.apply(cell), rate.apply(cell), Rate::plus));
    return sums;
  }
}
