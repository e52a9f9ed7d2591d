package org.newstide.claim;

import java.util.Optional;
import org.newstide.claim.ShareLexicon.Kind;

/**
 * Who is cited for the shares of a passage: "according to Canalys", "IDC says", "data from JPR".
 */
final class Publishers {
  private static final int SOURCE_REACH = 8;

  private Publishers() {}

  /** The publisher in the text's words; empty where the passage cites nobody. */
  static Optional<String> of(Passage passage) {
    for (int i = passage.from(); i < passage.to(); i++) {
      boolean according = passage.at(i).equals("according") && passage.at(i + 1).equals("to");
      boolean source = passage.is(Kind.SOURCE_NOUN, i) && isFrom(passage, i + 1);
      Optional<String> named =
          according || source
              ? nameFrom(passage, i + 2)
              : passage.at(i).equals("per") ? nameFrom(passage, i + 1) : Optional.empty();
      if (named.isPresent()) {
        return named;
      }
    }
    return speaker(passage);
  }

  private static boolean isFrom(Passage passage, int at) {
    return passage.at(at).equals("from") || passage.at(at).equals("by");
  }

  /** The first name within a few words: "research firm eMarketer", "a report by Bloomberg". */
  private static Optional<String> nameFrom(Passage passage, int at) {
    for (int i = at; i < Math.min(at + SOURCE_REACH, passage.to()); i++) {
      if (isName(passage, i)) {
        return Optional.of(passage.text(i, nameEnd(passage, i)));
      }
      if (!passage.isWord(i)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** "Synergy Research Group estimates that". */
  private static Optional<String> speaker(Passage passage) {
    int at = passage.from();
    while (at < passage.to()) {
      int end = isName(passage, at) ? nameEnd(passage, at) : at;
      boolean says = end > at && passage.is(Kind.SAYING, end) && !passage.isCapital(end);
      // A sentence's first word has a capital anyway: "Revenue figures show".
      boolean first = at == passage.from() && end == at + 1 && passage.is(Kind.SOURCE_NOUN, end);
      if (says && !first) {
        return Optional.of(passage.text(at, end));
      }
      at = Math.max(end, at + 1);
    }
    return Optional.empty();
  }

  private static boolean isName(Passage passage, int at) {
    return passage.isMention(at)
        || (passage.isWord(at)
            && !passage.is(Kind.FUNCTION, at)
            && !passage.is(Kind.MONTH, at)
            && hasCapital(passage.text(at, at + 1)));
  }

  /** "eMarketer" is a name too. */
  private static boolean hasCapital(String word) {
    return word.chars().anyMatch(Character::isUpperCase);
  }

  private static int nameEnd(Passage passage, int start) {
    int end = start;
    while (end < passage.to()
        && (isName(passage, end)
            || (passage.is(Kind.PUBLISHER_JOINT, end)
                && end > start
                && isName(passage, end + 1)))) {
      end++;
    }
    return end;
  }
}
