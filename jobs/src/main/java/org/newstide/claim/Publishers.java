package org.newstide.claim;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newstide.claim.ShareLexicon.Kind;

/**
 * Who is cited for the shares of a sentence: "according to Canalys", "analysts at Bernstein",
 * "Counterpoint's tracker", "said Synergy", "IDC says". Of several the plainest citation counts, in
 * this order.
 */
final class Publishers {
  private static final int SOURCE_REACH = 8;
  private static final int NEAR = 3;
  private static final Set<String> QUOTES = Set.of(",", "\"", "”", "'", "’", "—", "–", "-");

  /** Reads the name that is cited by words that begin at an index. */
  private interface Citation {
    Optional<String> at(ClaimSentence sentence, int index);
  }

  private static final List<Citation> CITATIONS =
      List.of(
          Publishers::according,
          Publishers::employer,
          Publishers::source,
          Publishers::per,
          Publishers::owner,
          Publishers::inverted);

  private Publishers() {}

  /** The publisher in the text's words; empty where the sentence cites nobody. */
  static Optional<String> of(ClaimSentence sentence) {
    for (Citation citation : CITATIONS) {
      for (int i = sentence.from(); i < sentence.to(); i++) {
        Optional<String> named = citation.at(sentence, i);
        if (named.isPresent()) {
          return named;
        }
      }
    }
    return speaker(sentence);
  }

  private static Optional<String> according(ClaimSentence sentence, int at) {
    boolean according = sentence.at(at).equals("according") && sentence.at(at + 1).equals("to");
    return according ? nameFrom(sentence, at + 2, SOURCE_REACH) : Optional.empty();
  }

  /** "analysts at Bernstein", "analyst Jane Doe of IDC". */
  private static Optional<String> employer(ClaimSentence sentence, int at) {
    if (!sentence.is(Kind.ANALYST, at)) {
      return Optional.empty();
    }
    int link = nameEnd(sentence, at + 1, false);
    return sentence.is(Kind.EMPLOYED, link) ? nameFrom(sentence, link + 1, NEAR) : Optional.empty();
  }

  /** "data from JPR", "figures released on Thursday by Canalys", "(source: IDC)". */
  private static Optional<String> source(ClaimSentence sentence, int at) {
    boolean labelled = sentence.at(at).equals("source") || sentence.at(at).equals("sources");
    if (labelled && sentence.at(at + 1).equals(":")) {
      return nameFrom(sentence, at + 2, NEAR);
    }
    if (!sentence.is(Kind.SOURCE_NOUN, at)) {
      return Optional.empty();
    }
    int link = at + 1;
    int last = sentence.is(Kind.PUBLISHING, link) ? link + NEAR : link;
    while (link < last && !isFrom(sentence, link)) {
      link++;
    }
    return isFrom(sentence, link) ? nameFrom(sentence, link + 1, SOURCE_REACH) : Optional.empty();
  }

  private static boolean isFrom(ClaimSentence sentence, int at) {
    return sentence.at(at).equals("from") || sentence.at(at).equals("by");
  }

  /** "per Canalys", "per the Mercury report", but neither "per cent" nor "per AWS customer". */
  private static Optional<String> per(ClaimSentence sentence, int at) {
    int start = sentence.at(at + 1).equals("the") ? at + 2 : at + 1;
    if (!sentence.at(at).equals("per") || !startsName(sentence, start)) {
      return Optional.empty();
    }
    int end = nameEnd(sentence, start, true);
    boolean unit =
        isPlain(sentence, end)
            && !sentence.is(Kind.SOURCE_NOUN, end)
            && !sentence.is(Kind.SAYING, end);
    return unit ? Optional.empty() : Optional.of(sentence.text(start, end));
  }

  /** "Counterpoint's tracker", "StatCounter's numbers show"; no "Intel's data center". */
  private static Optional<String> owner(ClaimSentence sentence, int at) {
    boolean begins = startsName(sentence, at) && !isNameWord(sentence, at - 1);
    int end = begins ? nameEnd(sentence, at, true) : at;
    if (!begins || !sentence.at(end).equals("'s")) {
      return Optional.empty();
    }
    int noun = end + 1;
    while (noun <= end + NEAR && !isPublication(sentence, noun)) {
      if (sentence.is(Kind.FUNCTION, noun) || sentence.is(Kind.HOLD, noun)) {
        return Optional.empty();
      }
      noun++;
    }
    // "Microsoft's research" is no count of a market, "Microsoft's figures show" cites them.
    boolean cited = !sentence.isMention(at) || sentence.is(Kind.SAYING, noun + 1);
    return noun <= end + NEAR && cited ? Optional.of(sentence.text(at, end)) : Optional.empty();
  }

  /** What is published, and no part of a longer name of something else: "data center". */
  private static boolean isPublication(ClaimSentence sentence, int at) {
    boolean goesOn =
        isPlain(sentence, at + 1)
            && !sentence.is(Kind.SAYING, at + 1)
            && !sentence.is(Kind.GIVING, at + 1)
            && !sentence.is(Kind.PUBLISHING, at + 1);
    return sentence.is(Kind.SOURCE_NOUN, at) && !goesOn;
  }

  /** ", says Canalys", "” said Synergy"; not ", said Microsoft had". */
  private static Optional<String> inverted(ClaimSentence sentence, int at) {
    if (!sentence.is(Kind.QUOTING, at) || !QUOTES.contains(sentence.at(at - 1))) {
      return Optional.empty();
    }
    for (int start = at + 1; start <= at + 1 + NEAR; start++) {
      if (startsName(sentence, start)) {
        int end = nameEnd(sentence, start, true);
        boolean clause = sentence.is(Kind.HOLD, end) || sentence.is(Kind.RATE, end);
        return clause ? Optional.empty() : Optional.of(sentence.text(start, end));
      }
      if (!leadsToName(sentence, start)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The first name within a few words: "research firm eMarketer", "a report by Bloomberg". */
  private static Optional<String> nameFrom(ClaimSentence sentence, int at, int reach) {
    for (int i = at; i < Math.min(at + reach, sentence.to()); i++) {
      if (startsName(sentence, i)) {
        return Optional.of(sentence.text(i, nameEnd(sentence, i, true)));
      }
      if (!leadsToName(sentence, i)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whether a name may still follow: no verb ("data from the firm show") and no stop. */
  private static boolean leadsToName(ClaimSentence sentence, int at) {
    boolean verb =
        sentence.is(Kind.SAYING, at)
            && !sentence.is(Kind.SOURCE_NOUN, at)
            && !sentence.is(Kind.ANALYST, at);
    // "U.S. research firm", "Taiwan-based", "Britain's"
    boolean ofPlace =
        sentence.at(at).equals("-")
            || sentence.at(at).equals("'s")
            || sentence.at(at).equals(".") && sentence.at(at - 1).length() == 1;
    return sentence.isWord(at) && !verb || ofPlace;
  }

  /** "Synergy Research Group estimates that". */
  private static Optional<String> speaker(ClaimSentence sentence) {
    int at = sentence.from();
    while (at < sentence.to()) {
      int end = startsName(sentence, at) ? nameEnd(sentence, at, true) : at;
      // A sentence's first word has a capital anyway: "Revenue figures show", "Analysts said".
      boolean common = sentence.is(Kind.SOURCE_NOUN, end) || isCommon(sentence, at);
      boolean first = at == sentence.from() && end == at + 1 && common;
      if (end > at && !first && says(sentence, at, end)) {
        return Optional.of(sentence.text(at, end));
      }
      at = Math.max(end, at + 1);
    }
    return Optional.empty();
  }

  /** "Canalys said", "The CMA previously found", "Omdia data"; no "Nvidia data center". */
  private static boolean says(ClaimSentence sentence, int from, int to) {
    int verb = sentence.at(to).endsWith("ly") || sentence.at(to).equals("also") ? to + 1 : to;
    if (sentence.is(Kind.SOURCE_NOUN, verb)) {
      boolean noun = sentence.is(Kind.SAYING, verb) || !sentence.isMention(from);
      return noun && !sentence.isCapital(verb) && isPublication(sentence, verb);
    }
    return sentence.is(Kind.SAYING, verb) && !sentence.isCapital(verb);
  }

  /** Whether somebody named before is cited: "it says", "he estimates", "the firm said". */
  static boolean goOn(ClaimSentence sentence) {
    for (int i = sentence.from(); i < sentence.to(); i++) {
      boolean somebody = sentence.is(Kind.PRONOUN, i) || sentence.is(Kind.PERSON, i);
      if (somebody && sentence.is(Kind.QUOTING, i + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCommon(ClaimSentence sentence, int at) {
    return sentence.is(Kind.ANALYST, at)
        || sentence.is(Kind.SOURCE_NOUN, at)
        || sentence.is(Kind.COUNTED, at)
        || sentence.is(Kind.PLURAL, at);
  }

  /** A place or an acronym is a name only with another word: "China Internet Watch". */
  private static boolean startsName(ClaimSentence sentence, int at) {
    boolean alone = !isNameWord(sentence, at + 1);
    boolean place = sentence.is(Kind.GEOGRAPHY, at) || sentence.isAbbreviatedPlace(at);
    boolean acronym = sentence.is(Kind.ACRONYM, at);
    return isNameWord(sentence, at) && !(alone && (place || acronym));
  }

  private static boolean isNameWord(ClaimSentence sentence, int at) {
    return sentence.isMention(at)
        || (sentence.isWord(at)
            && !sentence.is(Kind.FUNCTION, at)
            && !sentence.is(Kind.MONTH, at)
            && !sentence.is(Kind.WEEKDAY, at)
            && hasCapital(sentence.text(at, at + 1)));
  }

  /** "eMarketer" is a name too. */
  private static boolean hasCapital(String word) {
    return word.chars().anyMatch(Character::isUpperCase);
  }

  /** A word in lower case with a meaning of its own. */
  private static boolean isPlain(ClaimSentence sentence, int at) {
    return sentence.isWord(at)
        && !sentence.isCapital(at)
        && !sentence.is(Kind.FUNCTION, at)
        && !sentence.is(Kind.HOLD, at)
        && !Character.isDigit(sentence.at(at).charAt(0));
  }

  private static int nameEnd(ClaimSentence sentence, int start, boolean joined) {
    int end = start;
    while (end < sentence.to()
        && (isNameWord(sentence, end)
            || (joined
                && sentence.is(Kind.PUBLISHER_JOINT, end)
                && end > start
                && isNameWord(sentence, end + 1)))) {
      end++;
    }
    return end;
  }
}
