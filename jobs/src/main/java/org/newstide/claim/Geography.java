package org.newstide.claim;

import java.util.Optional;
import org.newstide.claim.ShareLexicon.Kind;

/** Where a stated share holds, in the words of a sentence. */
final class Geography {
  private static final int REACH = 12;

  private Geography() {}

  /** The place that the market's own words name, else the nearest one behind the figure. */
  static Optional<String> of(ClaimSentence sentence, Figure figure, Sense sense) {
    Optional<String> inMarket = between(sentence, sense.marketFrom(), sense.marketTo());
    return inMarket.or(() -> between(sentence, figure.to(), clauseEnd(sentence, figure)));
  }

  private static int clauseEnd(ClaimSentence sentence, Figure figure) {
    int limit = Math.min(sentence.to(), figure.to() + REACH);
    for (Figure other : sentence.figures()) {
      if (other.from() >= figure.to()) {
        return Math.min(limit, other.from());
      }
    }
    return limit;
  }

  private static Optional<String> between(ClaimSentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      if (sentence.isAbbreviatedPlace(i)) {
        int end = sentence.at(i + 3).equals(".") ? i + 4 : i + 3;
        return Optional.of(sentence.text(i, end));
      }
      // "us" is also a pronoun.
      boolean pronoun = sentence.at(i).equals("us") && !sentence.isCapital(i);
      if (sentence.is(Kind.GEOGRAPHY, i) && !pronoun) {
        return Optional.of(sentence.text(i, i + 1));
      }
    }
    return Optional.empty();
  }
}
