package org.newstide.trend;

import org.newstide.Millionths;

/**
 * An estimate with its 95% interval, each rounded to six decimals.
 *
 * @param estimate the value; like its bounds null in {@link #UNKNOWN} only
 * @param low lower bound
 * @param high upper bound
 */
public record Interval(Double estimate, Double low, Double high) {
  /** Too little is known for an estimate. */
  public static final Interval UNKNOWN = new Interval(null, null, null);

  private static final double Z_95 = 1.959963984540054;

  /** An interval of a quantity that lies in -1..1. */
  static Interval around(double estimate, double halfWidth) {
    return of(estimate, estimate - halfWidth, estimate + halfWidth);
  }

  /**
   * Likewise with bounds of its own.
   *
   * @param low at most {@code estimate}
   * @param high at least {@code estimate}
   */
  static Interval of(double estimate, double low, double high) {
    return new Interval(
        Millionths.rounded(estimate),
        Millionths.rounded(Math.max(-1, low)),
        Millionths.rounded(Math.min(1, high)));
  }

  /**
   * The index (favourable - adverse) / (favourable + adverse), with the score interval of Wilson
   * (1927) for the share of the favourable, mapped from 0..1 to -1..1. Unlike the Wald interval it
   * keeps its coverage at few observations and near the ends.
   *
   * @param favourable observations, with {@code adverse} at least one
   */
  static Interval balance(long favourable, long adverse) {
    double n = favourable + adverse;
    double share = favourable / n;
    double z2 = Z_95 * Z_95;
    double centre = (share + z2 / (2 * n)) / (1 + z2 / n);
    double half = Z_95 / (1 + z2 / n) * Math.sqrt(share * (1 - share) / n + z2 / (4 * n * n));
    return of(2 * share - 1, 2 * (centre - half) - 1, 2 * (centre + half) - 1);
  }
}
