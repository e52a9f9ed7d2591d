package org.newstide.sentiment;

import java.io.Serializable;

/**
 * The weights of a multinomial logistic regression and the scaling that calibrates it: for class c,
 * p(c) is proportional to exp(scale[c] * w[c].x + shift[c]).
 */
final class LinearWeights implements Serializable {
  private static final long serialVersionUID = 1;

  static final int CLASSES = 3;

  final float[] weights;
  final double[] scale;
  final double[] shift;

  LinearWeights(float[] weights, double[] scale, double[] shift) {
    this.weights = weights;
    this.scale = scale.clone();
    this.shift = shift.clone();
  }

  static LinearWeights uncalibrated(float[] weights) {
    return new LinearWeights(weights, new double[] {1, 1, 1}, new double[CLASSES]);
  }

  /** The raw scores w[c].x of the three classes. */
  double[] scores(FeatureVector x) {
    float negative = 0;
    float neutral = 0;
    float positive = 0;
    for (int i = 0; i < x.size; i++) {
      int row = x.index[i] * CLASSES;
      float value = x.value[i];
      negative += weights[row] * value;
      neutral += weights[row + 1] * value;
      positive += weights[row + 2] * value;
    }
    return new double[] {negative, neutral, positive};
  }

  double[] probabilities(double[] scores) {
    double[] p = new double[CLASSES];
    for (int c = 0; c < CLASSES; c++) {
      p[c] = scale[c] * scores[c] + shift[c];
    }
    softmax(p);
    return p;
  }

  static void softmax(double[] p) {
    double max = Math.max(p[0], Math.max(p[1], p[2]));
    double sum = 0;
    for (int c = 0; c < CLASSES; c++) {
      p[c] = Math.exp(p[c] - max);
      sum += p[c];
    }
    for (int c = 0; c < CLASSES; c++) {
      p[c] /= sum;
    }
  }
}
