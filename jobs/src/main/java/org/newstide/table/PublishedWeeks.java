package org.newstide.table;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.article.IsoWeek;

/** Weeks that a report or an answer looks at, without a gap, and the place of each. */
public final class PublishedWeeks {
  private final NavigableSet<IsoWeek> published;
  private final List<IsoWeek> weeks;
  private final Map<LocalDate, Integer> places = new HashMap<>();

  private PublishedWeeks(NavigableSet<IsoWeek> published, IsoWeek first, IsoWeek last) {
    this.published = published;
    weeks = IsoWeek.range(first, last);
    for (IsoWeek week : weeks) {
      places.put(week.weekStart(), places.size());
    }
  }

  /**
   * Chooses the latest of the published weeks.
   *
   * @param from first week wanted; by default so many weeks before the last
   * @param to last week wanted; by default the last published
   * @param most how many weeks where {@code from} does not say
   * @throws NewstideException {@code NO_WEEKS} where none of the wanted weeks was published
   */
  public static PublishedWeeks latest(
      PublishedTables tables, Optional<IsoWeek> from, Optional<IsoWeek> to, int most) {
    return choose(published(tables), from, to, most);
  }

  /**
   * Chooses all published weeks, unless told otherwise.
   *
   * @param from first week wanted; by default the first published
   * @param to last week wanted; by default the last published
   * @throws NewstideException {@code NO_WEEKS} where none of the wanted weeks was published
   */
  public static PublishedWeeks all(
      PublishedTables tables, Optional<IsoWeek> from, Optional<IsoWeek> to) {
    TreeSet<IsoWeek> published = published(tables);
    return choose(published, Optional.of(from.orElse(published.first())), to, 1);
  }

  private static TreeSet<IsoWeek> published(PublishedTables tables) {
    TreeSet<IsoWeek> published = new TreeSet<>();
    tables
        .rows(LakeTable.CORPUS_WEEK)
        .select("week_start")
        .distinct()
        .collectAsList()
        .forEach(row -> published.add(new IsoWeek(row.getDate(0).toLocalDate())));
    return published;
  }

  /**
   * Chooses from the published weeks.
   *
   * @param published at least one
   * @param from first week wanted; by default so many weeks before the last
   * @param to last week wanted; by default the last published
   * @param most how many weeks where {@code from} does not say
   * @throws NewstideException {@code NO_WEEKS} where none of the wanted weeks was published
   */
  static PublishedWeeks choose(
      TreeSet<IsoWeek> published, Optional<IsoWeek> from, Optional<IsoWeek> to, int most) {
    IsoWeek last = to.orElse(published.last());
    IsoWeek first = from.orElse(last.plusWeeks(1L - most));
    if (published.subSet(first, true, max(first, last), true).isEmpty()
        || last.compareTo(first) < 0) {
      throw new NewstideException(
          ExitCode.USAGE_OR_CONFIG,
          "NO_WEEKS",
          "no week from " + first + " to " + last + " has been published",
          "",
          "Published are weeks from "
              + published.first()
              + " to "
              + published.last()
              + ": choose among them, or run the job for these weeks");
    }
    return new PublishedWeeks(
        published, from.orElse(max(first, published.ceiling(first))), to.orElse(last));
  }

  /** These weeks, led by at most so many before them, of which the first was published. */
  public PublishedWeeks reachingBack(int most) {
    IsoWeek first = weeks.get(0);
    IsoWeek earliest = published.ceiling(first.plusWeeks(-most));
    return earliest.compareTo(first) < 0
        ? new PublishedWeeks(published, earliest, weeks.get(weeks.size() - 1))
        : this;
  }

  private static IsoWeek max(IsoWeek a, IsoWeek b) {
    return a.compareTo(b) < 0 ? b : a;
  }

  /** The weeks in their order. */
  public List<IsoWeek> list() {
    return weeks;
  }

  /** How many weeks these are. */
  public int size() {
    return weeks.size();
  }

  /** The place of one of these weeks, from 0. */
  public int placeOf(LocalDate weekStart) {
    return places.get(weekStart);
  }

  /** The condition, in Spark SQL, that a row lies in these weeks. */
  public String condition() {
    return "week_start BETWEEN DATE'"
        + weeks.get(0).weekStart()
        + "' AND DATE'"
        + weeks.get(weeks.size() - 1).weekStart()
        + "'";
  }
}
