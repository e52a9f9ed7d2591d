package org.newstide.reread;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newstide.linear.Softmax;
import org.newstide.sentiment.EncoderPassage;
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
  Optional<Probabilities> judge(List<EncoderPassage.Span> spans) {
    double[] logs = new double[3];
    int named = 0;
    for (Token token : tokens) {
      if (spans.stream().anyMatch(span -> span.overlaps(token.start(), token.end()))) {
        logs[0] += log(token.negative());
        logs[1] += log(token.neutral());
        logs[2] += log(token.positive());
        named++;
      }
    }
    return named == 0 ? Optional.empty() : Optional.of(mean(logs, named));
  }

  private static Probabilities mean(double[] logs, int named) {
    double[] classes = Arrays.stream(logs).map(sum -> sum / named).toArray();
    Softmax.apply(classes);
    return new Probabilities(classes[0], classes[1], classes[2]);
  }

  private static double log(double probability) {
    return StrictMath.log(Math.max(probability, LEAST));
  }
}
