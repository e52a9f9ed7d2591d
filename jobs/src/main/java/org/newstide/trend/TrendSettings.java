package org.newstide.trend;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * How the weekly tables are computed.
 *
 * @param minStories with fewer stories, net sentiment and polarity are null; at least 2, since one
 *     story has no variance
 * @param lookbackWeeks weeks younger than this may still receive late articles and are provisional
 * @param spikeWeeks trailing weeks that a spike is measured against
 * @param asOf the day that counts as today
 */
public record TrendSettings(int minStories, int lookbackWeeks, int spikeWeeks, LocalDate asOf)
    implements Serializable {
  public TrendSettings {
    minStories = Math.max(2, minStories);
    if (lookbackWeeks < 0 || spikeWeeks < 1) {
      throw new IllegalArgumentException(
          "lookback_weeks must be at least 0 and spike_weeks at least 1, not "
              + lookbackWeeks
              + " and "
              + spikeWeeks);
    }
  }

  /** Whether a week is young enough to be computed again: this week and those right before it. */
  boolean isProvisional(LocalDate weekStart) {
    return weekStart.isAfter(asOf.minusWeeks(lookbackWeeks));
  }
}
