package org.newstide.synthetic;

import org.newstide.sentiment.Label;

/** Probabilities that a story leaves an organisation standing worse, as before, or better. */
public record Tones(double negative, double neutral, double positive) {
  /** The net sentiment that stories of these tones have in the mean, -1..1. */
  public double net() {
    return positive - negative;
  }

  double of(Label tone) {
    return switch (tone) {
      case NEGATIVE -> negative;
      case NEUTRAL -> neutral;
      case POSITIVE -> positive;
    };
  }
}
