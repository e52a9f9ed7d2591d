package org.newstide.claim;

import java.util.Optional;
import org.newstide.claim.ShareLexicon.Kind;

/** Names and figures that brackets tie together. */
final class Brackets {
  private static final int NEAR = 5;
  private static final int LONGEST = 9;

  /** As far as "Amazon" is from the bracket in "Amazon led the cloud computing market (30%)". */
  private static final int SENTENCE = 12;

  private final ClaimSentence sentence;

  Brackets(ClaimSentence sentence) {
    this.sentence = sentence;
  }

  Optional<Held> holder(Figure figure) {
    return nameInside(figure).or(() -> figureInside(figure));
  }

  /** "31% (AWS), 25% (Azure)". */
  private Optional<Held> nameInside(Figure figure) {
    int open = figure.to();
    return sentence.parties().stream()
        .filter(party -> sentence.at(open).equals("(") && party.from() == open + 1)
        .filter(party -> !sentence.hasFigure(party.to(), party.to() + NEAR))
        .findFirst()
        .map(Held::tied);
  }

  /** "Azure (24%)", "(Anthropic 40% / OpenAI 27%)". */
  private Optional<Held> figureInside(Figure figure) {
    int open = openBefore(figure.from());
    if (open < 0) {
      return Optional.empty();
    }
    return sentence
        .partyBefore(figure.from())
        .filter(party -> party.to() > open)
        .filter(party -> sentence.isLinked(party.to(), figure.from()))
        .or(() -> sentence.partyBefore(open).filter(party -> isBeforeBracket(party, open)))
        .map(Held::tied);
  }

  private boolean isBeforeBracket(Party party, int open) {
    int reach = sentence.is(Kind.DIVIDED, open - 1) ? SENTENCE : NEAR;
    return open - party.to() < reach && !sentence.hasFigure(party.to(), open);
  }

  private int openBefore(int index) {
    for (int i = index - 1; i >= Math.max(sentence.from(), index - LONGEST); i--) {
      if (sentence.at(i).equals("(")) {
        return i;
      }
      if (sentence.at(i).equals(")")) {
        return -1;
      }
    }
    return -1;
  }
}
