package org.newstide.relation;

import java.util.Optional;
import java.util.Set;
import org.newstide.mention.MaskedWords;

/** How a text tells a tie: as a fact, a denial, or a possibility. */
final class Telling {
  private static final int BEFORE = 6;
  private static final int AFTER = 6;
  private static final int DENIED = 6;
  private static final Set<String> CLAUSE_ENDS =
      Set.of(",", ";", ":", "(", ")", "but", "while", "which", "who", "because");

  /** "Not only", "no longer", "no doubt" and "no other" deny nothing, or the end of a tie. */
  private static final Set<String> AFFIRMED_AFTER =
      Set.of("only", "longer", "doubt", "other", "just");

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

  /**
   * The polarity of a tie. A denial counts where it stands shortly before the words that state the
   * tie, in their clause: news is full of denials of other things. A possibility counts in the
   * whole clause of the couple. A denial outweighs a possibility.
   */
  static Relation.Polarity of(Couple couple, Optional<CueLexicon.Hit> cue) {
    if (cue.filter(hit -> isDenied(couple.words(), hit)).isPresent()) {
      return Relation.Polarity.NEGATED;
    }
    MaskedWords words = couple.words();
    for (int i = couple.from(BEFORE); i < couple.to(AFTER); i++) {
      // A month of May has a number behind it.
      boolean month = words.at(i).equals("may") && startsWithDigit(words.at(i + 1));
      if (POSSIBILITIES.contains(words.at(i)) && !month) {
        return Relation.Polarity.HYPOTHETICAL;
      }
    }
    return Relation.Polarity.ASSERTED;
  }

  private static boolean isDenied(MaskedWords words, CueLexicon.Hit cue) {
    for (int i = cue.from() - 1; i >= Math.max(0, cue.from() - DENIED); i--) {
      if (CLAUSE_ENDS.contains(words.at(i))
          || words.sentenceAt(i) != words.sentenceAt(cue.from())) {
        return false;
      }
      boolean contracted = words.at(i).equals("t") && words.at(i - 1).equals("'");
      if (contracted
          || DENIALS.contains(words.at(i)) && !AFFIRMED_AFTER.contains(words.at(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWithDigit(String word) {
    return !word.isEmpty() && Character.isDigit(word.charAt(0));
  }
}
