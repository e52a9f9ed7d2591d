package org.newstide.run;

import java.time.LocalDate;
import java.util.Optional;
import org.newstide.article.IsoWeek;
import org.newstide.config.NewstideConfig;

/**
 * What a run is asked to do; with the same corpus, the same plan gives the same tables.
 *
 * @param config the validated configuration
 * @param weeks the weeks to replace; empty for all weeks found
 * @param asOf the day that counts as today, for future dates and provisional weeks
 */
public record RunPlan(NewstideConfig config, Optional<WeekRange> weeks, LocalDate asOf) {
  /** Names the weeks in paths and messages: {@code 2024-W01_2024-W26} or {@code all}. */
  public String weeksLabel() {
    return weeks.map(range -> label(range.from()) + "_" + label(range.to())).orElse("all");
  }

  static String label(LocalDate weekStart) {
    return new IsoWeek(weekStart).label();
  }
}
