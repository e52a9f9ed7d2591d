package org.newstide.claim;

import org.newstide.claim.ShareLexicon.Kind;

/** The words by which a sentence names the market of a figure. */
final class MarketName {

  private MarketName() {}

  /** The market that a figure's own words name; empty where they say no more than "market". */
  static String of(ClaimSentence sentence, Sense sense) {
    String named = trimmed(sentence, sense.marketFrom(), sense.marketTo());
    boolean continues =
        sentence.at(sense.end()).equals("in")
            || sentence.at(sense.end()).equals("for")
            || sentence.at(sense.end()).equals("among");
    if (!named.isEmpty() || !continues || Period.startsAt(sentence, sense.end() + 1)) {
      return named;
    }
    // "its 3% market share in cloud services"
    Whole whole = Whole.at(sentence, sense.end() + 1);
    boolean place = whole.to() - whole.from() == 1 && sentence.is(Kind.GEOGRAPHY, whole.from());
    return whole.nature() == Whole.Nature.OWNED || place
        ? ""
        : trimmed(sentence, whole.from(), whole.to());
  }

  private static String trimmed(ClaimSentence sentence, int first, int behind) {
    int from = first;
    int to = behind;
    while (from < to && sentence.is(Kind.DETERMINER, from)) {
      from++;
    }
    while (to > from && sentence.is(Kind.SHARE, to - 1)) {
      to--;
    }
    for (int i = from; i < to; i++) {
      boolean general =
          sentence.is(Kind.GENERAL, i)
              || (sentence.is(Kind.GEOGRAPHY, i) && isWorld(sentence.at(i)))
              || sentence.is(Kind.SHARE, i);
      if (!general) {
        return sentence.text(from, to);
      }
    }
    return "";
  }

  private static boolean isWorld(String word) {
    return word.equals("global") || word.equals("worldwide");
  }
}
