package org.newstide.claim;

import java.util.Optional;
import org.newstide.claim.ShareLexicon.Kind;

/** Who owns a figure by a possessive: "Nvidia's 85%", "the market share of AWS fell to". */
final class Owners {
  /** Words between an owner and its share, as in "ChatGPT's generative AI web traffic share". */
  private static final int GAP = 9;

  private static final int ADJECTIVES = 4;

  private final ClaimSentence sentence;
  private final Subject subject;

  Owners(ClaimSentence sentence, Subject subject) {
    this.sentence = sentence;
    this.subject = subject;
  }

  Optional<Held> of(Figure figure, Sense sense) {
    return ownerBefore(figure.from()).or(() -> ownerOfShare(figure, sense));
  }

  /** "Nvidia's dominant 85% share", "its 93 percent worldwide share". */
  private Optional<Held> ownerBefore(int index) {
    for (int i = index - 1; i >= Math.max(sentence.from(), index - ADJECTIVES); i--) {
      if (sentence.at(i).equals("its")) {
        return Optional.of(subject.antecedent(i));
      }
      if (isPossessive(i)) {
        return Optional.of(owner(i));
      }
      if (!sentence.isWord(i) && !sentence.is(Kind.HEDGE, i) && !sentence.at(i).equals("-")
          || sentence.is(Kind.FUNCTION, i)
          || sentence.is(Kind.HOLD, i)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** "ChatGPT's web traffic share fell to", "the market share of AWS is", "its share". */
  private Optional<Held> ownerOfShare(Figure figure, Sense sense) {
    int share = sense.shareAt();
    if (share < 0) {
      return Optional.empty();
    }
    int named = Math.max(share, sense.marketTo());
    Optional<Party> between =
        sentence
            .partyBefore(figure.from())
            .filter(party -> party.from() >= named || isOwnerBehind(party, share));
    if (between.isPresent()) {
      return between.map(Held::tied);
    }
    for (int i = share - 1; i > Math.max(sentence.from() - 1, share - GAP); i--) {
      if (isPossessive(i)) {
        return Optional.of(owner(i));
      }
      if (sentence.at(i).equals("its")) {
        return Optional.of(subject.antecedent(i));
      }
      if (sentence.is(Kind.PLURAL, i)) {
        return Optional.of(Held.NOBODY);
      }
    }
    boolean governed = subject.governor(figure) >= 0 && subject.governor(figure) < share;
    return governed
        ? Optional.empty()
        : sentence.partyBefore(share).map(party -> subject.together(party, figure));
  }

  /** "the market share of AWS". */
  private boolean isOwnerBehind(Party party, int share) {
    boolean of = sentence.at(share + 1).equals("of") || sentence.at(share + 1).equals("for");
    return of && party.from() == share + 2;
  }

  private boolean isPossessive(int at) {
    boolean plural =
        sentence.at(at).equals("'")
            && sentence.partyBefore(at).filter(p -> p.to() == at).isPresent();
    return plural || sentence.at(at).equals("'s") && !sentence.is(Kind.GEOGRAPHY, at - 1);
  }

  private Held owner(int possessive) {
    if (!sentence.isWord(possessive - 1) && !sentence.isMention(possessive - 1)) {
      return Held.NOBODY;
    }
    return sentence
        .partyBefore(possessive)
        .filter(party -> party.to() == possessive)
        .map(Held::tied)
        .orElseGet(() -> subject.antecedent(possessive));
  }
}
