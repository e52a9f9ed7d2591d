package org.newstide.article;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.newstide.ExitCode;
import org.newstide.NewstideException;

/**
 * A week as ISO 8601 counts it, Monday to Sunday in UTC. The year in its label is the week-based
 * year: 2024-12-30 lies in {@code 2025-W01}, 2021-01-03 in {@code 2020-W53}.
 *
 * @param weekStart its Monday
 */
public record IsoWeek(LocalDate weekStart) implements Comparable<IsoWeek>, Serializable {
  private static final Pattern LABEL = Pattern.compile("(\\d{4})-W(\\d{2})");

  /**
   * @throws IllegalArgumentException where the day is no Monday
   */
  public IsoWeek {
    if (weekStart.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException("a week starts on a Monday, not on " + weekStart);
    }
  }

  /** The week of an instant, by its UTC day whatever the machine's zone. */
  public static IsoWeek of(Instant instant) {
    return of(LocalDate.ofInstant(instant, ZoneOffset.UTC));
  }

  /** The week that holds a day. */
  public static IsoWeek of(LocalDate day) {
    return new IsoWeek(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /** The Monday of a day's week, both as days since 1970 (a Thursday). */
  public static long mondayOf(long epochDay) {
    return epochDay - Math.floorMod(epochDay + 3, 7);
  }

  /**
   * Reads a label such as {@code 2026-W40}.
   *
   * @throws NewstideException {@code BAD_WEEK} where it is none, or the year has no such week
   */
  public static IsoWeek parse(String label) {
    Matcher parts = LABEL.matcher(label);
    if (!parts.matches()) {
      throw badWeek("'" + label + "' is not an ISO week");
    }
    int year = Integer.parseInt(parts.group(1));
    int week = Integer.parseInt(parts.group(2));
    // 4 January always lies in the first week of its week-based year.
    LocalDate inFirstWeek = LocalDate.of(year, 1, 4);
    long last = inFirstWeek.range(IsoFields.WEEK_OF_WEEK_BASED_YEAR).getMaximum();
    if (week < 1 || week > last) {
      throw badWeek(
          String.format(
              Locale.ROOT, "'%s' names a week that %d, with %d weeks, has not", label, year, last));
    }
    return of(inFirstWeek).plusWeeks(week - 1);
  }

  private static NewstideException badWeek(String problem) {
    return new NewstideException(
        ExitCode.USAGE_OR_CONFIG, "BAD_WEEK", problem, "", "Write it as 2026-W40");
  }

  /** Every week from the first to the last, both included; empty where the last is earlier. */
  public static List<IsoWeek> range(IsoWeek first, IsoWeek last) {
    long weeks = ChronoUnit.WEEKS.between(first.weekStart, last.weekStart);
    return LongStream.rangeClosed(0, weeks).mapToObj(first::plusWeeks).toList();
  }

  /** The week so many weeks later, or earlier where negative. */
  public IsoWeek plusWeeks(long weeks) {
    return new IsoWeek(weekStart.plusWeeks(weeks));
  }

  /** Its name, such as {@code 2025-W01}. */
  public String label() {
    return String.format(
        Locale.ROOT,
        "%04d-W%02d",
        weekStart.get(IsoFields.WEEK_BASED_YEAR),
        weekStart.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  @Override
  public int compareTo(IsoWeek other) {
    return weekStart.compareTo(other.weekStart);
  }

  @Override
  public String toString() {
    return label();
  }
}
