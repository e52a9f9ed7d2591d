package org.newstide.relation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Fits a multinomial logistic regression by stochastic gradient descent with AdaGrad's step per
 * weight (Duchi, Hazan and Singer 2011) and L2 shrinkage, and returns the mean of the weights over
 * the later passes. The same examples and seed give the same weights.
 */
final class TieTrainer {
  private static final int PASSES = 12;
  private static final double RATE = 0.05;
  private static final double L2 = 5e-4;

  /**
   * A pair of an item.
   *
   * @param label 0 for no tie, else 1 + the type's place
   */
  record Example(int item, int label, int[] index, float[] value) {}

  private final long seed;

  TieTrainer(long seed) {
    this.seed = seed;
  }

  float[] fit(List<Example> examples) {
    float[] weights = new float[FeatureVector.SPACE * TieWeights.CLASSES];
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
    TieWeights.softmax(p, 1);
    p[example.label()] -= 1;
    for (int i = 0; i < example.index().length; i++) {
      for (int c = 0; c < TieWeights.CLASSES; c++) {
        int at = example.index()[i] * TieWeights.CLASSES + c;
        double gradient = p[c] * example.value()[i] + L2 * weights[at];
        squares[at] += (float) (gradient * gradient);
        weights[at] -= (float) (RATE * gradient / (Math.sqrt(squares[at]) + 1e-6));
      }
    }
  }

  static double[] scores(Example example, float[] weights) {
    return TieWeights.scores(weights, example.index(), example.value(), example.index().length);
  }
}
