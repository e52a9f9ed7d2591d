package org.newstide.claim;

import java.util.Optional;
import org.newstide.claim.ShareLexicon.Kind;

/** Where a stated share holds, in the words of a sentence. */
final class Geography {
  private static final int REACH = 12;

  private Geography() {}

  /** The place that a market's own words name. */
  static Optional<String> in(ClaimSentence sentence, Sense sense) {
    return between(sentence, sense.marketFrom(), sense.marketTo());
  }

  /** The place that the market's own words name, else the nearest one behind the figure. */
  static Optional<String> of(ClaimSentence sentence, Figure figure, Sense sense) {
    return in(sentence, sense)
        .or(() -> between(sentence, figure.to(), clauseEnd(sentence, figure)));
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

  /** The first place that some words name. */
  static Optional<String> between(ClaimSentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      int end = placeEnd(sentence, i);
      if (end > i) {
        return Optional.of(sentence.text(i, end));
      }
    }
    return Optional.empty();
  }

  /** The index behind the place that begins at one; the index itself where none begins. */
  static int placeEnd(ClaimSentence sentence, int at) {
    if (sentence.isAbbreviatedPlace(at)) {
      return sentence.at(at + 3).equals(".") ? at + 4 : at + 3;
    }
    int end = at;
    int places = 0;
    while (isPlace(sentence, end) || isPart(sentence, end)) {
      places += isPlace(sentence, end) ? 1 : 0;
      end++;
      boolean joins = sentence.at(end).equals("-") && isPart(sentence, end + 1);
      end += joins ? 1 : 0;
    }
    return places > 0 ? end : at;
  }

  private static boolean isPlace(ClaimSentence sentence, int at) {
    // "us" is also a pronoun.
    boolean pronoun = sentence.at(at).equals("us") && !sentence.isCapital(at);
    return sentence.is(Kind.GEOGRAPHY, at) && !pronoun;
  }

  /** "Asia Pacific", "South Korea", "mainland China". */
  private static boolean isPart(ClaimSentence sentence, int at) {
    return sentence.is(Kind.PLACE_PART, at)
        && (sentence.isCapital(at) || isPlace(sentence, at + 1));
  }
}
