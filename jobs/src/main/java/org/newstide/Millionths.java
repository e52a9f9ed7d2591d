package org.newstide;

/** The precision of every figure in the tables and answers. */
public final class Millionths {
  private static final double MICRO = 1e6;

  private Millionths() {}

  /**
   * To six decimals, halves to the even one: weekly sums count exact millionths, so their order
   * does not matter.
   */
  public static double rounded(double value) {
    return Math.rint(value * MICRO) / MICRO;
  }
}
