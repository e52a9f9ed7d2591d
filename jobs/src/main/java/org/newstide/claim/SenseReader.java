package org.newstide.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newstide.claim.Sense.Level;
import org.newstide.claim.ShareLexicon.Kind;

/**
 * Reads what one figure measures from the words around it: what stands right behind it tells first,
 * then the market that the sentence says is led, then the share that stands before it.
 */
final class SenseReader {
  private static final int SHARE_REACH = 7;
  private static final int VERB_REACH = 7;
  private static final int TAKING_REACH = 4;

  private final ClaimSentence sentence;
  private final Figure figure;
  private final int free;
  private final int behind;

  /**
   * @param free index of the first word that says nothing of a figure before
   */
  private SenseReader(ClaimSentence sentence, Figure figure, int free) {
    this.sentence = sentence;
    this.figure = figure;
    this.free = free;
    this.behind = behindMarks();
  }

  /** What each figure of a sentence measures, in order. */
  static List<Sense> all(ClaimSentence sentence) {
    List<Sense> senses = new ArrayList<>();
    int free = sentence.from();
    for (Figure figure : sentence.figures()) {
      Sense sense = new SenseReader(sentence, figure, free).read();
      senses.add(sense);
      free = Math.max(figure.to(), sense.end());
    }
    return senses;
  }

  private int behindMarks() {
    int at = figure.to();
    while (sentence.is(Kind.MARK, at)) {
      at++;
    }
    return at;
  }

  private Sense read() {
    boolean counted = Fraction.isCounted(sentence, figure);
    if (isStockMove()
        || sentence.is(Kind.RATE_TAIL, behind)
        || sentence.at(behind).equals("percentage")
        || isChange() && !counted) {
      return Sense.of(Level.OTHER, behind);
    }
    boolean half = sentence.at(figure.to() - 1).equals("half") && sentence.at(behind).equals("the");
    if (sentence.at(behind).equals("of") || half) {
      return ofWhole(behind + 1);
    }
    if (counted) {
      return ofWhole(behind);
    }
    int share = shareBehind();
    if (share >= 0) {
      return ofShare(share);
    }
    return inMarket().or(this::leading).orElseGet(this::fromBefore);
  }

  private Sense fromBefore() {
    return isOther()
        ? Sense.of(Level.OTHER, behind)
        : new ShareBefore(sentence, figure, free).read();
  }

  /** "(NVDA -2.64%)", "(MSFT 8.57%)", "(-0.3%)": what a stock did, to two decimals or signed. */
  private boolean isStockMove() {
    String sign = sentence.at(figure.from() - 1);
    boolean signed = sign.equals("-") || sign.equals("+") || sign.equals("−");
    int open = signed ? figure.from() - 3 : figure.from() - 2;
    String number = sentence.at(figure.from());
    int stop = number.indexOf('.');
    boolean cents = stop >= 0 && stop == number.length() - 3;
    boolean opened = sentence.at(open).equals("(") || signed && sentence.at(open + 1).equals("(");
    return opened && sentence.at(figure.to()).equals(")") && (signed || cents);
  }

  /** "rose 5%", "growing at 5%": no level. "fell to 5%", "fell below 5%", "up from 5%" are. */
  private boolean isChange() {
    int at = figure.from() - 1;
    boolean bounded = false;
    while (at > sentence.from()
        && sentence.is(Kind.HEDGE, at)
        && !sentence.is(Kind.RATE, at)
        && !sentence.at(at).equals("to")
        && !sentence.at(at).equals("at")) {
      bounded |= sentence.is(Kind.BOUND, at);
      at--;
    }
    if (sentence.at(at).equals("by")) {
      // "cut its stake by 5%"; "followed by 5% for" goes on with levels.
      return !sentence.at(at - 1).equals("followed") && !sentence.at(at - 1).equals("trailed");
    }
    if (sentence.at(at).equals("at")) {
      return sentence.is(Kind.GROWING, at - 1);
    }
    // "makes up 5% of", "soaks up 5% of"
    boolean makesUp = sentence.at(at).equals("up") && sentence.at(figure.to()).equals("of");
    return sentence.is(Kind.RATE, at) && !sentence.at(at + 1).equals("to") && !makesUp && !bounded;
  }

  private Sense ofWhole(int at) {
    Whole whole = Whole.at(sentence, at);
    boolean share =
        switch (whole.nature()) {
          case MARKET -> true;
          case MONEY -> isControlled() || followsMarket();
          case ALL -> isHeld();
          case UNKNOWN ->
              sentence.isStronglyHeld(figure) || Fraction.isCounted(sentence, figure) && isHeld();
          case COUNTED, OWNED -> false;
        };
    return Sense.of(share ? Level.SHARE : Level.OTHER, whole.to()).marketed(whole);
  }

  /** "sells about 94% of": the verb stands right before the figure. */
  private boolean isHeld() {
    int at = sentence.verbBefore(figure);
    return sentence.is(Kind.CONTROL, at) || sentence.is(Kind.SELLING, at);
  }

  /** "ranked first in the storage market, accounting for 18% of 2024 revenue". */
  private boolean followsMarket() {
    int at = sentence.verbBefore(figure);
    boolean participle = sentence.is(Kind.HOLD, at) && sentence.at(at).endsWith("ing");
    int market = sentence.at(at - 1).equals(",") ? at - 2 : at - 1;
    return participle && sentence.is(Kind.DIVIDED, market);
  }

  private boolean isControlled() {
    int at = figure.from() - 1;
    while (at > figure.from() - VERB_REACH && !sentence.is(Kind.HOLD, at)) {
      at--;
    }
    return sentence.is(Kind.CONTROL, at);
  }

  /** "less than 1% in a market where": the phrase names a market in so many words. */
  private Optional<Sense> inMarket() {
    if (!sentence.at(behind).equals("in")) {
      return Optional.empty();
    }
    Whole whole = Whole.at(sentence, behind + 1);
    return whole.nature() == Whole.Nature.MARKET && whole.namesMarket(sentence)
        ? Optional.of(Sense.of(Level.SHARE, whole.to()).marketed(whole))
        : Optional.empty();
  }

  /** "leads the cloud market with 32%". */
  private Optional<Sense> leading() {
    return ledMarket()
        .filter(market -> !isOther())
        .map(market -> Sense.of(Level.SHARE, behind).marketed(market));
  }

  private Optional<Whole> ledMarket() {
    int at = sentence.beforeHedges(figure, "with");
    if (!sentence.at(at).equals("with") && !sentence.at(at).equals("at")) {
      return Optional.empty();
    }
    for (int i = at - 1; i >= Math.max(free, at - SHARE_REACH - VERB_REACH); i--) {
      if (sentence.is(Kind.LEADING, i)) {
        Whole whole = Whole.at(sentence, i + 1);
        boolean market = whole.nature() == Whole.Nature.MARKET && whole.namesMarket(sentence);
        return market ? Optional.of(whole) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** "35% chance", "30% undervalued": the next word says what it measures. */
  private boolean isOther() {
    return sentence.isWord(behind)
        && !sentence.isMention(behind)
        && !sentence.isCapital(behind)
        && !Character.isDigit(sentence.at(behind).charAt(0))
        && !sentence.is(Kind.FUNCTION, behind)
        && !sentence.is(Kind.ONWARD, behind)
        && !sentence.is(Kind.GEOGRAPHY, behind)
        && !sentence.is(Kind.HOLD, behind);
  }

  /** The index of "share" in "31% global market share"; -1 where other words come between. */
  private int shareBehind() {
    for (int i = behind; i < behind + SHARE_REACH; i++) {
      if (sentence.is(Kind.SHARE, i) || sentence.is(Kind.PORTION, i)) {
        return i;
      }
      boolean noun = sentence.isWord(i) || sentence.at(i).equals("-") || sentence.at(i).equals("/");
      // "31% worldwide share" goes on.
      boolean function = sentence.is(Kind.FUNCTION, i) && !sentence.is(Kind.GEOGRAPHY, i);
      boolean breaks = function || sentence.is(Kind.HOLD, i) && !sentence.isCapital(i);
      if (!noun || breaks || sentence.isMention(i)) {
        return -1;
      }
    }
    return -1;
  }

  private Sense ofShare(int share) {
    boolean market = sentence.any(Kind.MARKET, behind, share + 1) || sentence.isMarketShare(share);
    boolean cut = sentence.any(Kind.CUT, behind, share);
    boolean stock = sentence.at(share).equals("shares") && !market;
    if (sentence.is(Kind.SHARE_TAIL, share + 1) || (cut && !market) || stock || isTaken(share)) {
      return Sense.of(Level.OTHER, share);
    }
    if (sentence.at(share + 1).equals("of") || sentence.at(share + 1).equals("in")) {
      return ofShareOf(share, market);
    }
    boolean holding = sentence.any(Kind.OWNERSHIP, sentence.from(), sentence.to());
    boolean portion = sentence.is(Kind.PORTION, share);
    return !market && (holding || portion)
        ? Sense.of(Level.OTHER, share)
        : Sense.of(Level.SHARE, share + 1).marketed(behind, share);
  }

  /** "a 31% share of the cloud market", "a 10% share of its revenue". */
  private Sense ofShareOf(int share, boolean market) {
    Whole whole = Whole.at(sentence, share + 2);
    boolean divided = whole.nature() == Whole.Nature.MARKET;
    boolean owned =
        whole.nature() == Whole.Nature.OWNED
            || whole.nature() == Whole.Nature.COUNTED
            || whole.nature() == Whole.Nature.MONEY && !isControlled();
    if (!market && (owned || sentence.is(Kind.PORTION, share) && !divided)) {
      return Sense.of(Level.OTHER, whole.to());
    }
    Sense level = Sense.of(Level.SHARE, whole.to());
    return divided || share == behind ? level.marketed(whole) : level.marketed(behind, share);
  }

  /** "takes 5% market share from": what changes hands. */
  private boolean isTaken(int share) {
    return sentence.at(share + 1).equals("from")
        && sentence.any(Kind.TAKING, figure.from() - TAKING_REACH, figure.from());
  }
}
