package org.newstide.claim;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newstide.claim.ShareLexicon.Kind;

/**
 * Who holds the figures of one passage. A figure that a group holds together, or somebody outside
 * the catalog, has no holder.
 */
final class Holders {
  private static final int NEAR = 5;
  private static final int GAP = 9;
  private static final int ADJECTIVES = 4;
  private static final Set<String> HELD_BY =
      Set.of(
          "held",
          "controlled",
          "owned",
          "captured",
          "taken",
          "run",
          "runs",
          "running",
          "flows",
          "flow",
          "go",
          "goes",
          "going",
          "belongs",
          "belonging",
          "belong",
          "built",
          "powered",
          "came",
          "comes",
          "sold",
          "generated",
          "hosted",
          "commanded",
          "made",
          "supplied",
          "provided",
          "handled",
          "produced",
          "designed",
          "served",
          "sits",
          "sit");
  private static final Set<String> HELD_LINK =
      Set.of("by", "on", "through", "to", "from", "with", "behind");

  private final Passage passage;
  private final Groups groups;
  private final Subject subject;
  private final Context before;

  Holders(Passage passage, Groups groups, Context before) {
    this.passage = passage;
    this.groups = groups;
    this.before = before;
    this.subject = new Subject(passage, groups, before);
  }

  /**
   * The holders of the figure at a place among the passage's figures.
   *
   * @param last who holds the figure before it; empty where nobody does
   */
  Held of(int place, Sense sense, List<Party> last) {
    Figure figure = passage.figures().get(place);
    Optional<Held> listed = groups.listed(figure).map(Held::tied);
    if (listed.isPresent()) {
      return listed.get();
    }
    if (isTogether(place)) {
      return Held.NOBODY;
    }
    return inBrackets(figure)
        .or(() -> behind(figure, sense))
        .or(() -> continued(place, last))
        .or(() -> directlyBefore(figure))
        .or(() -> ownerBefore(figure.from()))
        .or(() -> ownerOfShare(figure, sense))
        .orElseGet(() -> subject.of(figure));
  }

  /** "together", "combined" or a plural subject in the figure's own clause. */
  private boolean isTogether(int place) {
    Figure figure = passage.figures().get(place);
    int from = place == 0 ? passage.from() : passage.figures().get(place - 1).to();
    for (int i = figure.from() - 1; i >= from; i--) {
      if (passage.at(i).equals(":") || passage.at(i).equals(";")) {
        break;
      }
      if (passage.is(Kind.TOGETHER, i) && !passage.any(Kind.EACH, i, figure.from())) {
        return true;
      }
    }
    return passage.is(Kind.TOGETHER, figure.to());
  }

  /** "Azure (24%)", "(Anthropic 40% / OpenAI 27%)". */
  private Optional<Held> inBrackets(Figure figure) {
    int open = openBracketBefore(figure.from());
    if (open < 0) {
      return Optional.empty();
    }
    return passage
        .partyBefore(figure.from())
        .filter(party -> party.to() > open)
        .filter(party -> isLinked(party.to(), figure.from()))
        .or(() -> passage.partyBefore(open).filter(party -> isBeforeBracket(party, open)))
        .map(Held::tied);
  }

  private boolean isBeforeBracket(Party party, int open) {
    return open - party.to() < NEAR && !passage.hasFigure(party.to(), open);
  }

  private int openBracketBefore(int index) {
    for (int i = index - 1; i >= Math.max(passage.from(), index - GAP); i--) {
      if (passage.at(i).equals("(")) {
        return i;
      }
      if (passage.at(i).equals(")")) {
        return -1;
      }
    }
    return -1;
  }

  /** "9% for Bing", "one-quarter controlled by AMD", "90% of PCs run on Windows". */
  private Optional<Held> behind(Figure figure, Sense sense) {
    int at = Math.max(figure.to(), sense.end());
    if (passage.at(at).equals("for") || passage.at(at).equals("by")) {
      return nextAt(at + 1);
    }
    for (int i = at; i < at + NEAR; i++) {
      if (HELD_BY.contains(passage.at(i)) && HELD_LINK.contains(passage.at(i + 1))) {
        return nextAt(i + 2);
      }
    }
    return Optional.empty();
  }

  /** The party within two words, unless a figure of its own follows it. */
  private Optional<Held> nextAt(int at) {
    for (Party party : passage.parties()) {
      if (party.from() >= at && party.from() <= at + 2) {
        boolean ownFigure =
            !passage.at(party.to()).equals("and")
                && !passage.at(party.to()).equals(",")
                && passage.figures().stream()
                    .anyMatch(
                        figure -> figure.from() >= party.to() && figure.from() <= party.to() + 2);
        return ownFigure ? Optional.empty() : Optional.of(Held.tied(party));
      }
    }
    return Optional.empty();
  }

  /**
   * "to 31% from 33%": no party stands between the two figures, so both have one holder; "up from
   * 29% a year earlier" goes on with the passage before.
   */
  private Optional<Held> continued(int place, List<Party> last) {
    int from = place == 0 ? passage.from() : passage.figures().get(place - 1).to();
    Figure figure = passage.figures().get(place);
    List<Party> holders = place == 0 && before.share() ? before.holders() : last;
    boolean links = isMovement(figure) && !passage.hasParty(from, figure.from());
    return links && !holders.isEmpty() ? Optional.of(new Held(holders, true)) : Optional.empty();
  }

  private boolean isMovement(Figure figure) {
    int at = figure.from() - 1;
    while (passage.is(Kind.HEDGE, at) && !passage.at(at).equals("to")) {
      at--;
    }
    return passage.at(at).equals("from") || passage.at(at).equals("to");
  }

  /** "AWS 28%", "Netflix at 20%", "AWS's 32%", "Google Cloud with 10 percent". */
  private Optional<Held> directlyBefore(Figure figure) {
    return passage
        .partyBefore(figure.from())
        .filter(party -> figure.from() - party.to() <= GAP && isLinked(party.to(), figure.from()))
        .map(party -> subject.together(party, figure));
  }

  private boolean isLinked(int from, int to) {
    int i = from;
    while (i < to) {
      if (passage.at(i).equals("(")) {
        while (i < to && !passage.at(i).equals(")")) {
          i++;
        }
      } else if (!passage.is(Kind.LINK, i)
          && !passage.is(Kind.HEDGE, i)
          && !passage.is(Kind.EACH, i)) {
        return false;
      }
      i++;
    }
    return true;
  }

  /** "Nvidia's dominant 85% share", "its 93 percent worldwide share". */
  private Optional<Held> ownerBefore(int index) {
    for (int i = index - 1; i >= Math.max(passage.from(), index - ADJECTIVES); i--) {
      if (passage.at(i).equals("its")) {
        return Optional.of(subject.antecedent(i));
      }
      if (isPossessive(i)) {
        return Optional.of(owner(i));
      }
      if (!passage.isWord(i) && !passage.is(Kind.HEDGE, i) && !passage.at(i).equals("-")
          || passage.is(Kind.FUNCTION, i)
          || passage.is(Kind.HOLD, i)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean isPossessive(int at) {
    boolean plural =
        passage.at(at).equals("'") && passage.partyBefore(at).filter(p -> p.to() == at).isPresent();
    return plural || passage.at(at).equals("'s") && !passage.is(Kind.GEOGRAPHY, at - 1);
  }

  private Held owner(int possessive) {
    if (!passage.isWord(possessive - 1) && !passage.isMention(possessive - 1)) {
      return Held.NOBODY;
    }
    return passage
        .partyBefore(possessive)
        .filter(party -> party.to() == possessive)
        .map(Held::tied)
        .orElseGet(() -> subject.antecedent(possessive));
  }

  /** "the market share of AWS". */
  private boolean isOwnerBehind(Party party, int share) {
    boolean of = passage.at(share + 1).equals("of") || passage.at(share + 1).equals("for");
    return of && party.from() == share + 2;
  }

  /** "ChatGPT's web traffic share fell to", "the market share of AWS is", "its share". */
  private Optional<Held> ownerOfShare(Figure figure, Sense sense) {
    int share = sense.shareAt();
    if (share < 0) {
      return Optional.empty();
    }
    int named = Math.max(share, sense.marketTo());
    Optional<Party> between =
        passage
            .partyBefore(figure.from())
            .filter(party -> party.from() >= named || isOwnerBehind(party, share));
    if (between.isPresent()) {
      return between.map(Held::tied);
    }
    for (int i = share - 1; i > Math.max(passage.from() - 1, share - GAP); i--) {
      if (isPossessive(i)) {
        return Optional.of(owner(i));
      }
      if (passage.at(i).equals("its")) {
        return Optional.of(subject.antecedent(i));
      }
      if (passage.is(Kind.PLURAL, i)) {
        return Optional.of(Held.NOBODY);
      }
    }
    boolean governed = subject.governor(figure) >= 0 && subject.governor(figure) < share;
    return governed
        ? Optional.empty()
        : passage.partyBefore(share).map(party -> subject.together(party, figure));
  }
}
