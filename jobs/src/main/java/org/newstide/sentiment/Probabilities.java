package org.newstide.sentiment;

import org.newstide.Millionths;

/** Calibrated class probabilities of the sentiment toward one target; they sum to one. */
public record Probabilities(double negative, double neutral, double positive) {
  /** Six decimals may round a probability to zero, which no other reader could then outweigh. */
  private static final double LEAST = 0.000001;

  /** How far the most probable class lies before the second, 0..1. */
  public double margin() {
    double most = Math.max(neutral, Math.max(negative, positive));
    double least = Math.min(neutral, Math.min(negative, positive));
    return most - (negative + neutral + positive - most - least);
  }

  /**
   * What two readers say together: the normalised geometric mean of their probabilities, a
   * logarithmic opinion pool (Genest and Zidek, Combining Probability Distributions, Statistical
   * Science 1986). A class that either holds impossible stays improbable.
   *
   * @param weight of the other reader, 0..1
   */
  public Probabilities pooled(Probabilities other, double weight) {
    double pooledNegative = geometricMean(negative, other.negative, weight);
    double pooledNeutral = geometricMean(neutral, other.neutral, weight);
    double pooledPositive = geometricMean(positive, other.positive, weight);
    double sum = pooledNegative + pooledNeutral + pooledPositive;
    return new Probabilities(pooledNegative / sum, pooledNeutral / sum, pooledPositive / sum);
  }

  /** In StrictMath, as all that decides here, so that every machine gives the same to the bit. */
  private static double geometricMean(double first, double second, double weight) {
    return StrictMath.pow(Math.max(first, LEAST), 1 - weight)
        * StrictMath.pow(Math.max(second, LEAST), weight);
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
