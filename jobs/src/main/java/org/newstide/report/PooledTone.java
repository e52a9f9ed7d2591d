package org.newstide.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Net sentiment over trailing weeks: where single weeks have too few stories for an interval, four
 * or thirteen of them together may have enough. The estimate and its interval are those of {@code
 * entity_week}, the mean of d = p(positive) - p(negative) over stories and mean ± t(n - 1) · s /
 * √n; a story that runs over a Sunday night counts once in each of its weeks.
 */
final class PooledTone {
  private static final Map<Long, Double> QUANTILES = new HashMap<>();
  private static final int MILLI = 1000;

  private final long[] stories;
  private final double[] sum;
  private final double[] squares;

  PooledTone(int weeks) {
    stories = new long[weeks];
    sum = new double[weeks];
    squares = new double[weeks];
  }

  /** Adds the stories of one week. */
  void add(int week, long count, double sumOfD, double sumOfSquares) {
    stories[week] += count;
    sum[week] += sumOfD;
    squares[week] += sumOfSquares;
  }

  /** The series over so many trailing weeks; weeks before the report's first are not looked at. */
  ReportData.Tone over(int window, int minStories) {
    List<Long> counts = new ArrayList<>();
    List<Integer> mean = new ArrayList<>();
    List<Integer> low = new ArrayList<>();
    List<Integer> high = new ArrayList<>();
    for (int week = 0; week < stories.length; week++) {
      long n = 0;
      double d = 0;
      double dd = 0;
      for (int past = Math.max(0, week - window + 1); past <= week; past++) {
        n += stories[past];
        d += sum[past];
        dd += squares[past];
      }
      counts.add(n);
      boolean isEnough = n >= Math.max(2, minStories);
      double half = isEnough ? halfWidth(n, d, dd) : 0;
      mean.add(isEnough ? milli(d / n) : null);
      low.add(isEnough ? milli(Math.max(-1, d / n - half)) : null);
      high.add(isEnough ? milli(Math.min(1, d / n + half)) : null);
    }
    return new ReportData.Tone(counts, mean, low, high);
  }

  private static double halfWidth(long n, double d, double dd) {
    double variance = Math.max(0, dd - d * d / n) / (n - 1);
    return quantile975(n - 1) * Math.sqrt(variance / n);
  }

  private static synchronized double quantile975(long freedom) {
    return QUANTILES.computeIfAbsent(
        freedom, f -> new TDistribution(f).inverseCumulativeProbability(0.975));
  }

  private static int milli(double value) {
    return (int) Math.round(value * MILLI);
  }
}
