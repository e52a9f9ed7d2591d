package org.newstide.trend;

import java.util.Optional;

/**
 * Sums over the stories that name an entity, in millionths, from which its net sentiment and
 * polarity follow. Per story, with p the mean probability over its articles, d = p(positive) -
 * p(negative) and u = p(positive) + p(negative). Integers, so that the sums do not depend on their
 * order; a week may hold nine million stories per entity before they overflow.
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
record StorySums(long stories, long d, long u, long dd, long uu, long du) {
  private static final double MICRO = 1e6;

  /** Below one hundredth of an opinionated story in all, the ratio is noise over noise. */
  private static final long LEAST_OPINION = 10_000;

  /**
   * (P - N) / (P + N + Neu), which is the mean of d since the three probabilities of a story sum to
   * one; 95% interval mean ± t(n - 1) * s / sqrt(n). Empty below two stories.
   */
  Optional<Interval> netSentiment() {
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
  Optional<Interval> polarity() {
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
