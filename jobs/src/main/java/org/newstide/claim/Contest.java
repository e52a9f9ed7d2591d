package org.newstide.claim;

import java.util.Optional;
import org.newstide.claim.ShareLexicon.Kind;

/**
 * A market that a sentence names, perhaps with a word for who leads it. Figures that follow may be
 * shares of it though no word says so: "Who leads the data warehouse market? Snowflake, with 21%."
 *
 * @param market the text's words
 * @param geography the place that they name
 * @param ranked whether the sentence speaks of leading it; else it may only say how large it is
 * @param at index of the first word that names it
 */
record Contest(String market, Optional<String> geography, boolean ranked, int at) {

  /** The first that a sentence names; none where it speaks of stocks. */
  static Optional<Contest> in(ClaimSentence sentence) {
    for (int i = sentence.from(); i < sentence.to(); i++) {
      Optional<Whole> market =
          sentence.is(Kind.CONTESTED, i)
              ? named(sentence, i)
              : sentence.at(i).startsWith("dominat") ? dominated(sentence, i) : Optional.empty();
      if (market.isPresent()) {
        int from = market.get().from();
        int to = market.get().to();
        return speaksOfTrading(sentence)
            ? Optional.empty()
            : Optional.of(
                new Contest(
                    MarketName.trimmed(sentence, from, to),
                    Geography.between(sentence, from, to),
                    isRanked(sentence),
                    from));
      }
    }
    return Optional.empty();
  }

  private static Optional<Whole> dominated(ClaimSentence sentence, int verb) {
    Whole whole = Whole.at(sentence, verb + 1);
    boolean market = whole.nature() == Whole.Nature.MARKET && whole.to() - whole.from() > 1;
    return market ? Optional.of(whole) : Optional.empty();
  }

  /** "the AI coding market": a market of something, and no stock market. */
  private static Optional<Whole> named(ClaimSentence sentence, int at) {
    int first = at;
    while (isModifier(sentence, first - 1)) {
      first--;
    }
    boolean plain = first == at || sentence.is(Kind.TRADED, at - 1);
    return plain ? Optional.empty() : Optional.of(new Whole(first, at + 1, Whole.Nature.MARKET));
  }

  private static boolean isModifier(ClaimSentence sentence, int at) {
    return (sentence.isWord(at) || sentence.at(at).equals("-") || sentence.at(at).equals("'s"))
        && !sentence.isMention(at)
        && !sentence.is(Kind.FUNCTION, at)
        && !sentence.is(Kind.HOLD, at);
  }

  /** Whether figures that no word explains are more likely moves of stocks or growth. */
  static boolean speaksOfTrading(ClaimSentence sentence) {
    return sentence.any(Kind.TRADING, sentence.from(), sentence.to());
  }

  private static boolean isRanked(ClaimSentence sentence) {
    for (int i = sentence.from(); i < sentence.to(); i++) {
      if (sentence.is(Kind.RANKED, i) || sentence.at(i).startsWith("dominat")) {
        return true;
      }
    }
    return false;
  }
}
