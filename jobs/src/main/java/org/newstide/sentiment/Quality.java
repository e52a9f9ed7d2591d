package org.newstide.sentiment;

import java.util.List;
import java.util.Locale;

/** How well probabilities fit labels: macro-F1, F1 per class, and calibration error. */
final class Quality {
  private static final int BINS = 10;

  private final int[][] confusion = new int[Label.CLASSES][Label.CLASSES];
  private final int[] binSize = new int[BINS];
  private final double[] binConfidence = new double[BINS];
  private final int[] binRight = new int[BINS];
  private int size;

  Quality(List<double[]> probabilities, List<Integer> labels) {
    for (int i = 0; i < labels.size(); i++) {
      add(probabilities.get(i), labels.get(i));
    }
  }

  private void add(double[] p, int gold) {
    int predicted = new Probabilities(p[0], p[1], p[2]).label().ordinal();
    confusion[gold][predicted]++;
    int bin = Math.min(BINS - 1, (int) (p[predicted] * BINS));
    binSize[bin]++;
    binConfidence[bin] += p[predicted];
    binRight[bin] += gold == predicted ? 1 : 0;
    size++;
  }

  double macroF1() {
    return (f1(0) + f1(1) + f1(2)) / Label.CLASSES;
  }

  double f1(int label) {
    int gold = 0;
    int predicted = 0;
    for (int c = 0; c < Label.CLASSES; c++) {
      gold += confusion[label][c];
      predicted += confusion[c][label];
    }
    return gold + predicted == 0 ? 0 : 2.0 * confusion[label][label] / (gold + predicted);
  }

  /** Expected calibration error of the predicted class over ten equal bins (Guo et al. 2017). */
  double calibrationError() {
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(binConfidence[bin] - binRight[bin]);
    }
    return error / Math.max(1, size);
  }

  String summary() {
    return String.format(
        Locale.ROOT,
        "n=%d macro-F1=%.4f (negative %.3f, neutral %.3f, positive %.3f) ECE=%.4f",
        size,
        macroF1(),
        f1(0),
        f1(1),
        f1(2),
        calibrationError());
  }

  /** One line per filled bin: mean confidence against the share that was right. */
  String reliability() {
    StringBuilder lines = new StringBuilder();
    for (int bin = 0; bin < BINS; bin++) {
      if (binSize[bin] > 0) {
        lines.append(
            String.format(
                Locale.ROOT,
                "  confidence %.3f right %.3f n=%d%n",
                binConfidence[bin] / binSize[bin],
                (double) binRight[bin] / binSize[bin],
                binSize[bin]));
      }
    }
    return lines.toString();
  }
}
