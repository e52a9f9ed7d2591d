package org.newstide.trend;

import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;

/** The 0.975 quantile of Student's t distribution. */
public final class StudentT {
  private static final int EXACT = 200;
  private static final double Z = 1.959963984540054;

  /** Solved once: the solver of Commons Math takes too long to call per row. */
  private static final double[] SOLVED =
      IntStream.rangeClosed(1, EXACT)
          .mapToDouble(freedom -> new TDistribution(freedom).inverseCumulativeProbability(0.975))
          .toArray();

  private StudentT() {}

  /**
   * @param freedom degrees of freedom, at least 1
   */
  static double quantile975(long freedom) {
    return freedom <= EXACT ? SOLVED[(int) freedom - 1] : expanded(freedom);
  }

  /**
   * Between whole degrees by their inverses, in which the quantile is convex: never too small, and
   * too large by less than 1.7%.
   *
   * @param freedom degrees of freedom, at least 2
   */
  public static double quantile975(double freedom) {
    long whole = (long) freedom;
    double part = (1 / freedom - 1.0 / whole) / (1.0 / (whole + 1) - 1.0 / whole);
    return (1 - part) * quantile975(whole) + part * quantile975(whole + 1);
  }

  /** Abramowitz and Stegun (1964) 26.7.5, two terms; beyond 200 the error is below 1e-6. */
  private static double expanded(double freedom) {
    double z3 = Z * Z * Z;
    double z5 = z3 * Z * Z;
    return Z + (z3 + Z) / (4 * freedom) + (5 * z5 + 16 * z3 + 3 * Z) / (96 * freedom * freedom);
  }
}
