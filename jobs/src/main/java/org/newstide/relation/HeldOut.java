package org.newstide.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Scores of examples that the model was not trained on, beside their labels. */
final class HeldOut {
  private final List<Integer> labels = new ArrayList<>();
  private final List<double[]> scores = new ArrayList<>();

  void add(int label, double[] score) {
    labels.add(label);
    scores.add(score);
  }

  private double[] probabilities(int example, double scale) {
    return TieWeights.probabilities(scores.get(example), scale);
  }

  /** The temperature (Guo et al. 2017) of least log loss, as the factor on the scores. */
  double scale() {
    double best = 1;
    double least = Double.POSITIVE_INFINITY;
    for (int step = 4; step <= 40; step++) {
      double scale = step / 20.0;
      double loss = 0;
      for (int i = 0; i < labels.size(); i++) {
        loss -= StrictMath.log(Math.max(1e-12, probabilities(i, scale)[labels.get(i)]));
      }
      if (loss < least) {
        least = loss;
        best = scale;
      }
    }
    return best;
  }

  /** The probability of any tie from which on the F1 of ties and of typed ties is best in sum. */
  double threshold(double scale) {
    double best = 0.5;
    double most = -1;
    for (int step = 20; step <= 80; step++) {
      Quality quality = quality(scale, step / 100.0);
      if (quality.anyF1() + quality.typedF1() > most) {
        most = quality.anyF1() + quality.typedF1();
        best = step / 100.0;
      }
    }
    return best;
  }

  /** How the ties found compare to those labelled. */
  record Quality(int found, int labelled, int any, int typed) {
    double anyF1() {
      return 2.0 * any / Math.max(1, found + labelled);
    }

    double typedF1() {
      return 2.0 * typed / Math.max(1, found + labelled);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "found %d, labelled %d, any precision %.3f recall %.3f F1 %.3f, typed F1 %.3f",
          found,
          labelled,
          any / (double) Math.max(1, found),
          any / (double) Math.max(1, labelled),
          anyF1(),
          typedF1());
    }
  }

  Quality quality(double scale, double threshold) {
    int found = 0;
    int labelled = 0;
    int any = 0;
    int typed = 0;
    for (int i = 0; i < labels.size(); i++) {
      double[] p = probabilities(i, scale);
      boolean isFound = 1 - p[0] >= threshold;
      boolean isTie = labels.get(i) > 0;
      found += isFound ? 1 : 0;
      labelled += isTie ? 1 : 0;
      any += isFound && isTie ? 1 : 0;
      typed += isFound && 1 + TieWeights.type(p).ordinal() == labels.get(i) ? 1 : 0;
    }
    return new Quality(found, labelled, any, typed);
  }

  /** Ten bins of the probability of any tie: examples, mean probability, share of ties. */
  String reliability(double scale) {
    int[] count = new int[10];
    double[] told = new double[10];
    int[] ties = new int[10];
    double error = 0;
    for (int i = 0; i < labels.size(); i++) {
      double any = 1 - probabilities(i, scale)[0];
      int bin = Math.min(9, (int) (any * 10));
      count[bin]++;
      told[bin] += any;
      ties[bin] += labels.get(i) > 0 ? 1 : 0;
    }
    StringBuilder lines = new StringBuilder();
    for (int bin = 0; bin < 10; bin++) {
      error += Math.abs(told[bin] - ties[bin]) / Math.max(1, labels.size());
      lines.append(
          String.format(
              Locale.ROOT,
              "  p %.1f-%.1f: %d pairs, mean %.3f, ties %.3f%n",
              bin / 10.0,
              (bin + 1) / 10.0,
              count[bin],
              told[bin] / Math.max(1, count[bin]),
              ties[bin] / (double) Math.max(1, count[bin])));
    }
    return lines.append(String.format(Locale.ROOT, "  calibration error %.3f%n", error)).toString();
  }
}
