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
  private static final int FAR = 12;
  private static final int GAP = 9;
  private static final int ADJECTIVES = 4;
  private static final Set<String> HELD_BY =
      Set.of(
          "held",
          "belonged",
          "hands",
          "went",
          "flowed",
          "stayed",
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
  private static final Set<String> GIVING =
      Set.of(
          "give", "gives", "gave", "given", "giving", "hand", "hands", "handed", "leaves", "left");
  private static final Set<String> HELD_LINK =
      Set.of("by", "on", "of", "through", "to", "from", "with", "behind");

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
    return bracketBehind(figure)
        .or(() -> inBrackets(figure))
        .or(() -> behind(place, sense))
        .or(() -> continued(place, last))
        .or(() -> given(figure))
        .or(() -> directlyBefore(figure))
        .or(() -> gapped(place))
        .or(() -> actor(figure, sense))
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

  /** "31% (AWS), 25% (Azure)". */
  private Optional<Held> bracketBehind(Figure figure) {
    int open = figure.to();
    return passage.parties().stream()
        .filter(party -> passage.at(open).equals("(") && party.from() == open + 1)
        .filter(party -> !passage.hasFigure(party.to(), party.to() + NEAR))
        .findFirst()
        .map(Held::tied);
  }

  private boolean isBeforeBracket(Party party, int open) {
    // "Amazon led the cloud computing market (30%)"
    int reach = Whole.isDivided(passage.at(open - 1)) ? FAR : NEAR;
    return open - party.to() < reach && !passage.hasFigure(party.to(), open);
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
  private Optional<Held> behind(int place, Sense sense) {
    Figure figure = passage.figures().get(place);
    int at = Math.max(figure.to(), sense.end());
    // "33% of the market belongs to Amazon. 22% to Microsoft."
    boolean to = passage.at(at).equals("to") && place == 0 && before.share();
    if (passage.at(at).equals("for") || passage.at(at).equals("by") || to) {
      return nextAt(at + 1);
    }
    if (hasSubject(figure)) {
      return Optional.empty();
    }
    for (int i = at; i < at + NEAR; i++) {
      if (HELD_BY.contains(passage.at(i)) && HELD_LINK.contains(passage.at(i + 1))) {
        return nextAt(i + 2);
      }
    }
    return Optional.empty();
  }

  /** "sellers account for 62% of the units sold on Amazon": the figure has its holder before it. */
  private boolean hasSubject(Figure figure) {
    int at = figure.from() - 1;
    while (passage.is(Kind.HEDGE, at) || passage.at(at).equals("for")) {
      at--;
    }
    return passage.at(at).startsWith("account") || passage.at(at).startsWith("represent");
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

  /** "DigitalOcean accounts for 6% of the market and OVHcloud for 5%". */
  private Optional<Held> gapped(int place) {
    Figure figure = passage.figures().get(place);
    int at = figure.from() - 1;
    while (passage.is(Kind.HEDGE, at)) {
      at--;
    }
    int behindParty = at;
    boolean accounts =
        place > 0
            && passage.at(at).equals("for")
            && isAccountedFor(passage.figures().get(place - 1).from());
    return accounts
        ? passage.partyBefore(at).filter(party -> party.to() == behindParty).map(Held::tied)
        : Optional.empty();
  }

  /** "Google answers nine out of ten searches": whatever the verb is, its subject holds them. */
  private Optional<Held> actor(Figure figure, Sense sense) {
    int verb = figure.from() - 1;
    while (passage.is(Kind.HEDGE, verb)) {
      verb--;
    }
    String word = passage.at(verb);
    boolean finite = word.endsWith("s") || word.endsWith("ed");
    int party = verb;
    boolean other =
        passage.is(Kind.FUNCTION, verb)
            || passage.is(Kind.HOLD, verb)
            || passage.is(Kind.RATE, verb);
    return finite && !other && sense.marketTo() > sense.marketFrom()
        ? passage
            .partyBefore(verb)
            .filter(found -> found.to() == party)
            .map(found -> subject.together(found, figure))
        : Optional.empty();
  }

  private boolean isAccountedFor(int figureFrom) {
    int at = figureFrom - 1;
    while (passage.is(Kind.HEDGE, at)) {
      at--;
    }
    return passage.at(at).equals("for");
  }

  /** "its tools give the company 31% of the segment", "giving AWS 30%". */
  private Optional<Held> given(Figure figure) {
    int at = figure.from() - 1;
    while (passage.is(Kind.HEDGE, at)) {
      at--;
    }
    int receiver = at;
    Optional<Party> named = passage.partyBefore(at + 1);
    if (named.isPresent() && named.get().to() == at + 1) {
      return GIVING.contains(passage.at(named.get().from() - 1))
          ? named.map(Held::tied)
          : Optional.empty();
    }
    int verb = passage.at(at - 1).equals("the") ? at - 2 : at - 1;
    return passage.is(Kind.PRONOUN, receiver) && GIVING.contains(passage.at(verb))
        ? Optional.of(subject.antecedent(receiver))
        : Optional.empty();
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
