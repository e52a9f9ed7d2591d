package org.newstide.claim;

import java.util.Optional;
import org.newstide.claim.ShareLexicon.Kind;

/**
 * A market that a passage names, perhaps with a word for who leads it. Figures that follow may be
 * shares of it though no word says so: "Who leads the data warehouse market? Snowflake, with 21%."
 *
 * @param market the text's words
 * @param ranked whether the passage speaks of leading it; else it may only say how large it is
 */
record Contest(String market, boolean ranked) {

  /** The first that a passage names; none where it speaks of stocks. */
  static Optional<Contest> in(Passage passage) {
    for (int i = passage.from(); i < passage.to(); i++) {
      Optional<Whole> market =
          passage.is(Kind.CONTESTED, i)
              ? named(passage, i)
              : passage.at(i).startsWith("dominat") ? dominated(passage, i) : Optional.empty();
      if (market.isPresent()) {
        String words = passage.text(market.get().from(), market.get().to());
        return speaksOfTrading(passage)
            ? Optional.empty()
            : Optional.of(new Contest(words, isRanked(passage)));
      }
    }
    return Optional.empty();
  }

  private static Optional<Whole> dominated(Passage passage, int verb) {
    Whole whole = Whole.at(passage, verb + 1);
    boolean market = whole.nature() == Whole.Nature.MARKET && whole.to() - whole.from() > 1;
    return market ? Optional.of(whole) : Optional.empty();
  }

  /** "the AI coding market": a market of something, and no stock market. */
  private static Optional<Whole> named(Passage passage, int at) {
    int first = at;
    while (isModifier(passage, first - 1)) {
      first--;
    }
    boolean plain = first == at || passage.is(Kind.TRADED, at - 1);
    return plain ? Optional.empty() : Optional.of(new Whole(first, at + 1, Whole.Nature.MARKET));
  }

  private static boolean isModifier(Passage passage, int at) {
    return (passage.isWord(at) || passage.at(at).equals("-") || passage.at(at).equals("'s"))
        && !passage.isMention(at)
        && !passage.is(Kind.FUNCTION, at)
        && !passage.is(Kind.HOLD, at);
  }

  /** Whether figures that no word explains are more likely moves of stocks or growth. */
  static boolean speaksOfTrading(Passage passage) {
    return passage.any(Kind.TRADING, passage.from(), passage.to());
  }

  private static boolean isRanked(Passage passage) {
    for (int i = passage.from(); i < passage.to(); i++) {
      if (passage.is(Kind.RANKED, i) || passage.at(i).startsWith("dominat")) {
        return true;
      }
    }
    return false;
  }
}
