package org.newstide.claim;

import java.util.List;
import java.util.Optional;
import org.newstide.claim.ShareLexicon.Kind;

/** Whom the verb that governs a figure speaks of. */
final class Subject {
  private static final int VERB_REACH = 24;
  private static final int ASIDE = 20;

  private final ClaimSentence sentence;
  private final Groups groups;
  private final Context before;

  Subject(ClaimSentence sentence, Groups groups, Context before) {
    this.sentence = sentence;
    this.groups = groups;
    this.before = before;
  }

  /** The index of the verb, or of "with" or "at", that a figure hangs on; -1 where none. */
  int governor(Figure figure) {
    int first = Math.max(sentence.from(), figure.from() - VERB_REACH);
    for (int i = figure.from() - 1; i >= first; i--) {
      boolean hold = sentence.is(Kind.HOLD, i) && !sentence.isMention(i);
      boolean preposition =
          sentence.at(i).equals("with") || sentence.at(i).equals("at") || isFor(i, figure);
      boolean moved = sentence.is(Kind.RATE, i) && !sentence.at(i).equals("up");
      if (hold || preposition || moved) {
        return i;
      }
    }
    return -1;
  }

  /** "shipped 3 million tablets for a 7.8% share" */
  private boolean isFor(int at, Figure figure) {
    boolean article = sentence.at(at + 1).equals("a") || sentence.at(at + 1).equals("an");
    return sentence.at(at).equals("for") && article && at + 2 == figure.from();
  }

  Held of(Figure figure) {
    int verb = governor(figure);
    if (verb < 0) {
      return goesOn(figure) ? Held.loosely(before.holders()) : Held.NOBODY;
    }
    if (sentence.partyBefore(figure.from()).isEmpty() && isFronted(figure)) {
      return behindComma(figure.to());
    }
    if (sentence.hasParty(verb + 1, figure.from())
        || sentence.any(Kind.PLURAL, verb + 1, figure.from())) {
      return Held.NOBODY;
    }
    return ofVerb(verb, figure);
  }

  /** "It was 33% a year before": the share of the sentence before. */
  private boolean goesOn(Figure figure) {
    int at = sentence.beforeHedges(figure);
    boolean was = sentence.at(at).equals("was") || sentence.at(at).equals("is");
    boolean it = sentence.at(at - 1).equals("it") || sentence.at(at - 1).equals("that");
    return before.share() && was && it && sentence.partyBefore(figure.from()).isEmpty();
  }

  private Held ofVerb(int verb, Figure figure) {
    int last = beforeAuxiliaries(verb);
    if (sentence.at(last).equals(",") && isFinite(verb)) {
      return ofVerb(asideStart(last), figure);
    }
    boolean relative = sentence.is(Kind.RELATIVE, last);
    Optional<Party> party = relative ? sentence.partyBefore(last) : nearestNotBeside(last + 1);
    int from = party.map(Party::to).orElse(sentence.from());
    for (int i = last; i >= from; i--) {
      if (sentence.is(Kind.PRONOUN, i)) {
        return antecedent(i);
      }
      if (sentence.is(Kind.FIGURE_NOUN, i)) {
        return Held.loosely(before.holders());
      }
      if (sentence.is(Kind.PLURAL, i)) {
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
        sentence.any(Kind.EACH, party.to(), figure.from()) || sentence.is(Kind.EACH, figure.to());
    if (each) {
      return new Held(group, true);
    }
    return group.size() > 1 && groups.isClosed(group) ? Held.NOBODY : Held.tied(party);
  }

  /** Whom "it" and "the company" mean: the nearest catalog name before. */
  Held antecedent(int index) {
    Optional<Party> nearest = Optional.empty();
    boolean other = false;
    for (Party party : sentence.parties()) {
      if (party.to() <= index && party.mention().isPresent()) {
        nearest = Optional.of(party);
      }
      other |= party.to() <= index;
    }
    // "Edge fares worse: it has 5%" speaks of Edge; "the chipmaker" is known from before.
    boolean strict = other && sentence.at(index).startsWith("it");
    return Held.loosely(
        nearest.isPresent() || strict ? nearest.stream().toList() : before.subject());
  }

  private int beforeAuxiliaries(int verb) {
    int at = verb - 1;
    while (at > sentence.from()
        && !sentence.isMention(at)
        && (sentence.is(Kind.HEDGE, at)
            || sentence.is(Kind.HOLD, at)
            || sentence.at(at).endsWith("ly"))) {
      at--;
    }
    return at;
  }

  /** The comma that opens the aside which a comma before the verb closes. */
  private int asideStart(int comma) {
    for (int i = comma - 1; i > Math.max(sentence.from(), comma - ASIDE); i--) {
      if (sentence.at(i).equals(",") && sentence.partyBefore(i).isPresent()) {
        return i;
      }
    }
    return comma;
  }

  private boolean isFinite(int verb) {
    return !sentence.at(verb).endsWith("ing")
        && !sentence.at(verb).equals("with")
        && !sentence.at(verb).equals("at")
        && !sentence.at(verb).equals("for")
        && !sentence.at(verb).equals(",");
  }

  /** The nearest party that is not only compared with: "ahead of Google, it has". */
  private Optional<Party> nearestNotBeside(int index) {
    Optional<Party> found = Optional.empty();
    for (Party party : sentence.parties()) {
      int previous = party.from() - 1;
      boolean beside =
          sentence.is(Kind.BESIDE, previous)
              || (sentence.is(Kind.BESIDE, previous - 1) && sentence.is(Kind.HEDGE, previous));
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
      if (sentence.at(at).equals("'s") || sentence.at(at).equals("'")) {
        return at != party.to();
      }
      if (sentence.at(at).equals("whose")) {
        return false;
      }
      boolean plain =
          sentence.isWord(at) && !sentence.is(Kind.FUNCTION, at) && !sentence.is(Kind.RELATIVE, at);
      boolean attaching = sentence.is(Kind.ATTACHING, at) && at < last;
      if (!plain && !attaching && !sentence.at(at).equals("-")) {
        return at < last;
      }
      at--;
    }
    return false;
  }

  /** "sellers on Amazon's marketplace account for": the sellers do. */
  private boolean isBehindNoun(Party party) {
    int before = party.from() - 1;
    return sentence.is(Kind.CARRYING, before)
        && sentence.isWord(before - 1)
        && !sentence.is(Kind.FUNCTION, before - 1)
        && !sentence.is(Kind.HOLD, before - 1);
  }

  /** Whether the figure's clause opens with a phrase: "With 2%", "But with", "Fun fact: with". */
  private boolean isFronted(Figure figure) {
    int first = sentence.from();
    for (int i = sentence.from(); i < figure.from(); i++) {
      if (sentence.at(i).equals(":") || sentence.at(i).equals(";")) {
        first = i + 1;
      }
    }
    for (int i = first; i < figure.from(); i++) {
      if (sentence.at(i).equals(",")) {
        // "By its own count, it has 48%": the main clause has begun.
        return false;
      }
    }
    boolean skips = !sentence.isWord(first) || sentence.is(Kind.JOINING, first);
    return sentence.is(Kind.FRONTING, skips ? first + 1 : first);
  }

  /**
   * "With 48% of the market, AWS leads", "With 2%, according to Gartner, it is": whoever opens the
   * main clause.
   */
  private Held behindComma(int index) {
    for (int i = index; i < sentence.to(); i++) {
      int next = i + 1;
      boolean comma = sentence.at(i).equals(",");
      Optional<Party> party =
          sentence.parties().stream().filter(other -> other.from() == next).findFirst();
      if (comma && party.isPresent()) {
        return Held.tied(party.get());
      }
      int noun = sentence.at(next).equals("the") ? next + 1 : next;
      if (comma && sentence.is(Kind.PRONOUN, noun)) {
        return antecedent(noun);
      }
    }
    return Held.NOBODY;
  }
}
