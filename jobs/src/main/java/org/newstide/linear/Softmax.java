package org.newstide.linear;

/** Scores into probabilities, in StrictMath, so that every machine gives the same to the bit. */
public final class Softmax {
  private Softmax() {}

  /** Puts probabilities in the place of their logarithms, known up to a constant. */
  public static void apply(double[] scores) {
    double max = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      max = Math.max(max, score);
    }
    double sum = 0;
    for (int c = 0; c < scores.length; c++) {
      scores[c] = StrictMath.exp(scores[c] - max);
      sum += scores[c];
    }
    for (int c = 0; c < scores.length; c++) {
      scores[c] /= sum;
    }
  }
}
