package org.newstide.claim;

import org.newstide.claim.ShareLexicon.Kind;

/** The words by which a sentence names the market of a figure; its place is no part of them. */
final class MarketName {

  private MarketName() {}

  /** The market that a figure's own words name; empty where they say no more than "market". */
  static String of(ClaimSentence sentence, Sense sense) {
    String named = trimmed(sentence, sense.marketFrom(), sense.marketTo());
    return named.isEmpty() ? behind(sentence, sense.end()) : named;
  }

  /** "its 3% market share in cloud services": what a link at an index leads to. */
  private static String behind(ClaimSentence sentence, int link) {
    boolean continues = isLink(sentence, link) && !Period.startsAt(sentence, link + 1);
    Whole whole = Whole.at(sentence, link + 1);
    return continues && whole.nature() != Whole.Nature.OWNED
        ? trimmed(sentence, whole.from(), whole.to())
        : "";
  }

  static boolean isLink(ClaimSentence sentence, int at) {
    return sentence.at(at).equals("in")
        || sentence.at(at).equals("for")
        || sentence.at(at).equals("among");
  }

  /** The words without article, places and "market share". */
  static String trimmed(ClaimSentence sentence, int first, int behind) {
    int from = behindOwner(sentence, first, behind);
    int next = behindLeading(sentence, from, behind);
    while (from < behind && next > from) {
      from = next;
      next = behindLeading(sentence, from, behind);
    }
    int to = beforePlaces(sentence, from, behind);
    while (to > from && isTail(sentence, to - 1)) {
      to--;
    }
    for (int i = from; i < to; i++) {
      if (!sentence.is(Kind.GENERAL, i) && !sentence.is(Kind.SHARE, i)) {
        return sentence.text(from, to);
      }
    }
    return "";
  }

  /** Behind "the chip leader's", "today's". */
  private static int behindOwner(ClaimSentence sentence, int first, int behind) {
    int from = first;
    for (int i = first + 1; i < behind; i++) {
      boolean owner =
          sentence.is(Kind.PRONOUN, i - 1)
              || sentence.is(Kind.COMMON_OWNER, i - 1)
              || sentence.is(Kind.NOW, i - 1);
      from = owner && sentence.at(i).equals("'s") ? i + 1 : from;
    }
    return from;
  }

  private static boolean isTail(ClaimSentence sentence, int at) {
    boolean mark = !sentence.isWord(at) && !sentence.isMention(at) && !sentence.at(at).equals(")");
    return sentence.is(Kind.SHARE, at) || mark;
  }

  /** Behind "the", "all", "Europe's". */
  private static int behindLeading(ClaimSentence sentence, int at, int limit) {
    int end =
        sentence.is(Kind.DETERMINER, at) || at < limit && sentence.at(at).equals("'s")
            ? at + 1
            : Geography.placeEnd(sentence, at);
    // "China-based internet search" is no search of China.
    return sentence.at(end).equals("-") ? at : Math.min(end, limit);
  }

  /** Before "worldwide", "in Europe" at the end. */
  private static int beforePlaces(ClaimSentence sentence, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      boolean linked = sentence.is(Kind.PLACE_LINK, i);
      int place = linked && sentence.at(i + 1).equals("the") ? i + 2 : linked ? i + 1 : i;
      int end = Geography.placeEnd(sentence, place);
      if (end > place && end >= to) {
        return i;
      }
    }
    return to;
  }
}
