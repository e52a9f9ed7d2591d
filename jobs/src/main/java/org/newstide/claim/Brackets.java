package org.newstide.claim;

import java.util.Optional;
import org.newstide.claim.ShareLexicon.Kind;

/** Names and figures that brackets tie together. */
final class Brackets {
  private static final int NEAR = 5;
  private static final int LONGEST = 9;

  /** As far as "Amazon" is from the bracket in "Amazon led the cloud computing market (30%)". */
  private static final int SENTENCE = 12;

  private final Passage passage;

  Brackets(Passage passage) {
    this.passage = passage;
  }

  Optional<Held> holder(Figure figure) {
    return nameInside(figure).or(() -> figureInside(figure));
  }

  /** "31% (AWS), 25% (Azure)". */
  private Optional<Held> nameInside(Figure figure) {
    int open = figure.to();
    return passage.parties().stream()
        .filter(party -> passage.at(open).equals("(") && party.from() == open + 1)
        .filter(party -> !passage.hasFigure(party.to(), party.to() + NEAR))
        .findFirst()
        .map(Held::tied);
  }

  /** "Azure (24%)", "(Anthropic 40% / OpenAI 27%)". */
  private Optional<Held> figureInside(Figure figure) {
    int open = openBefore(figure.from());
    if (open < 0) {
      return Optional.empty();
    }
    return passage
        .partyBefore(figure.from())
        .filter(party -> party.to() > open)
        .filter(party -> passage.isLinked(party.to(), figure.from()))
        .or(() -> passage.partyBefore(open).filter(party -> isBeforeBracket(party, open)))
        .map(Held::tied);
  }

  private boolean isBeforeBracket(Party party, int open) {
    int reach = passage.is(Kind.DIVIDED, open - 1) ? SENTENCE : NEAR;
    return open - party.to() < reach && !passage.hasFigure(party.to(), open);
  }

  private int openBefore(int index) {
    for (int i = index - 1; i >= Math.max(passage.from(), index - LONGEST); i--) {
      if (passage.at(i).equals("(")) {
        return i;
      }
      if (passage.at(i).equals(")")) {
        return -1;
      }
    }
    return -1;
  }
}
