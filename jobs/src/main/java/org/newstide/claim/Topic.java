package org.newstide.claim;

import java.util.Optional;
import org.newstide.claim.ShareLexicon.Kind;

/**
 * What a sentence opens with before it speaks of anybody: "In AI chips, Nvidia's share is 80%".
 *
 * @param market the text's words; empty where it names no market
 * @param geography the text's words, where it names a place
 */
record Topic(String market, Optional<String> geography) {
  private static final Topic NONE = new Topic("", Optional.empty());

  static Topic of(ClaimSentence sentence) {
    int from = sentence.from();
    while (from < sentence.to() && !sentence.isWord(from)) {
      from++;
    }
    if (!MarketName.isLink(sentence, from) && !sentence.is(Kind.PLACE_LINK, from)) {
      return NONE;
    }
    Whole whole = Whole.at(sentence, from + 1);
    if (!sentence.at(whole.to()).equals(",")) {
      return NONE;
    }
    boolean market = whole.nature() == Whole.Nature.MARKET;
    int place = sentence.at(from + 1).equals("the") ? from + 2 : from + 1;
    boolean onlyPlace = Geography.placeEnd(sentence, place) == whole.to();
    return new Topic(
        market ? MarketName.trimmed(sentence, whole.from(), whole.to()) : "",
        market || onlyPlace
            ? Geography.between(sentence, whole.from(), whole.to())
            : Optional.empty());
  }
}
