package org.newstide.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What extract staged, seen from the weeks that the run replaces. Rows of other weeks were counted
 * too; rows without a usable date belong to every run.
 *
 * @param staged {@link Staged} rows
 * @param mondays of the weeks, in order
 * @param range the weeks asked for; empty for all weeks found
 */
record RunWeeks(Dataset<Row> staged, List<LocalDate> mondays, Optional<WeekRange> range) {

  static RunWeeks of(Dataset<Row> staged, Optional<WeekRange> range) {
    return new RunWeeks(
        staged, range.map(WeekRange::mondays).orElseGet(() -> mondaysIn(staged)), range);
  }

  private static List<LocalDate> mondaysIn(Dataset<Row> staged) {
    return Staged.of(staged, Staged.Kind.TALLY)
        .where("week_day IS NOT NULL")
        .select("week_day")
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> LocalDate.ofEpochDay(row.getInt(0)))
        .sorted()
        .toList();
  }

  /** Mondays of the other weeks that lie at most so many weeks before one of the run's. */
  List<LocalDate> before(int count) {
    return mondays.stream()
        .flatMap(monday -> IntStream.rangeClosed(1, count).mapToObj(monday::minusWeeks))
        .filter(monday -> !mondays.contains(monday))
        .distinct()
        .sorted()
        .toList();
  }

  /** Whether a row with a {@code week_day} lies in the weeks. */
  Column isInRange() {
    Column weekDay = col("week_day");
    return range
        .map(asked -> weekDay.between(days(asked.from()), days(asked.to())))
        .orElseGet(weekDay::isNotNull);
  }

  private static Column days(LocalDate monday) {
    return lit((int) monday.toEpochDay());
  }

  Dataset<Row> tallies() {
    return Staged.of(staged, Staged.Kind.TALLY).where(isInRange());
  }

  Dataset<Row> talliesWithUndated() {
    return Staged.of(staged, Staged.Kind.TALLY).where(col("week_day").isNull().or(isInRange()));
  }

  Dataset<Row> rejected() {
    return Staged.of(staged, Staged.Kind.REJECTED).where(col("week_day").isNull().or(isInRange()));
  }
}
