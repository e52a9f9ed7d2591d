package org.newstide.claim;

import java.util.Optional;
import java.util.Set;
import org.newstide.claim.ShareLexicon.Kind;

/** Where a stated share holds, in the words of a passage. */
final class Geography {
  private static final int REACH = 12;
  private static final Set<String> STOPS = Set.of("u", "s", "k");

  private Geography() {}

  /** The place that the market's own words name, else the nearest one behind the figure. */
  static Optional<String> of(Passage passage, Figure figure, Sense sense) {
    Optional<String> inMarket = between(passage, sense.marketFrom(), sense.marketTo());
    return inMarket.or(() -> between(passage, figure.to(), clauseEnd(passage, figure)));
  }

  private static int clauseEnd(Passage passage, Figure figure) {
    int limit = Math.min(passage.to(), figure.to() + REACH);
    for (Figure other : passage.figures()) {
      if (other.from() >= figure.to()) {
        return Math.min(limit, other.from());
      }
    }
    return limit;
  }

  private static Optional<String> between(Passage passage, int from, int to) {
    for (int i = from; i < to; i++) {
      if (isAbbreviation(passage, i)) {
        int end = passage.at(i + 3).equals(".") ? i + 4 : i + 3;
        return Optional.of(passage.text(i, end));
      }
      // "us" is also a pronoun.
      boolean pronoun = passage.at(i).equals("us") && !passage.isCapital(i);
      if (passage.is(Kind.GEOGRAPHY, i) && !pronoun) {
        return Optional.of(passage.text(i, i + 1));
      }
    }
    return Optional.empty();
  }

  /** "U.S.", which stands as four words. */
  static boolean isAbbreviation(Passage passage, int at) {
    return passage.at(at).equals("u")
        && passage.at(at + 1).equals(".")
        && STOPS.contains(passage.at(at + 2));
  }
}
