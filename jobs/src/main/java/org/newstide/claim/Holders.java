package org.newstide.claim;

import java.util.List;
import java.util.Optional;
import org.newstide.claim.ShareLexicon.Kind;

/**
 * Who holds the figures of one sentence. A figure that a group holds together, or somebody outside
 * the catalog, has no holder.
 *
 * <p>The tightest tie wins: a place in a list, a bracket, the words right behind, those right
 * before, a possessive, else the subject of the clause.
 */
final class Holders {
  private static final int NEAR = 5;
  private static final int GAP = 9;

  private final ClaimSentence sentence;
  private final Groups groups;
  private final Brackets brackets;
  private final Owners owners;
  private final Subject subject;
  private final Context before;

  Holders(ClaimSentence sentence, Groups groups, Context before) {
    this.sentence = sentence;
    this.groups = groups;
    this.before = before;
    this.brackets = new Brackets(sentence);
    this.subject = new Subject(sentence, groups, before);
    this.owners = new Owners(sentence, subject);
  }

  /**
   * The holders of the figure at a place among the sentence's figures.
   *
   * @param last who holds the figure before it; empty where nobody does
   */
  Held of(int place, Sense sense, List<Party> last) {
    Figure figure = sentence.figures().get(place);
    Optional<Held> listed = groups.listed(figure).map(Held::tied);
    if (listed.isPresent()) {
      return listed.get();
    }
    if (isTogether(place)) {
      return Held.NOBODY;
    }
    return brackets
        .holder(figure)
        .or(() -> rightBehind(place, sense))
        .or(() -> rightBefore(place, sense, last))
        .or(() -> owners.of(figure, sense))
        .orElseGet(() -> subject.of(figure));
  }

  /** "together" or "combined" in the figure's own clause. */
  private boolean isTogether(int place) {
    Figure figure = sentence.figures().get(place);
    int from = place == 0 ? sentence.from() : sentence.figures().get(place - 1).to();
    for (int i = figure.from() - 1; i >= from; i--) {
      if (sentence.at(i).equals(":") || sentence.at(i).equals(";")) {
        break;
      }
      if (sentence.is(Kind.TOGETHER, i) && !sentence.any(Kind.EACH, i, figure.from())) {
        return true;
      }
    }
    return sentence.is(Kind.TOGETHER, figure.to());
  }

  /** "9% for Bing", "one-quarter controlled by AMD", "90% of PCs run on Windows". */
  private Optional<Held> rightBehind(int place, Sense sense) {
    Figure figure = sentence.figures().get(place);
    int at = Math.max(figure.to(), sense.end());
    // "33% of the market belongs to Amazon. 22% to Microsoft."
    boolean to = sentence.at(at).equals("to") && place == 0 && before.share();
    if (sentence.at(at).equals("for") || sentence.at(at).equals("by") || to) {
      return nextAt(at + 1);
    }
    if (hasSubject(figure)) {
      return Optional.empty();
    }
    for (int i = at; i < at + NEAR; i++) {
      if (sentence.is(Kind.HELD_BY, i) && sentence.is(Kind.HELD_LINK, i + 1)) {
        return nextAt(i + 2);
      }
    }
    return Optional.empty();
  }

  /** "sellers account for 62% of the units sold on Amazon": the figure has its holder before it. */
  private boolean hasSubject(Figure figure) {
    String verb = sentence.at(sentence.verbBefore(figure));
    return verb.startsWith("account") || verb.startsWith("represent");
  }

  /** The party within two words, unless a figure of its own follows it. */
  private Optional<Held> nextAt(int at) {
    for (Party party : sentence.parties()) {
      if (party.from() >= at && party.from() <= at + 2) {
        boolean ownFigure =
            !sentence.at(party.to()).equals("and")
                && !sentence.at(party.to()).equals(",")
                && sentence.figures().stream()
                    .anyMatch(
                        figure -> figure.from() >= party.to() && figure.from() <= party.to() + 2);
        return ownFigure ? Optional.empty() : Optional.of(Held.tied(party));
      }
    }
    return Optional.empty();
  }

  private Optional<Held> rightBefore(int place, Sense sense, List<Party> last) {
    Figure figure = sentence.figures().get(place);
    return continued(place, last)
        .or(() -> given(figure))
        .or(() -> linked(figure))
        .or(() -> gapped(place))
        .or(() -> actor(figure, sense));
  }

  /**
   * "to 31% from 33%": no party stands between the two figures, so both have one holder; "up from
   * 29% a year earlier" goes on with the sentence before.
   */
  private Optional<Held> continued(int place, List<Party> last) {
    int from = place == 0 ? sentence.from() : sentence.figures().get(place - 1).to();
    Figure figure = sentence.figures().get(place);
    List<Party> holders = place == 0 && before.share() ? before.holders() : last;
    boolean links = isMovement(figure) && !sentence.hasParty(from, figure.from());
    return links && !holders.isEmpty() ? Optional.of(new Held(holders, true)) : Optional.empty();
  }

  private boolean isMovement(Figure figure) {
    int at = sentence.beforeHedges(figure, "to");
    return sentence.at(at).equals("from") || sentence.at(at).equals("to");
  }

  /** "its tools give the company 31% of the segment", "giving AWS 30%". */
  private Optional<Held> given(Figure figure) {
    int receiver = sentence.beforeHedges(figure);
    Optional<Party> named = sentence.partyBefore(receiver + 1);
    if (named.isPresent() && named.get().to() == receiver + 1) {
      return sentence.is(Kind.GIVING, named.get().from() - 1)
          ? named.map(Held::tied)
          : Optional.empty();
    }
    int verb = sentence.at(receiver - 1).equals("the") ? receiver - 2 : receiver - 1;
    return sentence.is(Kind.PRONOUN, receiver) && sentence.is(Kind.GIVING, verb)
        ? Optional.of(subject.antecedent(receiver))
        : Optional.empty();
  }

  /** "AWS 28%", "Netflix at 20%", "AWS's 32%", "Google Cloud with 10 percent". */
  private Optional<Held> linked(Figure figure) {
    return sentence
        .partyBefore(figure.from())
        .filter(
            party ->
                figure.from() - party.to() <= GAP && sentence.isLinked(party.to(), figure.from()))
        .map(party -> subject.together(party, figure));
  }

  /** "DigitalOcean accounts for 6% of the market and OVHcloud for 5%". */
  private Optional<Held> gapped(int place) {
    Figure figure = sentence.figures().get(place);
    int at = sentence.beforeHedges(figure);
    boolean accounts =
        place > 0
            && sentence.at(at).equals("for")
            && sentence.at(sentence.beforeHedges(sentence.figures().get(place - 1))).equals("for");
    return accounts
        ? sentence.partyBefore(at).filter(party -> party.to() == at).map(Held::tied)
        : Optional.empty();
  }

  /** "Google answers nine out of ten searches": whatever the verb is, its subject holds them. */
  private Optional<Held> actor(Figure figure, Sense sense) {
    int verb = sentence.beforeHedges(figure);
    String word = sentence.at(verb);
    boolean finite = word.endsWith("s") || word.endsWith("ed");
    boolean other =
        sentence.is(Kind.FUNCTION, verb)
            || sentence.is(Kind.HOLD, verb)
            || sentence.is(Kind.RATE, verb);
    return finite && !other && sense.marketTo() > sense.marketFrom()
        ? sentence
            .partyBefore(verb)
            .filter(found -> found.to() == verb)
            .map(found -> subject.together(found, figure))
        : Optional.empty();
  }
}
