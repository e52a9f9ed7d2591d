package org.newstide.reread;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newstide.sentiment.Passage;
import org.newstide.sentiment.Probabilities;

/**
 * The class probabilities of a passage's tokens. An organisation's are the normalised geometric
 * mean over the tokens that name it: exactly what the training program computes, which averages
 * their logits.
 */
final class TokenClasses {
  private static final double LEAST = 1e-12;

  private final List<Token> tokens;

  /**
   * A token of the passage.
   *
   * @param start first UTF-16 unit
   * @param end behind the last
   */
  record Token(int start, int end, double negative, double neutral, double positive) {
    /**
     * @param lastUnit last UTF-16 unit, inclusive, as Spark NLP counts
     * @param metadata of an annotation by Spark NLP's token classifiers: a probability per label
     */
    static Token of(int firstUnit, int lastUnit, Map<String, String> metadata) {
      return new Token(
          firstUnit,
          lastUnit + 1,
          probability(metadata, "negative"),
          probability(metadata, "neutral"),
          probability(metadata, "positive"));
    }

    private static double probability(Map<String, String> metadata, String label) {
      String value = metadata.get(label);
      if (value == null) {
        throw new IllegalStateException("The encoder gives no probability of " + label);
      }
      return Double.parseDouble(value);
    }
  }

  TokenClasses(List<Token> tokens) {
    this.tokens = List.copyOf(tokens);
  }

  /** Empty where no token lies in the spans. */
  Optional<Probabilities> judge(List<Passage.Span> spans) {
    double negative = 0;
    double neutral = 0;
    double positive = 0;
    int named = 0;
    for (Token token : tokens) {
      if (spans.stream().anyMatch(span -> span.overlaps(token.start(), token.end()))) {
        negative += log(token.negative());
        neutral += log(token.neutral());
        positive += log(token.positive());
        named++;
      }
    }
    return named == 0
        ? Optional.empty()
        : Optional.of(normalised(negative / named, neutral / named, positive / named));
  }

  private static Probabilities normalised(double negative, double neutral, double positive) {
    double a = Math.exp(negative);
    double b = Math.exp(neutral);
    double c = Math.exp(positive);
    double sum = a + b + c;
    return new Probabilities(a / sum, b / sum, c / sum);
  }

  private static double log(double probability) {
    return Math.log(Math.max(probability, LEAST));
  }
}
