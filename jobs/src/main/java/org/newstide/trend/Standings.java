package org.newstide.trend;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How a category stood week by week, and how a week compares with those before it. In a week in
 * which the category was measured, an entity without an entry has no story: nobody named it yet. A
 * week that was not measured is unknown.
 */
final class Standings {
  private final TreeMap<LocalDate, Map<String, Long>> storiesByWeek = new TreeMap<>();
  private final int spikeWeeks;

  /**
   * @param spikeWeeks length of the past that a spike is measured against
   */
  Standings(int spikeWeeks) {
    this.spikeWeeks = spikeWeeks;
  }

  void add(LocalDate week, String entity, long stories) {
    storiesByWeek.computeIfAbsent(week, monday -> new HashMap<>()).put(entity, stories);
  }

  /** A week that was measured, though it may have no entries: nobody was named in it. */
  void addMeasured(LocalDate week) {
    storiesByWeek.computeIfAbsent(week, monday -> new HashMap<>());
  }

  /** The entity's share of voice by stories; empty where nobody was named or nothing measured. */
  OptionalDouble share(LocalDate week, String entity) {
    Map<String, Long> stories = storiesByWeek.getOrDefault(week, Map.of());
    long all = sum(stories.values());
    return all == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(stories.getOrDefault(entity, 0L) / (double) all);
  }

  /** Share of voice by stories minus that of the week before; empty where one of them is. */
  OptionalDouble change(LocalDate week, String entity) {
    OptionalDouble now = share(week, entity);
    OptionalDouble before = share(week.minusWeeks(1), entity);
    return now.isPresent() && before.isPresent()
        ? OptionalDouble.of(now.getAsDouble() - before.getAsDouble())
        : OptionalDouble.empty();
  }

  /** See {@link Spike}. */
  OptionalDouble spike(LocalDate week, String entity) {
    long[] trailing =
        storiesByWeek.subMap(week.minusWeeks(spikeWeeks), week).values().stream()
            .mapToLong(stories -> stories.getOrDefault(entity, 0L))
            .toArray();
    long stories = storiesByWeek.getOrDefault(week, Map.of()).getOrDefault(entity, 0L);
    return Spike.score(stories, trailing, spikeWeeks);
  }

  private static long sum(Collection<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).sum();
  }
}
