package org.newstide.trend;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.newstide.Millionths;

/**
 * How far a week's story count stands out from the weeks before: (y - median) / scale, where y =
 * log(1 + stories) and scale = max(1.4826 * MAD, 1 / sqrt(1 + m)).
 *
 * <p>1.4826 makes the median absolute deviation estimate the standard deviation of a normal
 * distribution (Rousseeuw and Croux, 1993). The floor keeps a flat past from making everything a
 * spike: m = exp(median) - 1 is the median story count, and the logarithm of 1 + a Poisson count
 * with mean m has a standard deviation below 1 / sqrt(1 + m).
 */
final class Spike {
  private static final double MAD_TO_SIGMA = 1.4826;

  private Spike() {}

  /**
   * @param stories of the week
   * @param trailing stories of the weeks before that are known
   * @param wanted length of a full past; with less than half of it there is no score
   * @return the score, rounded to six decimals
   */
  static OptionalDouble score(long stories, long[] trailing, int wanted) {
    if (trailing.length == 0 || 2 * trailing.length < wanted) {
      return OptionalDouble.empty();
    }
    double[] past = Arrays.stream(trailing).mapToDouble(StrictMath::log1p).toArray();
    double median = median(past);
    double deviation = median(Arrays.stream(past).map(y -> Math.abs(y - median)).toArray());
    // exp(median) = 1 + m.
    double scale = Math.max(MAD_TO_SIGMA * deviation, 1 / Math.sqrt(StrictMath.exp(median)));
    double score = (StrictMath.log1p(stories) - median) / scale;
    return OptionalDouble.of(Millionths.rounded(score));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
