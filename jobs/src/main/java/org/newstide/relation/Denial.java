package org.newstide.relation;

import static org.newstide.relation.TieClause.stems;

import java.util.Set;

/** Whether a text says that a tie is not: negated, denied, refused, given up, or told as false. */
final class Denial {
  private static final int AFTER = 7;
  private static final int DENIED = 6;

  private static final Set<String> NEGATIONS =
      Set.of("not", "no", "never", "without", "neither", "nor", "cannot", "nobody");

  /** "Not only", "no longer", "no doubt" and "no other" deny nothing, or the end of a tie. */
  private static final Set<String> AFFIRMED_AFTER =
      Set.of(
          "only", "longer", "doubt", "other", "just", "merely", "simply", "delay", "secret", "less",
          "wonder", "matter", "wait");

  /** Whoever does this says that the tie is not. */
  private static final Set<String> DENIALS = stems("deny denied dismiss refute debunk");

  /** Whoever does this wants no such tie. */
  private static final Set<String> REFUSALS = stems("reject refuse rebuff spurn");

  /** Refusals only before "to", "that" or what is offered: "shares declined" is none. */
  private static final Set<String> REFUSALS_OF = stems("decline dispute fail unable yet");

  /** A tie that was planned and is given up, where one of {@link TieClause#PROJECTS} follows. */
  private static final Set<String> ABANDONMENTS =
      stems(
          "scrap scrapped abandon shelve drop dropped ditch cancel cancelled axe withdraw withdrew"
              + " halt block veto");

  private final TieClause clause;

  Denial(TieClause clause) {
    this.clause = clause;
  }

  boolean isTold() {
    return isNegated() || isRejected() || isRefutedBehind();
  }

  /** News is full of negations of other things: one counts shortly before the tie's words only. */
  private boolean isNegated() {
    for (int i = clause.anchor() - 1; i >= Math.max(clause.from(), clause.anchor() - DENIED); i--) {
      if (clause.isEnd(i) || !clause.isOneSentence(i, clause.anchor())) {
        return false;
      }
      if (isNegationAt(i) && !AFFIRMED_AFTER.contains(clause.at(i + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Without words that state the tie, "no" belongs to another thing. */
  private boolean isNegationAt(int i) {
    boolean contracted = clause.at(i).equals("t") && clause.at(i - 1).equals("'");
    boolean stated = clause.isStated();
    return (stated || clause.type().isAlliance())
        && (contracted
            || NEGATIONS.contains(clause.at(i)) && (stated || !clause.at(i).equals("no")));
  }

  private boolean isRejected() {
    for (int i = clause.start(); i < clause.anchor(); i++) {
      if (rejectsAt(i) || clause.type().isAlliance() && (refusesAt(i) || abandonsAt(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean rejectsAt(int i) {
    String stem = clause.stemAt(i);
    String next = clause.at(i + 1);
    boolean outOrDown =
        stem.equals("rul") && next.equals("out") || stem.equals("turn") && next.equals("down");
    boolean decidedAgainst = next.equals("against") && (stem.equals("decid") || stem.equals("opt"));
    return DENIALS.contains(stem) || outOrDown || decidedAgainst || isFalseAt(i);
  }

  private boolean refusesAt(int i) {
    String next = clause.at(i + 1);
    return REFUSALS.contains(clause.stemAt(i))
        || REFUSALS_OF.contains(clause.stemAt(i))
            && (next.equals("to") || next.equals("that") || next.equals("an"));
  }

  private boolean isFalseAt(int i) {
    String word = clause.at(i);
    return TieClause.BE.contains(clause.at(i - 1))
            && (word.equals("false")
                || word.equals("untrue")
                || word.equals("baseless")
                || word.equals("unfounded")
                || word.equals("incorrect"))
        || word.equals("wrong") && clause.at(i + 1).equals("that")
        || word.equals("truth") && clause.at(i - 1).equals("no");
  }

  private boolean abandonsAt(int i) {
    String stem = clause.stemAt(i);
    String next = clause.at(i + 1);
    if (ABANDONMENTS.contains(stem)) {
      for (int k = i + 1; k <= i + 4 && k < clause.to(); k++) {
        if (TieClause.PROJECTS.contains(clause.stemAt(k))) {
          return true;
        }
      }
    }
    return stem.equals("walk") && next.equals("away")
        || next.equals("off") && (stem.equals("call") || stem.equals("break"))
        || next.equals("out") && (stem.equals("pull") || stem.equals("back"))
        || stem.equals("giv") && next.equals("up");
  }

  /** A verdict behind the names and the tie's words. */
  private boolean isRefutedBehind() {
    for (int i = clause.to(); i < clause.size() && i < clause.to() + AFTER; i++) {
      if (clause.isEnd(i) || !clause.isOneSentence(i, clause.to() - 1)) {
        return false;
      }
      if (isFalseAt(i) || clause.type().isAlliance() && failsAt(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean failsAt(int i) {
    String next = clause.at(i + 1);
    boolean falls =
        clause.at(i).equals("fell")
            || clause.at(i).equals("falls")
            || clause.at(i).equals("fallen");
    return clause.stemAt(i).equals("collaps")
        || falls && (next.equals("through") || next.equals("apart"))
        || clause.at(i).equals("called") && next.equals("off");
  }
}
