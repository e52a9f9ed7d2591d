package org.newstide.article;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newstide.ExitCode;
import org.newstide.NewstideException;

/**
 * A week of ISO 8601 in UTC.
 *
 * @param weekStart its Monday
 */
public record IsoWeek(LocalDate weekStart) implements Serializable {
  private static final Pattern LABEL = Pattern.compile("(\\d{4})-W(\\d{2})");

  public IsoWeek {
    if (weekStart.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException(weekStart + " is no Monday");
    }
  }

  /** The week of an instant, whatever the machine's zone. */
  public static IsoWeek of(Instant time) {
    LocalDate day = time.atZone(ZoneOffset.UTC).toLocalDate();
    return new IsoWeek(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /**
   * Reads a label such as {@code 2026-W40}.
   *
   * @throws NewstideException BAD_WEEK where there is no such week
   */
  public static IsoWeek parse(String label) {
    Matcher parts = LABEL.matcher(label);
    if (parts.matches()) {
      try {
        // 4 January lies in week 1 of its ISO week-year, by definition.
        LocalDate monday =
            LocalDate.of(Integer.parseInt(parts.group(1)), 1, 4)
                .with(DayOfWeek.MONDAY)
                .plusWeeks(Integer.parseInt(parts.group(2)) - 1L);
        IsoWeek week = new IsoWeek(monday);
        if (week.label().equals(label)) {
          return week;
        }
      } catch (DateTimeException e) {
        throw bad(label, e);
      }
    }
    throw bad(label, null);
  }

  /** Such as {@code 2025-W01}, with the ISO week-year. */
  public String label() {
    return String.format(
        Locale.ROOT,
        "%04d-W%02d",
        weekStart.get(IsoFields.WEEK_BASED_YEAR),
        weekStart.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  private static NewstideException bad(String label, Throwable cause) {
    return new NewstideException(
        ExitCode.USAGE_OR_CONFIG,
        "BAD_WEEK",
        "there is no ISO week '" + label + "'",
        "",
        "Write it as 2026-W40; a year has 52 or 53 weeks",
        cause);
  }
}
