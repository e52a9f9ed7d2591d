package org.newstide.claim;

import org.newstide.claim.ShareLexicon.Kind;

/** The words by which a passage names the market of a figure. */
final class MarketName {

  private MarketName() {}

  /** The market that a figure's own words name; empty where they say no more than "market". */
  static String of(Passage passage, Sense sense) {
    String named = trimmed(passage, sense.marketFrom(), sense.marketTo());
    boolean continues =
        passage.at(sense.end()).equals("in")
            || passage.at(sense.end()).equals("for")
            || passage.at(sense.end()).equals("among");
    if (!named.isEmpty() || !continues || Period.startsAt(passage, sense.end() + 1)) {
      return named;
    }
    // "its 3% market share in cloud services"
    Whole whole = Whole.at(passage, sense.end() + 1);
    boolean place = whole.to() - whole.from() == 1 && passage.is(Kind.GEOGRAPHY, whole.from());
    return whole.nature() == Whole.Nature.OWNED || place
        ? ""
        : trimmed(passage, whole.from(), whole.to());
  }

  private static String trimmed(Passage passage, int first, int behind) {
    int from = first;
    int to = behind;
    while (from < to && passage.is(Kind.DETERMINER, from)) {
      from++;
    }
    while (to > from && passage.is(Kind.SHARE, to - 1)) {
      to--;
    }
    for (int i = from; i < to; i++) {
      boolean general =
          passage.is(Kind.GENERAL, i)
              || (passage.is(Kind.GEOGRAPHY, i) && isWorld(passage.at(i)))
              || passage.is(Kind.SHARE, i);
      if (!general) {
        return passage.text(from, to);
      }
    }
    return "";
  }

  private static boolean isWorld(String word) {
    return word.equals("global") || word.equals("worldwide");
  }
}
