package org.newstide.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.newstide.sentiment.Label;

/**
 * How well the tables tell the planted truth.
 *
 * @param counts by name: what was written, what was found
 * @param shares errors of share of voice, in percentage points
 * @param readings how the sentiment model reads the stories of a tone
 * @param coverages of the intervals of net sentiment, all of them first, then by part
 */
public record TruthReport(
    Map<String, long[]> counts,
    List<ShareError> shares,
    Map<Label, Reading> readings,
    List<Coverage> coverages) {
  /** Share of voice may be off by so many percentage points in the mean. */
  public static final double LARGEST_MEAN_ERROR = 0.5;

  /** An interval of 95% shall hold the truth at least so often. */
  public static final double LEAST_COVERAGE = 0.90;

  /** An interval that holds the truth more often is too wide to tell anything. */
  public static final double GREATEST_COVERAGE = 0.99;

  /**
   * @param basis of the share
   * @param entityWeeks compared, per category and level
   * @param mean absolute error, percentage points
   * @param greatest absolute error, percentage points
   */
  public record ShareError(String basis, long entityWeeks, double mean, double greatest) {}

  /**
   * @param stories of the tone, one per organisation they speak of
   * @param mean reading p(positive) - p(negative)
   * @param agreement part whose most probable class is the tone
   */
  public record Reading(long stories, double mean, double agreement) {}

  /**
   * @param of which entity-weeks
   * @param entityWeeks with an interval
   * @param planted part whose interval holds the planted net sentiment
   * @param asRead part whose interval holds what this reader reads in the planted mix
   * @param bias mean of estimate minus planted
   * @param meanError mean absolute error against planted
   * @param halfWidth mean half width of the interval
   */
  public record Coverage(
      String of,
      long entityWeeks,
      double planted,
      double asRead,
      double bias,
      double meanError,
      double halfWidth) {}

  /** Whether shares and intervals keep what they promise. */
  public boolean isWithinBounds() {
    double covered = coverages.get(0).planted();
    return shares.stream().allMatch(error -> error.mean() <= LARGEST_MEAN_ERROR)
        && covered >= LEAST_COVERAGE
        && covered <= GREATEST_COVERAGE;
  }

  /** The report as text, for people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line("%-26s %10s %10s", "rows", "written", "found"));
    counts.forEach((name, pair) -> lines.add(line("%-26s %,10d %,10d", name, pair[0], pair[1])));
    lines.add("");
    lines.add(
        line(
            "%-26s %12s %10s %10s",
            "share of voice, points", "entity-weeks", "mean error", "greatest"));
    for (ShareError error : shares) {
      lines.add(
          line(
              "%-26s %,12d %10.3f %10.3f",
              error.basis(), error.entityWeeks(), error.mean(), error.greatest()));
    }
    lines.add("");
    lines.add(line("%-26s %10s %10s %10s", "stories by tone", "stories", "reading", "agreement"));
    readings.forEach(
        (tone, reading) ->
            lines.add(
                line(
                    "%-26s %,10d %10.3f %10.3f",
                    tone.label(), reading.stories(), reading.mean(), reading.agreement())));
    lines.add("");
    lines.add(
        line(
            "%-26s %12s %9s %9s %8s %8s %8s",
            "net sentiment", "entity-weeks", "covered", "as read", "bias", "error", "± 95%"));
    for (Coverage coverage : coverages) {
      lines.add(
          line(
              "%-26s %,12d %8.1f%% %8.1f%% %8.3f %8.3f %8.3f",
              coverage.of(),
              coverage.entityWeeks(),
              100 * coverage.planted(),
              100 * coverage.asRead(),
              coverage.bias(),
              coverage.meanError(),
              coverage.halfWidth()));
    }
    return lines;
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
