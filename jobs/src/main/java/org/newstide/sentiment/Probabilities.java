package org.newstide.sentiment;

/** Calibrated class probabilities of the sentiment toward one target; they sum to one. */
public record Probabilities(double negative, double neutral, double positive) {
  /** The most probable class; a tie goes to neutral, then to negative. */
  public Label label() {
    if (neutral >= negative && neutral >= positive) {
      return Label.NEUTRAL;
    }
    return negative >= positive ? Label.NEGATIVE : Label.POSITIVE;
  }
}
