package org.newstide.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Fits a multinomial logistic regression by stochastic gradient descent with AdaGrad's step per
 * weight (Duchi, Hazan and Singer 2011) and L2 shrinkage, and returns the mean of the weights over
 * the later passes. The same examples and seed give the same weights on every machine.
 *
 * @param shape of the model
 * @param passes over the examples; the weights after each of the later half are averaged
 * @param rate of AdaGrad
 * @param l2 the shrinkage of a weight at each example that has its feature
 * @param seed of the order of the examples
 */
public record LinearTrainer(ModelShape shape, int passes, double rate, double l2, long seed) {

  /** The weights, those of a feature's classes beside each other. */
  public float[] fit(List<? extends LabelledVector> examples) {
    float[] weights = new float[shape.weights()];
    float[] squares = new float[weights.length];
    float[] sum = new float[weights.length];
    List<LabelledVector> order = new ArrayList<>(examples);
    Random random = new Random(seed);
    int kept = 0;
    for (int pass = 0; pass < passes; pass++) {
      Collections.shuffle(order, random);
      for (LabelledVector example : order) {
        step(example, weights, squares);
      }
      if (pass >= passes / 2) {
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

  private void step(LabelledVector example, float[] weights, float[] squares) {
    int classes = shape.classes();
    double[] p = scores(example, weights);
    Softmax.apply(p);
    for (int c = 0; c < classes; c++) {
      p[c] -= example.share(c);
    }
    int[] index = example.index();
    float[] value = example.value();
    for (int i = 0; i < index.length; i++) {
      for (int c = 0; c < classes; c++) {
        int at = index[i] * classes + c;
        double gradient = p[c] * value[i] + l2 * weights[at];
        squares[at] += (float) (gradient * gradient);
        weights[at] -= (float) (rate * gradient / (Math.sqrt(squares[at]) + 1e-6));
      }
    }
  }

  private double[] scores(LabelledVector example, float[] weights) {
    int classes = shape.classes();
    double[] scores = new double[classes];
    int[] index = example.index();
    float[] value = example.value();
    for (int i = 0; i < index.length; i++) {
      int row = index[i] * classes;
      for (int c = 0; c < classes; c++) {
        scores[c] += weights[row + c] * value[i];
      }
    }
    return scores;
  }

  /**
   * The scores of each example by weights that its fold had no part in, in the examples' order.
   *
   * @param fold of an example, from 0 on; below 0 for examples that all folds learn from and none
   *     is scored, whose scores are null
   */
  public <E extends LabelledVector> List<double[]> crossValidate(
      List<E> examples, int folds, ToIntFunction<E> fold) {
    double[][] scores = new double[examples.size()][];
    IntStream.range(0, folds)
        .parallel()
        .forEach(
            held -> {
              float[] weights =
                  fit(examples.stream().filter(each -> fold.applyAsInt(each) != held).toList());
              for (int i = 0; i < scores.length; i++) {
                if (fold.applyAsInt(examples.get(i)) == held) {
                  scores[i] = scores(examples.get(i), weights);
                }
              }
            });
    return Arrays.asList(scores);
  }
}
