package org.newstide.report;

import java.sql.Date;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.newstide.report.CategoryVoice.StoryCount;
import org.newstide.report.CategoryVoice.Voice;
import org.newstide.table.LakeTable;
import org.newstide.table.PublishedTables;
import org.newstide.table.PublishedWeeks;

/**
 * Reads stated market shares, and sets beside those of cloud providers in the cloud market the
 * share of voice among cloud providers over the stated period, where the lake holds at least half
 * of its weeks; over the thirteen weeks up to the news where no period is stated. Other markets
 * (cloud gaming among them) have no category whose members are their rivals, so nothing is set
 * beside them, and nothing beside the cloud share of an organisation that is no cloud provider
 * here.
 */
final class StatedReader {
  private static final String CLOUD = "cloud_provider";
  private static final Pattern PERIOD = Pattern.compile("(\\d{4})(?:-Q([1-4]))?");

  private final PublishedTables tables;
  private final PublishedWeeks weeks;
  private Optional<CategoryVoice> cloudVoice = Optional.empty();

  StatedReader(PublishedTables tables, PublishedWeeks weeks) {
    this.tables = tables;
    this.weeks = weeks;
  }

  List<ReportData.Stated> stated() {
    return tables
        .rows(LakeTable.REPORTED_SHARE)
        .where(weeks.condition())
        .join(tables.rows(LakeTable.ARTICLES).select("article_id", "source", "url"), "article_id")
        .orderBy("market", "organisation_id", "geography", "period", "publisher", "as_of")
        .collectAsList()
        .stream()
        .map(this::stated)
        .toList();
  }

  private ReportData.Stated stated(Row row) {
    Optional<Voice> voice = isCloud(row.getAs("market")) ? voice(row) : Optional.empty();
    return new ReportData.Stated(
        row.getAs("organisation_id"),
        row.getAs("market"),
        row.getAs("geography"),
        row.getAs("period"),
        row.getAs("publisher"),
        row.getAs("as_of").toString(),
        row.getAs("consensus"),
        row.getAs("low"),
        row.getAs("high"),
        row.getAs("statements"),
        row.getAs("approximate"),
        voice.map(Voice::percent).orElse(null),
        voice.isPresent() ? CLOUD : "",
        voice.map(Voice::weeks).orElse(0),
        row.getAs("sentence"),
        new ReportData.Origin(row.getAs("source"), WebAddress.orNull(row.getAs("url"))));
  }

  private static boolean isCloud(String market) {
    String words = market.toLowerCase(Locale.ROOT);
    return words.contains("cloud") && !words.contains("gaming");
  }

  private Optional<Voice> voice(Row row) {
    String named = row.getAs("period");
    Optional<Period> period =
        named.isEmpty()
            ? Optional.of(Period.quarterUpTo(row.<Date>getAs("as_of").toLocalDate()))
            : periodOf(named);
    return period.flatMap(weeksOf -> cloudVoice().of(row.getAs("organisation_id"), weeksOf));
  }

  /**
   * Read once, and only where a cloud share is stated: of all weeks, as a period may lie outside.
   */
  private CategoryVoice cloudVoice() {
    if (cloudVoice.isEmpty()) {
      cloudVoice = Optional.of(new CategoryVoice(storyCounts()));
    }
    return cloudVoice.get();
  }

  private List<StoryCount> storyCounts() {
    return tables
        .rows(LakeTable.ENTITY_WEEK)
        .where("category = '" + CLOUD + "' AND level = 'organisation'")
        .select("week_start", "entity_id", "stories")
        .collectAsList()
        .stream()
        .map(row -> new StoryCount(row.getDate(0).toLocalDate(), row.getString(1), row.getLong(2)))
        .toList();
  }

  /** The weeks whose Monday lies in a quarter or year. */
  record Period(LocalDate from, LocalDate before) {
    /** Thirteen weeks, the last of them the one of that day: for figures without a period. */
    static Period quarterUpTo(LocalDate day) {
      return new Period(day.minusWeeks(13).plusDays(1), day.plusDays(1));
    }

    /** The Mondays it holds: quarters of 90 days have 12 or 13, those of 92 days 13 or 14. */
    long weeks() {
      LocalDate monday = from.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
      return (ChronoUnit.DAYS.between(monday, before) + 6) / 7;
    }

    boolean holds(LocalDate weekStart) {
      return !weekStart.isBefore(from) && weekStart.isBefore(before);
    }
  }

  /** Reads 2024-Q4 or 2024; a period in a text's own words stays unread. */
  static Optional<Period> periodOf(String period) {
    Matcher parts = PERIOD.matcher(period);
    if (!parts.matches()) {
      return Optional.empty();
    }
    LocalDate year = LocalDate.of(Integer.parseInt(parts.group(1)), 1, 1);
    if (parts.group(2) == null) {
      return Optional.of(new Period(year, year.plusYears(1)));
    }
    LocalDate from = year.plusMonths(3L * (Integer.parseInt(parts.group(2)) - 1));
    return Optional.of(new Period(from, from.plusMonths(3)));
  }
}
