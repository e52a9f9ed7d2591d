package org.newstide.sentiment;

import java.util.List;

/**
 * Vector scaling (Guo et al. 2017): one scale and one shift per class, fitted to out-of-fold scores
 * by gradient descent on the log loss, so that the probabilities can be taken at their word.
 */
final class Calibration {
  private static final int STEPS = 400;
  private static final double RATE = 0.5;

  final double[] scale = {1, 1, 1};
  final double[] shift = new double[LinearWeights.CLASSES];

  private Calibration() {}

  static Calibration fit(List<double[]> scores, List<Integer> labels) {
    Calibration fitted = new Calibration();
    for (int step = 0; step < STEPS; step++) {
      fitted.step(scores, labels);
    }
    return fitted;
  }

  private void step(List<double[]> scores, List<Integer> labels) {
    double[] byScale = new double[LinearWeights.CLASSES];
    double[] byShift = new double[LinearWeights.CLASSES];
    for (int i = 0; i < scores.size(); i++) {
      double[] p = apply(scores.get(i));
      p[labels.get(i)] -= 1;
      for (int c = 0; c < LinearWeights.CLASSES; c++) {
        byScale[c] += p[c] * scores.get(i)[c];
        byShift[c] += p[c];
      }
    }
    for (int c = 0; c < LinearWeights.CLASSES; c++) {
      scale[c] -= RATE * byScale[c] / scores.size();
      shift[c] -= RATE * byShift[c] / scores.size();
    }
  }

  double[] apply(double[] scores) {
    double[] p = new double[LinearWeights.CLASSES];
    for (int c = 0; c < LinearWeights.CLASSES; c++) {
      p[c] = scale[c] * scores[c] + shift[c];
    }
    LinearWeights.softmax(p);
    return p;
  }
}
