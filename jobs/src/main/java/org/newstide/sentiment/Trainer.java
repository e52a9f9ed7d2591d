package org.newstide.sentiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Fits a multinomial logistic regression by stochastic gradient descent with AdaGrad's step per
 * weight (Duchi, Hazan and Singer 2011) and L2 shrinkage, and returns the mean of the weights over
 * the last passes. The same examples and seed give the same weights.
 */
final class Trainer {
  private static final int PASSES = 8;
  private static final double RATE = 0.25;
  private static final double L2 = 3e-6;

  private final long seed;

  Trainer(long seed) {
    this.seed = seed;
  }

  float[] fit(List<Example> examples) {
    float[] weights = new float[FeatureVector.SPACE * LinearWeights.CLASSES];
    float[] squares = new float[weights.length];
    float[] sum = new float[weights.length];
    List<Example> order = new ArrayList<>(examples);
    Random random = new Random(seed);
    int kept = 0;
    for (int pass = 0; pass < PASSES; pass++) {
      Collections.shuffle(order, random);
      for (Example example : order) {
        step(example, weights, squares);
      }
      if (pass >= PASSES / 2) {
        kept++;
        for (int i = 0; i < sum.length; i++) {
          sum[i] += weights[i];
        }
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= Math.max(1, kept);
    }
    return sum;
  }

  private static void step(Example example, float[] weights, float[] squares) {
    double[] p = scores(example, weights);
    LinearWeights.softmax(p);
    p[example.label] -= 1;
    for (int c = 0; c < LinearWeights.CLASSES; c++) {
      for (int i = 0; i < example.index.length; i++) {
        int at = example.index[i] * LinearWeights.CLASSES + c;
        double gradient = p[c] * example.value[i] + L2 * weights[at];
        squares[at] += (float) (gradient * gradient);
        weights[at] -= (float) (RATE * gradient / (Math.sqrt(squares[at]) + 1e-6));
      }
    }
  }

  static double[] scores(Example example, float[] weights) {
    double[] scores = new double[LinearWeights.CLASSES];
    for (int i = 0; i < example.index.length; i++) {
      int row = example.index[i] * LinearWeights.CLASSES;
      float value = example.value[i];
      scores[0] += weights[row] * value;
      scores[1] += weights[row + 1] * value;
      scores[2] += weights[row + 2] * value;
    }
    return scores;
  }
}
