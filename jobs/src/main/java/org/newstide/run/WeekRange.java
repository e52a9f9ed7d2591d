package org.newstide.run;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run's weeks, both ends included.
 *
 * @param from Monday of the first week
 * @param to Monday of the last week
 */
public record WeekRange(LocalDate from, LocalDate to) implements Serializable {
  /** No bound. */
  static final WeekRange EVERY = new WeekRange(LocalDate.of(1, 1, 1), LocalDate.of(9999, 1, 1));

  /**
   * @param weekDay a Monday, as days since 1970
   */
  boolean contains(int weekDay) {
    return weekDay >= from.toEpochDay() && weekDay <= to.toEpochDay();
  }

  /** The Mondays in order. */
  public List<LocalDate> mondays() {
    return Stream.iterate(from, week -> !week.isAfter(to), week -> week.plusWeeks(1)).toList();
  }
}
