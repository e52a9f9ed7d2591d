package org.newstide.claim;

import java.util.Optional;

/**
 * A part of a whole in the words of a text, such as {@code 31%}, {@code 60 to 70 percent} or {@code
 * a third}.
 *
 * @param low per cent
 * @param high per cent, equal to low for a single figure
 * @param approximate whether the text hedges it
 * @param from index of its first word
 * @param to index behind its last word
 */
record Figure(double low, double high, boolean approximate, int from, int to) {
  private static final double WHOLE = 100;

  /** Empty where it is more than the whole. */
  static Optional<Figure> valid(double low, double high, int from, int to) {
    return high <= WHOLE ? Optional.of(new Figure(low, high, false, from, to)) : Optional.empty();
  }
}
