package org.newstide.trend;

/**
 * The weekly tables: share of voice and sentiment per entity, ties per pair, and stated market
 * shares. The rows do not depend on how the input is partitioned: whatever is summed is an integer.
 */
public final class Trends {
  private Trends() {}

  public static TrendTables compute(TrendInput input, TrendSettings settings) {
    return new TrendTables(
        EntityWeek.of(input, settings), PairWeek.of(input), ReportedShare.of(input));
  }
}
