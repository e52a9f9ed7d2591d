package org.newstide.sentiment;

import org.newstide.Millionths;

/** Calibrated class probabilities of the sentiment toward one target; they sum to one. */
public record Probabilities(double negative, double neutral, double positive) {
  /** How far the most probable class lies before the second, 0..1. */
  public double margin() {
    double most = Math.max(neutral, Math.max(negative, positive));
    double least = Math.min(neutral, Math.min(negative, positive));
    return most - (negative + neutral + positive - most - least);
  }

  /** In six decimals that still sum to one: neutral, the usual answer, takes the remainder. */
  public Probabilities rounded() {
    double roundedNegative = Millionths.rounded(negative);
    double roundedPositive = Millionths.rounded(positive);
    return new Probabilities(
        roundedNegative,
        Millionths.rounded(1 - roundedNegative - roundedPositive),
        roundedPositive);
  }

  /** The most probable class; a tie goes to neutral, then to negative. */
  public Label label() {
    if (neutral >= negative && neutral >= positive) {
      return Label.NEUTRAL;
    }
    return negative >= positive ? Label.NEGATIVE : Label.POSITIVE;
  }
}
