package org.newstide.claim;

import java.util.List;
import java.util.Optional;
import org.newstide.claim.ShareLexicon.Kind;

/** Whom the verb that governs a figure speaks of. */
final class Subject {
  private static final int VERB_REACH = 24;
  private static final int ASIDE = 20;

  private final Passage passage;
  private final Groups groups;
  private final Context before;

  Subject(Passage passage, Groups groups, Context before) {
    this.passage = passage;
    this.groups = groups;
    this.before = before;
  }

  /** The index of the verb, or of "with" or "at", that a figure hangs on; -1 where none. */
  int governor(Figure figure) {
    int first = Math.max(passage.from(), figure.from() - VERB_REACH);
    for (int i = figure.from() - 1; i >= first; i--) {
      boolean hold = passage.is(Kind.HOLD, i) && !passage.isMention(i);
      boolean preposition =
          passage.at(i).equals("with") || passage.at(i).equals("at") || isFor(i, figure);
      boolean moved = passage.is(Kind.RATE, i) && !passage.at(i).equals("up");
      if (hold || preposition || moved) {
        return i;
      }
    }
    return -1;
  }

  /** "shipped 3 million tablets for a 7.8% share" */
  private boolean isFor(int at, Figure figure) {
    boolean article = passage.at(at + 1).equals("a") || passage.at(at + 1).equals("an");
    return passage.at(at).equals("for") && article && at + 2 == figure.from();
  }

  Held of(Figure figure) {
    int verb = governor(figure);
    if (verb < 0) {
      return goesOn(figure) ? Held.loosely(before.holders()) : Held.NOBODY;
    }
    if (passage.partyBefore(figure.from()).isEmpty() && isFronted(figure)) {
      return behindComma(figure.to());
    }
    if (passage.hasParty(verb + 1, figure.from())
        || passage.any(Kind.PLURAL, verb + 1, figure.from())) {
      return Held.NOBODY;
    }
    return ofVerb(verb, figure);
  }

  /** "It was 33% a year before": the share of the passage before. */
  private boolean goesOn(Figure figure) {
    int at = passage.beforeHedges(figure);
    boolean was = passage.at(at).equals("was") || passage.at(at).equals("is");
    boolean it = passage.at(at - 1).equals("it") || passage.at(at - 1).equals("that");
    return before.share() && was && it && passage.partyBefore(figure.from()).isEmpty();
  }

  private Held ofVerb(int verb, Figure figure) {
    int last = beforeAuxiliaries(verb);
    if (passage.at(last).equals(",") && isFinite(verb)) {
      return ofVerb(asideStart(last), figure);
    }
    boolean relative = passage.is(Kind.RELATIVE, last);
    Optional<Party> party = relative ? passage.partyBefore(last) : nearestNotBeside(last + 1);
    int from = party.map(Party::to).orElse(passage.from());
    for (int i = last; i >= from; i--) {
      if (passage.is(Kind.PRONOUN, i)) {
        return antecedent(i);
      }
      if (passage.is(Kind.FIGURE_NOUN, i)) {
        return Held.loosely(before.holders());
      }
      if (passage.is(Kind.PLURAL, i)) {
        return Held.NOBODY;
      }
    }
    boolean other =
        isFinite(verb)
            && party.isPresent()
            && (isOtherSubject(party.get(), last) || !relative && isBehindNoun(party.get()));
    return party.isEmpty() || other
        ? Held.NOBODY
        : Held.loosely(together(party.get(), figure).parties());
  }

  /** A coordinated subject holds a figure only where "each" does; else it is a total. */
  Held together(Party party, Figure figure) {
    List<Party> group = groups.joinedWith(party);
    boolean each =
        passage.any(Kind.EACH, party.to(), figure.from()) || passage.is(Kind.EACH, figure.to());
    if (each) {
      return new Held(group, true);
    }
    return group.size() > 1 && groups.isClosed(group) ? Held.NOBODY : Held.tied(party);
  }

  /** Whom "it" and "the company" mean: the nearest catalog name before. */
  Held antecedent(int index) {
    Optional<Party> nearest = Optional.empty();
    boolean other = false;
    for (Party party : passage.parties()) {
      if (party.to() <= index && party.mention().isPresent()) {
        nearest = Optional.of(party);
      }
      other |= party.to() <= index;
    }
    // "Edge fares worse: it has 5%" speaks of Edge; "the chipmaker" is known from before.
    boolean strict = other && passage.at(index).startsWith("it");
    return Held.loosely(
        nearest.isPresent() || strict ? nearest.stream().toList() : before.subject());
  }

  private int beforeAuxiliaries(int verb) {
    int at = verb - 1;
    while (at > passage.from()
        && !passage.isMention(at)
        && (passage.is(Kind.HEDGE, at)
            || passage.is(Kind.HOLD, at)
            || passage.at(at).endsWith("ly"))) {
      at--;
    }
    return at;
  }

  /** The comma that opens the aside which a comma before the verb closes. */
  private int asideStart(int comma) {
    for (int i = comma - 1; i > Math.max(passage.from(), comma - ASIDE); i--) {
      if (passage.at(i).equals(",") && passage.partyBefore(i).isPresent()) {
        return i;
      }
    }
    return comma;
  }

  private boolean isFinite(int verb) {
    return !passage.at(verb).endsWith("ing")
        && !passage.at(verb).equals("with")
        && !passage.at(verb).equals("at")
        && !passage.at(verb).equals("for")
        && !passage.at(verb).equals(",");
  }

  /** The nearest party that is not only compared with: "ahead of Google, it has". */
  private Optional<Party> nearestNotBeside(int index) {
    Optional<Party> found = Optional.empty();
    for (Party party : passage.parties()) {
      int previous = party.from() - 1;
      boolean beside =
          passage.is(Kind.BESIDE, previous)
              || (passage.is(Kind.BESIDE, previous - 1) && passage.is(Kind.HEDGE, previous));
      if (party.to() <= index && !beside) {
        found = Optional.of(party);
      }
    }
    return found;
  }

  /** Whether a noun of its own stands before the verb: "fees from sellers account for 21%". */
  private boolean isOtherSubject(Party party, int last) {
    int at = last;
    while (at >= party.to()) {
      if (passage.at(at).equals("'s") || passage.at(at).equals("'")) {
        return at != party.to();
      }
      if (passage.at(at).equals("whose")) {
        return false;
      }
      boolean plain =
          passage.isWord(at) && !passage.is(Kind.FUNCTION, at) && !passage.is(Kind.RELATIVE, at);
      boolean attaching = passage.is(Kind.ATTACHING, at) && at < last;
      if (!plain && !attaching && !passage.at(at).equals("-")) {
        return at < last;
      }
      at--;
    }
    return false;
  }

  /** "sellers on Amazon's marketplace account for": the sellers do. */
  private boolean isBehindNoun(Party party) {
    int before = party.from() - 1;
    return passage.is(Kind.CARRYING, before)
        && passage.isWord(before - 1)
        && !passage.is(Kind.FUNCTION, before - 1)
        && !passage.is(Kind.HOLD, before - 1);
  }

  /** Whether the figure's clause opens with a phrase: "With 2%", "But with", "Fun fact: with". */
  private boolean isFronted(Figure figure) {
    int first = passage.from();
    for (int i = passage.from(); i < figure.from(); i++) {
      if (passage.at(i).equals(":") || passage.at(i).equals(";")) {
        first = i + 1;
      }
    }
    for (int i = first; i < figure.from(); i++) {
      if (passage.at(i).equals(",")) {
        // "By its own count, it has 48%": the main clause has begun.
        return false;
      }
    }
    boolean skips = !passage.isWord(first) || passage.is(Kind.JOINING, first);
    return passage.is(Kind.FRONTING, skips ? first + 1 : first);
  }

  /**
   * "With 48% of the market, AWS leads", "With 2%, according to Gartner, it is": whoever opens the
   * main clause.
   */
  private Held behindComma(int index) {
    for (int i = index; i < passage.to(); i++) {
      int next = i + 1;
      boolean comma = passage.at(i).equals(",");
      Optional<Party> party =
          passage.parties().stream().filter(other -> other.from() == next).findFirst();
      if (comma && party.isPresent()) {
        return Held.tied(party.get());
      }
      int noun = passage.at(next).equals("the") ? next + 1 : next;
      if (comma && passage.is(Kind.PRONOUN, noun)) {
        return antecedent(noun);
      }
    }
    return Held.NOBODY;
  }
}
