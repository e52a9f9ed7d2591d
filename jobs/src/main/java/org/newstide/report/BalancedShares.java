package org.newstide.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Source-balanced shares by week. An entity has no row before the first week that names it; where
 * others of its category were named its share was 0 all the same, and a mean over weeks that left
 * those out would overstate every newcomer.
 */
final class BalancedShares {
  private static final int BASIS_POINTS = 10_000;

  /** Shares sum to one within it. */
  private record Group(String category, String level) {}

  private final int weeks;
  private final Map<Group, BitSet> named = new HashMap<>();
  private final Map<String, Map<Group, Map<Integer, Integer>>> shares = new HashMap<>();

  BalancedShares(int weeks) {
    this.weeks = weeks;
  }

  /**
   * @param share null where nobody of the category was named
   */
  void add(String entity, String category, String level, int week, Double share) {
    Group group = new Group(category, level);
    Map<Integer, Integer> own =
        shares
            .computeIfAbsent(entity, id -> new HashMap<>())
            .computeIfAbsent(group, id -> new HashMap<>());
    if (share != null) {
      own.put(week, (int) Math.round(share * BASIS_POINTS));
      named.computeIfAbsent(group, id -> new BitSet(weeks)).set(week);
    }
  }

  /** By category, in hundredths of a per cent; null in weeks in which nobody of it was named. */
  Map<String, List<Integer>> of(String entity) {
    Map<String, List<Integer>> byCategory = new TreeMap<>();
    shares.get(entity).forEach((group, own) -> byCategory.put(group.category, series(group, own)));
    return byCategory;
  }

  private List<Integer> series(Group group, Map<Integer, Integer> own) {
    BitSet known = named.getOrDefault(group, new BitSet());
    List<Integer> series = new ArrayList<>();
    for (int week = 0; week < weeks; week++) {
      series.add(known.get(week) ? own.getOrDefault(week, 0) : null);
    }
    return series;
  }
}
