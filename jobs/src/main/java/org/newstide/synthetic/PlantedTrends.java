package org.newstide.synthetic;

import java.util.SplittableRandom;
import org.newstide.sentiment.Label;

/**
 * The truth of the corpus: how probable it is, week by week, that a story speaks of an
 * organisation, and how it leaves it standing. Weights follow Zipf's law in a drawn order and swell
 * and ebb; the tone drifts; half of the organisations have one week of great news, good or bad.
 */
final class PlantedTrends {
  /** The part of an organisation's stories that name one of its offerings instead of itself. */
  static final double OFFERING_PART = 0.4;

  private static final double SWELL = 0.5;
  private static final double NEWS_WEIGHT = 3;
  private static final double NEWS_TONE = 0.7;

  private final double[][] weights;
  private final double[][] cumulated;
  private final Tones[][] tones;

  PlantedTrends(int organisations, int weeks, SplittableRandom random) {
    weights = new double[weeks][organisations];
    cumulated = new double[weeks][organisations];
    tones = new Tones[weeks][organisations];
    int[] rank = shuffled(organisations, random);
    for (int organisation = 0; organisation < organisations; organisation++) {
      plant(organisation, 1.0 / (rank[organisation] + 1), random);
    }
    for (int week = 0; week < weeks; week++) {
      normalise(weights[week], cumulated[week]);
    }
  }

  private void plant(int organisation, double size, SplittableRandom random) {
    double period = 8 + random.nextDouble() * 18;
    double phase = random.nextDouble();
    double opinion = 0.4 + random.nextDouble() * 0.4;
    double base = random.nextDouble() * 0.8 - 0.4;
    int newsWeek = random.nextBoolean() ? random.nextInt(weights.length) : -1;
    double newsTone = random.nextBoolean() ? NEWS_TONE : -NEWS_TONE;
    for (int week = 0; week < weights.length; week++) {
      double wave = StrictMath.sin(2 * Math.PI * (week / period + phase));
      double lean = base + 0.3 * StrictMath.sin(2 * Math.PI * (week / period + 2 * phase));
      boolean isNews = week == newsWeek;
      weights[week][organisation] =
          size * StrictMath.exp(SWELL * wave) * (isNews ? NEWS_WEIGHT : 1);
      tones[week][organisation] = tones(opinion, isNews ? newsTone : lean);
    }
  }

  /**
   * @param opinion probability that a story is not neutral
   * @param lean (P - N) / (P + N), -1..1
   */
  private static Tones tones(double opinion, double lean) {
    return new Tones(opinion * (1 - lean) / 2, 1 - opinion, opinion * (1 + lean) / 2);
  }

  private static int[] shuffled(int size, SplittableRandom random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private static void normalise(double[] weights, double[] cumulated) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double below = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
      below += weights[i];
      cumulated[i] = below;
    }
  }

  Tones tones(int week, int organisation) {
    return tones[week][organisation];
  }

  int organisation(int week, SplittableRandom random) {
    double drawn = random.nextDouble();
    double[] bounds = cumulated[week];
    int i = 0;
    while (i < bounds.length - 1 && drawn >= bounds[i]) {
      i++;
    }
    return i;
  }

  /** The second organisation of a story: another than the first, by weight. */
  int other(int week, int first, SplittableRandom random) {
    int other = organisation(week, random);
    while (other == first) {
      other = organisation(week, random);
    }
    return other;
  }

  Label tone(int week, int organisation, SplittableRandom random) {
    Tones mix = tones[week][organisation];
    double drawn = random.nextDouble();
    if (drawn < mix.positive()) {
      return Label.POSITIVE;
    }
    return drawn < mix.positive() + mix.negative() ? Label.NEGATIVE : Label.NEUTRAL;
  }

  /**
   * How many organisation slots of a story an organisation takes, in the mean: it is the first with
   * its weight, and the second with its weight among all but the first.
   */
  double expectedStories(int week, int organisation, double pairs) {
    double[] weight = weights[week];
    double second = 0;
    for (int first = 0; first < weight.length; first++) {
      if (first != organisation) {
        second += weight[first] * weight[organisation] / (1 - weight[first]);
      }
    }
    return weight[organisation] + pairs * second;
  }
}
