package org.newstide.claim;

import java.util.List;
import java.util.Optional;
import org.newstide.claim.ShareLexicon.Kind;
import org.newstide.mention.MaskedWords;

/** The words of a sentence with its figures and the parties that can hold them. */
final class ClaimSentence extends SentenceWords {
  private static final int STRONG_REACH = 6;

  private final List<Figure> figures;
  private final List<Party> parties;

  ClaimSentence(MaskedWords field, ShareLexicon lexicon, int from, int to) {
    super(field, lexicon, from, to);
    this.figures = Figures.in(this);
    this.parties = Parties.in(this, figures);
  }

  List<Figure> figures() {
    return figures;
  }

  List<Party> parties() {
    return parties;
  }

  /** The index of the nearest word before a figure that is no "about" or "nearly". */
  int beforeHedges(Figure figure) {
    return beforeHedges(figure, "");
  }

  /** The same, but a hedge of this spelling counts: "to" and "with" also link. */
  int beforeHedges(Figure figure, String link) {
    int at = figure.from() - 1;
    while (is(Kind.HEDGE, at) && !at(at).equals(link)) {
      at--;
    }
    return at;
  }

  /** The index of the word that a figure hangs on directly: "sells about", "accounts for". */
  int verbBefore(Figure figure) {
    int at = figure.from() - 1;
    while (is(Kind.HEDGE, at) || at(at).equals("for")) {
      at--;
    }
    return at;
  }

  /** "controls 90% of mainframes": a verb that says that the figure is a share of a market. */
  boolean isStronglyHeld(Figure figure) {
    return any(Kind.STRONG, figure.from() - STRONG_REACH, figure.from());
  }

  /** Whether nothing between two words but what links a name to its figure: "AWS (US) still at". */
  boolean isLinked(int first, int behind) {
    int i = first;
    while (i < behind) {
      if (at(i).equals("(")) {
        while (i < behind && !at(i).equals(")")) {
          i++;
        }
      } else if (!is(Kind.LINK, i) && !is(Kind.HEDGE, i) && !is(Kind.EACH, i)) {
        return false;
      }
      i++;
    }
    return true;
  }

  /** The last party that ends at or before an index. */
  Optional<Party> partyBefore(int index) {
    Optional<Party> nearest = Optional.empty();
    for (Party party : parties) {
      if (party.to() <= index) {
        nearest = Optional.of(party);
      }
    }
    return nearest;
  }

  boolean hasParty(int first, int behind) {
    return parties.stream().anyMatch(party -> party.from() >= first && party.to() <= behind);
  }

  boolean hasFigure(int first, int behind) {
    return figures.stream().anyMatch(figure -> figure.from() >= first && figure.to() <= behind);
  }
}
