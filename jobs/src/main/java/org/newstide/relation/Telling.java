package org.newstide.relation;

import java.util.Set;

/** How a text tells a tie: as a fact, a denial, or a possibility. */
final class Telling {
  private static final int BEFORE = 6;
  private static final int AFTER = 6;
  private static final Set<String> DENIALS =
      Set.of(
          "not",
          "no",
          "never",
          "denied",
          "denies",
          "deny",
          "denying",
          "without",
          "neither",
          "rejected",
          "rejects",
          "declined",
          "isn",
          "aren",
          "wasn",
          "weren",
          "doesn",
          "didn",
          "don",
          "won",
          "hasn",
          "haven",
          "cannot",
          "nor",
          "scrapped",
          "abandoned",
          "refused",
          "refuses");
  private static final Set<String> POSSIBILITIES =
      Set.of(
          "may",
          "might",
          "could",
          "would",
          "if",
          "reportedly",
          "rumored",
          "rumoured",
          "rumor",
          "rumors",
          "considering",
          "considers",
          "mulling",
          "mulls",
          "weighing",
          "weighs",
          "talks",
          "potential",
          "potentially",
          "possible",
          "possibly",
          "exploring",
          "explores",
          "seeking",
          "speculation",
          "proposed",
          "whether",
          "hypothetical");

  private Telling() {}

  /** The polarity of a couple's clause. A denial outweighs a possibility. */
  static Relation.Polarity of(Couple couple) {
    MaskedWords words = couple.words();
    Relation.Polarity polarity = Relation.Polarity.ASSERTED;
    for (int i = couple.from(BEFORE); i < couple.to(AFTER); i++) {
      boolean notOnly = words.at(i).equals("not") && words.at(i + 1).equals("only");
      if (DENIALS.contains(words.at(i)) && !notOnly) {
        return Relation.Polarity.NEGATED;
      }
      // "could" and "if" behind the names mostly begin another thought; a month of May has a
      // number behind it.
      boolean month = words.at(i).equals("may") && startsWithDigit(words.at(i + 1));
      if (POSSIBILITIES.contains(words.at(i)) && !month) {
        polarity = Relation.Polarity.HYPOTHETICAL;
      }
    }
    return polarity;
  }

  private static boolean startsWithDigit(String word) {
    return !word.isEmpty() && Character.isDigit(word.charAt(0));
  }
}
