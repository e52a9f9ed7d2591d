package org.newstide.claim;

import java.util.Optional;
import org.newstide.claim.ShareLexicon.Kind;

/**
 * Who is cited for the shares of a sentence: "according to Canalys", "IDC says", "data from JPR".
 */
final class Publishers {
  private static final int SOURCE_REACH = 8;

  private Publishers() {}

  /** The publisher in the text's words; empty where the sentence cites nobody. */
  static Optional<String> of(ClaimSentence sentence) {
    for (int i = sentence.from(); i < sentence.to(); i++) {
      boolean according = sentence.at(i).equals("according") && sentence.at(i + 1).equals("to");
      boolean source = sentence.is(Kind.SOURCE_NOUN, i) && isFrom(sentence, i + 1);
      Optional<String> named =
          according || source
              ? nameFrom(sentence, i + 2)
              : sentence.at(i).equals("per") ? nameFrom(sentence, i + 1) : Optional.empty();
      if (named.isPresent()) {
        return named;
      }
    }
    return speaker(sentence);
  }

  private static boolean isFrom(ClaimSentence sentence, int at) {
    return sentence.at(at).equals("from") || sentence.at(at).equals("by");
  }

  /** The first name within a few words: "research firm eMarketer", "a report by Bloomberg". */
  private static Optional<String> nameFrom(ClaimSentence sentence, int at) {
    for (int i = at; i < Math.min(at + SOURCE_REACH, sentence.to()); i++) {
      if (isName(sentence, i)) {
        return Optional.of(sentence.text(i, nameEnd(sentence, i)));
      }
      if (!sentence.isWord(i)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** "Synergy Research Group estimates that". */
  private static Optional<String> speaker(ClaimSentence sentence) {
    int at = sentence.from();
    while (at < sentence.to()) {
      int end = isName(sentence, at) ? nameEnd(sentence, at) : at;
      boolean says = end > at && sentence.is(Kind.SAYING, end) && !sentence.isCapital(end);
      // A sentence's first word has a capital anyway: "Revenue figures show".
      boolean first = at == sentence.from() && end == at + 1 && sentence.is(Kind.SOURCE_NOUN, end);
      if (says && !first) {
        return Optional.of(sentence.text(at, end));
      }
      at = Math.max(end, at + 1);
    }
    return Optional.empty();
  }

  private static boolean isName(ClaimSentence sentence, int at) {
    return sentence.isMention(at)
        || (sentence.isWord(at)
            && !sentence.is(Kind.FUNCTION, at)
            && !sentence.is(Kind.MONTH, at)
            && hasCapital(sentence.text(at, at + 1)));
  }

  /** "eMarketer" is a name too. */
  private static boolean hasCapital(String word) {
    return word.chars().anyMatch(Character::isUpperCase);
  }

  private static int nameEnd(ClaimSentence sentence, int start) {
    int end = start;
    while (end < sentence.to()
        && (isName(sentence, end)
            || (sentence.is(Kind.PUBLISHER_JOINT, end)
                && end > start
                && isName(sentence, end + 1)))) {
      end++;
    }
    return end;
  }
}
