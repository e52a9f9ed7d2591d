package org.newstide.synthetic;

import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.article.IsoWeek;

/**
 * What a synthetic corpus holds. The parts are expected fractions of its rows; what they leave are
 * original articles that name an organisation.
 *
 * @param articles rows in all
 * @param from first week
 * @param weeks how many weeks
 * @param seed the same plan gives the same bytes
 * @param parts fractions of the rows
 * @param pairs fraction of the stories that speak of two organisations
 * @param format how the articles are stored
 */
public record CorpusPlan(
    long articles, IsoWeek from, int weeks, long seed, Parts parts, double pairs, Format format) {

  /** How articles are stored. */
  public enum Format {
    PARQUET,
    JSON
  }

  /**
   * Fractions of the rows.
   *
   * @param noise articles that name nobody
   * @param lookAlikes articles whose words look like a name and are none
   * @param copies syndicated copies with small edits, under another address
   * @param exactDuplicates rows that repeat another one letter by letter
   * @param broken rows without a believable date or without text
   */
  public record Parts(
      double noise, double lookAlikes, double copies, double exactDuplicates, double broken) {
    double originals() {
      return 1 - noise - lookAlikes - copies - exactDuplicates - broken;
    }

    private boolean areFractions() {
      return Math.min(
                  Math.min(Math.min(noise, lookAlikes), Math.min(copies, exactDuplicates)), broken)
              >= 0
          && originals() > 0;
    }
  }

  public CorpusPlan {
    if (articles < 1 || weeks < 1) {
      throw invalid("a corpus needs at least one article and one week");
    }
    if (!parts.areFractions()) {
      throw invalid(
          "the parts of the corpus are no fractions that leave room for original articles");
    }
    if (!(pairs >= 0 && pairs <= 1)) { // NaN too
      throw invalid("pairs is no fraction");
    }
  }

  IsoWeek last() {
    return from.plusWeeks(weeks - 1L);
  }

  private static NewstideException invalid(String problem) {
    return new NewstideException(
        ExitCode.USAGE_OR_CONFIG,
        "BAD_CORPUS_PLAN",
        problem,
        "",
        "Give positive numbers, and fractions between 0 and 1 whose sum is below 1");
  }
}
