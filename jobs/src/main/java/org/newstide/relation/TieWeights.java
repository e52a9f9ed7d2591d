package org.newstide.relation;

import java.io.Serializable;
import java.util.Optional;

/**
 * A multinomial logistic regression over no tie and the types of ties, a scale that calibrates it,
 * and from which probability of any tie on one is reported.
 */
final class TieWeights implements Serializable {
  private static final long serialVersionUID = 1;

  /** No tie, then the types in their order. */
  static final int CLASSES = 1 + Relation.Type.values().length;

  final float[] weights;
  final double scale;
  final double threshold;

  TieWeights(float[] weights, double scale, double threshold) {
    this.weights = weights;
    this.scale = scale;
    this.threshold = threshold;
  }

  static int label(Optional<Relation.Type> type) {
    return type.map(some -> 1 + some.ordinal()).orElse(0);
  }

  double[] probabilities(FeatureVector x) {
    double[] p = scores(weights, x.index, x.value, x.size);
    softmax(p, scale);
    return p;
  }

  static double[] scores(float[] weights, int[] index, float[] value, int size) {
    double[] scores = new double[CLASSES];
    for (int i = 0; i < size; i++) {
      int row = index[i] * CLASSES;
      for (int c = 0; c < CLASSES; c++) {
        scores[c] += weights[row + c] * value[i];
      }
    }
    return scores;
  }

  /** In StrictMath, so that a model trained elsewhere is the same to the byte. */
  static void softmax(double[] scores, double scale) {
    double max = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      max = Math.max(max, score * scale);
    }
    double sum = 0;
    for (int c = 0; c < scores.length; c++) {
      scores[c] = StrictMath.exp(scores[c] * scale - max);
      sum += scores[c];
    }
    for (int c = 0; c < scores.length; c++) {
      scores[c] /= sum;
    }
  }

  /** The likeliest type, whether or not it is likelier than none. */
  static Relation.Type type(double[] probabilities) {
    int best = 1;
    for (int c = 2; c < CLASSES; c++) {
      if (probabilities[c] > probabilities[best]) {
        best = c;
      }
    }
    return Relation.Type.values()[best - 1];
  }
}
