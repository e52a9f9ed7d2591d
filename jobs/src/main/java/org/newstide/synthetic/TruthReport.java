package org.newstide.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.newstide.sentiment.Label;

/**
 * How well the tables tell the planted truth.
 *
 * <p><b>Shares of voice</b> count the corpus, so their truth is the count of what was written. The
 * share that was planted, from which the corpus was drawn, is told beside it: it is as far from the
 * written one as the number of stories makes it, however well they are measured.
 *
 * <p><b>Net sentiment</b> estimates, from the week's stories, the mean over all stories that could
 * have been told; its interval expresses which of them were. Its truth is therefore the planted P -
 * N, not the mean of the stories that happened to be drawn. A model reads the stories, and no
 * reader is perfect: a clear success read as 92% favourable pulls the estimate toward zero, however
 * many stories there are. So two coverages are told. The first holds the intervals against the
 * planted P - N: interval and reader together, the figure that counts. The second holds them
 * against the planted mix as this reader reads it, P r(positive) + Neu r(neutral) + N r(negative),
 * where r(tone) is its mean reading p(positive) - p(negative) of all stories of the tone in the
 * corpus: the interval alone. Where they differ, the reader is the cause.
 *
 * @param counts of rows
 * @param shares one per entity, week, category and basis
 * @param readings of the stories of a tone
 * @param estimates one per entity and week with a net sentiment
 */
public record TruthReport(
    List<Count> counts, List<Share> shares, List<Reading> readings, List<Estimate> estimates) {
  /** Share of voice may be off by so many percentage points in the mean. */
  public static final double LARGEST_MEAN_ERROR = 0.5;

  /** An interval of 95% shall hold the truth at least so often. */
  public static final double LEAST_COVERAGE = 0.90;

  /** An interval that holds the truth more often is too wide to tell anything. */
  public static final double GREATEST_COVERAGE = 0.99;

  /** Stories per entity and week from which a band of coverage starts. */
  private static final int[] BANDS = {0, 10, 20, 50, 100, 200, Integer.MAX_VALUE};

  /** What a share of voice is counted in. */
  public enum Basis {
    MENTIONS,
    ARTICLES,
    STORIES,
    SOURCE_BALANCED;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    String column() {
      return "share_of_voice_" + label();
    }
  }

  /** So many rows of a kind were written, and so many found. */
  public record Count(String of, long written, long found) {}

  /**
   * @param basis what is counted
   * @param planted probability that the corpus was drawn with, 0..1
   * @param written share in the corpus, 0..1
   * @param measured share in the table, 0..1
   */
  public record Share(Basis basis, double planted, double written, double measured) {}

  /**
   * @param tone as planted
   * @param inTitle whether the story is about the organisation; else it is the second one, named in
   *     one sentence of the text
   * @param stories of this kind
   * @param mean reading p(positive) - p(negative), -1..1
   * @param agreement part whose most probable class is the tone, 0..1
   */
  public record Reading(Label tone, boolean inTitle, long stories, double mean, double agreement) {}

  /**
   * @param level organisation or offering
   * @param stories it rests on
   * @param planted probabilities of the tones
   * @param net measured net sentiment
   * @param low lower end of its interval
   * @param high upper end
   */
  public record Estimate(
      String level, long stories, Tones planted, double net, double low, double high) {
    boolean holds(double truth) {
      return low <= truth && truth <= high;
    }
  }

  /** Whether shares and intervals keep what they promise. */
  public boolean isWithinBounds() {
    for (Basis basis : Basis.values()) {
      if (meanShareError(basis) > LARGEST_MEAN_ERROR) {
        return false;
      }
    }
    return coverage() >= LEAST_COVERAGE && coverage() <= GREATEST_COVERAGE;
  }

  /** Mean absolute difference of measured and written share, in percentage points. */
  public double meanShareError(Basis basis) {
    return mean(of(basis), share -> points(share.measured() - share.written()));
  }

  /** Part of the estimates whose interval holds the planted net sentiment. */
  public double coverage() {
    return mean(estimates, estimate -> estimate.holds(estimate.planted().net()) ? 1 : 0);
  }

  /** Part of the estimates whose interval holds the planted mix as the model reads it. */
  public double coverageAsRead() {
    return mean(estimates, estimate -> estimate.holds(asRead(estimate.planted())) ? 1 : 0);
  }

  private double asRead(Tones planted) {
    double sum = 0;
    for (Label tone : Label.values()) {
      double stories = 0;
      double total = 0;
      for (Reading reading : readings) {
        if (reading.tone() == tone) {
          stories += reading.stories();
          total += reading.stories() * reading.mean();
        }
      }
      sum += stories == 0 ? 0 : planted.of(tone) * total / stories;
    }
    return sum;
  }

  private List<Share> of(Basis basis) {
    return shares.stream().filter(share -> share.basis() == basis).toList();
  }

  /** The report as text, for people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line("%-26s %10s %10s", "rows", "written", "found"));
    for (Count count : counts) {
      lines.add(line("%-26s %,10d %,10d", count.of(), count.written(), count.found()));
    }
    lines.add("");
    addShares(lines);
    lines.add("");
    lines.add(line("%-26s %10s %10s %10s", "stories by tone", "stories", "reading", "agreement"));
    for (Reading reading : readings) {
      String name =
          reading.tone().label() + (reading.inTitle() ? ", in the title" : ", in passing");
      lines.add(
          line(
              "%-26s %,10d %10.3f %10.3f",
              name, reading.stories(), reading.mean(), reading.agreement()));
    }
    lines.add("");
    addCoverages(lines);
    return lines;
  }

  private void addShares(List<String> lines) {
    lines.add(
        line(
            "%-26s %12s %10s %10s %12s",
            "share of voice, points", "entity-weeks", "error", "greatest", "from planted"));
    for (Basis basis : Basis.values()) {
      List<Share> ofBasis = of(basis);
      double greatest =
          ofBasis.stream()
              .mapToDouble(share -> points(share.measured() - share.written()))
              .max()
              .orElse(0);
      lines.add(
          line(
              "%-26s %,12d %10.3f %10.3f %12.3f",
              basis.label(),
              ofBasis.size(),
              meanShareError(basis),
              greatest,
              mean(ofBasis, share -> points(share.measured() - share.planted()))));
    }
  }

  private void addCoverages(List<String> lines) {
    lines.add(
        line(
            "%-26s %12s %9s %9s %8s %8s %8s",
            "net sentiment", "entity-weeks", "covered", "as read", "bias", "error", "± 95%"));
    lines.add(coverageLine("all", estimate -> true));
    lines.add(coverageLine("organisations", estimate -> estimate.level().equals("organisation")));
    lines.add(coverageLine("offerings", estimate -> estimate.level().equals("offering")));
    for (int i = 0; i + 1 < BANDS.length; i++) {
      int from = BANDS[i];
      int below = BANDS[i + 1];
      lines.add(
          coverageLine(
              below == Integer.MAX_VALUE
                  ? from + " stories and more"
                  : from + "-" + (below - 1) + " stories",
              estimate -> estimate.stories() >= from && estimate.stories() < below));
    }
  }

  private String coverageLine(String name, Predicate<Estimate> which) {
    TruthReport part =
        new TruthReport(counts, shares, readings, estimates.stream().filter(which).toList());
    return line(
        "%-26s %,12d %8.1f%% %8.1f%% %8.3f %8.3f %8.3f",
        name,
        part.estimates().size(),
        100 * part.coverage(),
        100 * part.coverageAsRead(),
        mean(part.estimates(), estimate -> estimate.net() - estimate.planted().net()),
        mean(part.estimates(), estimate -> Math.abs(estimate.net() - estimate.planted().net())),
        mean(part.estimates(), estimate -> (estimate.high() - estimate.low()) / 2));
  }

  private static double points(double difference) {
    return 100 * Math.abs(difference);
  }

  private static <T> double mean(List<T> values, ToDoubleFunction<T> of) {
    return values.stream().mapToDouble(of).average().orElse(0);
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
