package org.newstide.trend;

import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * Sums over the stories that name an entity, in millionths, from which its net sentiment and
 * polarity follow. Per story, with p the mean probability over its articles, d = p(positive) -
 * p(negative) and u = p(positive) + p(negative). Integers, so that the sums do not depend on their
 * order; nine million stories per entity fit in before they overflow.
 *
 * <p>The story is the cluster: its copies are one observation, so the variance between stories
 * carries all dependence within them.
 *
 * @param stories n
 * @param d sum of d, in 1e-6
 * @param u sum of u, in 1e-6
 * @param dd sum of d * d, in 1e-12
 * @param uu sum of u * u, in 1e-12
 * @param du sum of d * u, in 1e-12
 */
public record StorySums(long stories, long d, long u, long dd, long uu, long du) {
  /** No story at all. */
  public static final StorySums NONE = new StorySums(0, 0, 0, 0, 0, 0);

  private static final double MICRO = 1e6;

  /** Below one hundredth of an opinionated story in all, the ratio is noise over noise. */
  private static final long LEAST_OPINION = 10_000;

  /**
   * @param row with the columns {@code stories, d, u, dd, uu, du}
   */
  public static StorySums of(Row row) {
    return new StorySums(
        row.<Long>getAs("stories"),
        row.<Long>getAs("d"),
        row.<Long>getAs("u"),
        row.<Long>getAs("dd"),
        row.<Long>getAs("uu"),
        row.<Long>getAs("du"));
  }

  /** The stories of both, each counted where it stands. */
  public StorySums plus(StorySums other) {
    return new StorySums(
        stories + other.stories,
        d + other.d,
        u + other.u,
        dd + other.dd,
        uu + other.uu,
        du + other.du);
  }

  /**
   * (P - N) / (P + N + Neu), which is the mean of d since the three probabilities of a story sum to
   * one; 95% interval mean ± t(n - 1) * s / sqrt(n). Empty below two stories.
   */
  public Optional<Interval> netSentiment() {
    if (stories < 2) {
      return Optional.empty();
    }
    double mean = d / MICRO / stories;
    return Optional.of(
        Interval.around(mean, quantile() * Math.sqrt(Math.max(0, covariance(dd, d, d)))));
  }

  /**
   * (P - N) / (P + N), a ratio R of two means over the same stories, with Fieller's interval (1954,
   * <em>Some problems in interval estimation</em>): every ratio r for which the mean of d - r * u
   * does not differ from 0 by t(n - 1). Unlike that of the delta method it holds the truth as often
   * as it says where stories are few and their u is skewed, as it is where most news is neutral
   * ({@code PolarityCoverageTest}).
   *
   * <p>Where u itself does not differ from 0 that surely, these r have no end; then the bounds are
   * -1 and 1. Empty below two stories, or where nearly everything is neutral.
   */
  public Optional<Interval> polarity() {
    if (stories < 2 || u < LEAST_OPINION) {
      return Optional.empty();
    }
    double ratio = (double) d / u;
    double relative = quantile() * stories * MICRO / u; // t over the mean of u
    double ofU = relative * relative * covariance(uu, u, u);
    double ofBoth = relative * relative * covariance(du, d, u);
    double ofD = relative * relative * covariance(dd, d, d);
    if (ofU >= 1) {
      return Optional.of(Interval.of(ratio, -1, 1));
    }
    double centre = (ratio - ofBoth) / (1 - ofU);
    double squares = ofD - 2 * ratio * ofBoth + ratio * ratio * ofU - (ofU * ofD - ofBoth * ofBoth);
    double half = Math.sqrt(Math.max(0, squares)) / (1 - ofU);
    return Optional.of(
        Interval.of(ratio, Math.min(ratio, centre - half), Math.max(ratio, centre + half)));
  }

  private double quantile() {
    return StudentT.quantile975(stories - 1);
  }

  /**
   * Of the means over stories of two quantities: (sum of products - n * mean * mean) / (n - 1) / n.
   *
   * @param products in 1e-12
   * @param one sum, in 1e-6
   * @param other sum, in 1e-6
   */
  private double covariance(long products, long one, long other) {
    double n = stories;
    return (products / MICRO / MICRO - (one / MICRO) * (other / MICRO) / n) / (n - 1) / n;
  }
}
