package org.newstide.relation;

import static org.newstide.relation.TieClause.stems;

import java.util.Set;

/**
 * Whether a text tells a tie as a possibility: planned, weighed, rumoured, asked for. Who plans to
 * compete competes, and who wants to loosen a tie has a tension: plans make a possibility of what
 * can be planned only.
 */
final class Prospect {
  private static final int QUESTION = 40;

  private static final Set<String> MODALS = Set.of("may", "might", "could", "would");

  private static final Set<String> SAY = Set.of("say", "says", "said", "saying");

  private static final Set<String> DOUBTS =
      Set.of(
          "if",
          "whether",
          "reportedly",
          "allegedly",
          "rumored",
          "rumoured",
          "rumor",
          "rumors",
          "rumour",
          "rumours",
          "speculation",
          "potential",
          "potentially",
          "possible",
          "possibly",
          "perhaps",
          "maybe",
          "hypothetical",
          "prospective",
          "tentatively",
          "unconfirmed");

  /** They look ahead to what they govern; before one of {@link #NOT_GOVERNED} they do not. */
  private static final Set<String> DELIBERATIONS =
      stems(
          "consider mull weigh ponder explore contemplate discuss negotiate pursue debate"
              + " study propose");

  private static final Set<String> NOT_GOVERNED =
      Set.of(
          "and", "or", "is", "are", "its", "their", "his", "her", "on", "of", "with", "how", "why",
          "up", ",", ".", "as", "by", "it", "them");

  /** They look ahead where "to" follows. */
  private static final Set<String> INTENTIONS =
      stems(
          "want wish hope plan plann planned intend aim look offer threaten seek expect likely said"
              + " set poised slated ready prepare propose bid eager keen wait tempt try trying"
              + " attempt close");

  /** They look ahead to what is undertaken: "seeks a stake", "plans a venture". */
  private static final Set<String> UNDERTAKINGS =
      stems("seek sought plan planned planning prepare propose proposed want");

  private static final Set<String> AUXILIARIES =
      Set.of(
          "should", "will", "would", "could", "can", "may", "might", "does", "did", "has", "have");

  private static final Set<String> LAWSUIT =
      stems("sue suing lawsuit suit complaint legal court accuse hire poach");

  private final TieClause clause;

  Prospect(TieClause clause) {
    this.clause = clause;
  }

  boolean isTold() {
    boolean planned =
        clause.type().isAlliance()
            || clause.has(TieClause.TAKEOVER)
            || clause.type() == Relation.Type.TENSION && clause.has(LAWSUIT);
    if (planned && isQuestion()) {
      return true;
    }
    for (int i = clause.start(); i < clause.to(); i++) {
      if (i >= clause.anchor() && clause.isEnd(i)) {
        return false;
      }
      if (isDoubtAt(i) || planned && looksAheadAt(i)) {
        return true;
      }
    }
    return false;
  }

  /** "Should one buy the other?", which no "which of them" asks. */
  private boolean isQuestion() {
    int first = clause.start(clause.anchor(), QUESTION);
    int last = clause.anchor();
    while (last + 1 < clause.size()
        && last - clause.anchor() < QUESTION
        && clause.isOneSentence(last + 1, clause.anchor())) {
      last++;
    }
    return clause.at(last).equals("?") && AUXILIARIES.contains(clause.at(first));
  }

  private boolean isDoubtAt(int i) {
    String word = clause.at(i);
    // A month of May has a number behind it.
    boolean month = word.equals("may") && startsWithDigit(clause.at(i + 1));
    boolean advice = word.equals("should") && clause.type() == Relation.Type.INVESTMENT;
    return MODALS.contains(word) && !month
        || advice
        || DOUBTS.contains(word) && !clause.at(i + 1).equals("not")
        || word.equals("sources") && SAY.contains(clause.at(i + 1));
  }

  private boolean looksAheadAt(int i) {
    String stem = clause.stemAt(i);
    String next = clause.at(i + 1);
    boolean toNext = next.equals("to") && !clause.isName(i + 2);
    boolean article = next.equals("a") || next.equals("an");
    boolean project =
        TieClause.PROJECTS.contains(clause.stemAt(i + 1))
            || TieClause.PROJECTS.contains(clause.stemAt(i + 2));
    return DELIBERATIONS.contains(stem)
            && isGoverned(i + 1)
            && !TieClause.BE.contains(clause.at(i - 1))
        || DELIBERATIONS.contains(stem) && clause.at(i).endsWith("ing") && isGoverned(i + 1)
        || stem.equals("eye") && clause.isName(i - 1) && isGoverned(i + 1)
        || clause.at(i).equals("eyeing")
        || INTENTIONS.contains(stem) && toNext
        || UNDERTAKINGS.contains(stem) && (article || project && !next.equals("and"))
        || stem.equals("prepar") && next.equals("for")
        || clause.at(i).equals("nears")
        || clause.at(i).equals("nearing")
        || clause.at(i).equals("talks") && !next.equals("up")
        || (stem.equals("bid") || clause.at(i).equals("offer")) && (next.equals("for") || toNext)
        || stem.equals("approach") && clause.isName(i + 1)
        || clause.at(i).equals("open") && toNext
        || stem.equals("interest") && next.equals("in") && !clause.isName(i + 2)
        || next.equals("of") && (clause.at(i).equals("verge") || clause.at(i).equals("brink"));
  }

  private boolean isGoverned(int next) {
    return next < clause.size() && !clause.isName(next) && !NOT_GOVERNED.contains(clause.at(next));
  }

  private static boolean startsWithDigit(String word) {
    return !word.isEmpty() && Character.isDigit(word.charAt(0));
  }
}
