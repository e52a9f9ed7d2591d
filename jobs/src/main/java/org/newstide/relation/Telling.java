package org.newstide.relation;

import static org.newstide.relation.TieClause.stems;

import java.util.Optional;
import java.util.Set;

/**
 * How a text tells a tie: as a fact, a denial, or a possibility.
 *
 * <p>What turns a tie stands in its clause: before the words that state it ("denies that it", "in
 * talks to"), or, where no such words are known, before the second name. Behind both only a verdict
 * turns it ("the report is false", "fell through"). Words are compared by their stems.
 */
final class Telling {
  /** What a negation of a comparison leaves standing: "no match for" still compares. */
  private static final Set<String> RIVALRY =
      stems("compete competing competition competitor rival rivalry threat alternative");

  private Telling() {}

  /**
   * The polarity of a tie. A denial outweighs a possibility.
   *
   * @param cue the words that state it, if any are known
   */
  static Relation.Polarity of(Couple couple, Relation.Type type, Optional<CueLexicon.Hit> cue) {
    return of(new TieClause(couple.field(), type, cue, couple.first(), couple.second()));
  }

  /** The polarity of a tie of which a sentence shows one name only. */
  static Relation.Polarity of(FieldWords words, int name, Relation.Type type) {
    return of(new TieClause(words, type, Optional.empty(), name, name));
  }

  private static Relation.Polarity of(TieClause clause) {
    boolean isDeniable =
        clause.type() != Relation.Type.COMPETITION
            || clause.has(RIVALRY)
            || clause.has(TieClause.TAKEOVER);
    if (isDeniable && new Denial(clause).isTold()) {
      return Relation.Polarity.NEGATED;
    }
    return new Prospect(clause).isTold()
        ? Relation.Polarity.HYPOTHETICAL
        : Relation.Polarity.ASSERTED;
  }
}
