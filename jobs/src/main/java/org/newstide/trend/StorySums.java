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
    return Optional.of(Interval.around(mean, halfWidth(residualSquares(mean, 0), stories)));
  }

  /**
   * (P - N) / (P + N), a ratio of two sums over the same stories; its variance is that of the
   * residuals d - R * u by the delta method (Cochran, Sampling Techniques, 1977, 6.3; the
   * cluster-robust sandwich for one ratio), with t(n - 1). Empty below two stories, or where nearly
   * everything is neutral.
   */
  public Optional<Interval> polarity() {
    if (stories < 2 || u < LEAST_OPINION) {
      return Optional.empty();
    }
    double ratio = (double) d / u;
    return Optional.of(Interval.around(ratio, halfWidth(residualSquares(0, ratio), u / MICRO)));
  }

  /** Sum of (d - mean - ratio * u)², never below zero by cancellation; one of the two is 0. */
  private double residualSquares(double mean, double ratio) {
    double squares =
        (dd - 2 * ratio * du + ratio * ratio * uu) / MICRO / MICRO
            - 2 * mean * d / MICRO
            + stories * mean * mean;
    return Math.max(0, squares);
  }

  /** t * sqrt(n / (n - 1) * squares) / total. */
  private double halfWidth(double squares, double total) {
    return StudentT.quantile975(stories - 1)
        * Math.sqrt(squares * stories / (stories - 1.0))
        / total;
  }
}
