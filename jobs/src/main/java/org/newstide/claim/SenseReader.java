package org.newstide.claim;

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

  private final Passage passage;
  private final Figure figure;
  private final int free;
  private final int behind;

  /**
   * @param free index of the first word that says nothing of a figure before
   */
  SenseReader(Passage passage, Figure figure, int free) {
    this.passage = passage;
    this.figure = figure;
    this.free = free;
    this.behind = behindMarks();
  }

  private int behindMarks() {
    int at = figure.to();
    while (passage.is(Kind.MARK, at)) {
      at++;
    }
    return at;
  }

  Sense read() {
    boolean counted = Fraction.isCounted(passage, figure);
    if (isStockMove()
        || passage.is(Kind.RATE_TAIL, behind)
        || passage.at(behind).equals("percentage")
        || isChange() && !counted) {
      return Sense.of(Level.OTHER, behind);
    }
    boolean half = passage.at(figure.to() - 1).equals("half") && passage.at(behind).equals("the");
    if (passage.at(behind).equals("of") || half) {
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
        : new ShareBefore(passage, figure, free).read();
  }

  /** "(NVDA -2.64%)", "(MSFT 8.57%)", "(-0.3%)": what a stock did, to two decimals or signed. */
  private boolean isStockMove() {
    String sign = passage.at(figure.from() - 1);
    boolean signed = sign.equals("-") || sign.equals("+") || sign.equals("−");
    int open = signed ? figure.from() - 3 : figure.from() - 2;
    String number = passage.at(figure.from());
    boolean cents = number.indexOf('.') == number.length() - 3;
    boolean opened = passage.at(open).equals("(") || signed && passage.at(open + 1).equals("(");
    return opened && passage.at(figure.to()).equals(")") && (signed || cents);
  }

  /** "rose 5%", "growing at 5%": no level. "fell to 5%", "fell below 5%", "up from 5%" are. */
  private boolean isChange() {
    int at = figure.from() - 1;
    boolean bounded = false;
    while (at > passage.from()
        && passage.is(Kind.HEDGE, at)
        && !passage.is(Kind.RATE, at)
        && !passage.at(at).equals("to")
        && !passage.at(at).equals("at")) {
      bounded |= passage.is(Kind.BOUND, at);
      at--;
    }
    if (passage.at(at).equals("by")) {
      // "cut its stake by 5%"; "followed by 5% for" goes on with levels.
      return !passage.at(at - 1).equals("followed") && !passage.at(at - 1).equals("trailed");
    }
    if (passage.at(at).equals("at")) {
      return passage.is(Kind.GROWING, at - 1);
    }
    // "makes up 5% of", "soaks up 5% of"
    boolean makesUp = passage.at(at).equals("up") && passage.at(figure.to()).equals("of");
    return passage.is(Kind.RATE, at) && !passage.at(at + 1).equals("to") && !makesUp && !bounded;
  }

  private Sense ofWhole(int at) {
    Whole whole = Whole.at(passage, at);
    boolean share =
        switch (whole.nature()) {
          case MARKET -> true;
          case MONEY -> isControlled() || followsMarket();
          case ALL -> isHeld();
          case UNKNOWN ->
              isStrong(passage, figure) || Fraction.isCounted(passage, figure) && isHeld();
          case COUNTED, OWNED -> false;
        };
    return Sense.of(share ? Level.SHARE : Level.OTHER, whole.to()).marketed(whole);
  }

  /** "sells about 94% of": the verb stands right before the figure. */
  private boolean isHeld() {
    int at = passage.verbBefore(figure);
    return passage.is(Kind.CONTROL, at) || passage.is(Kind.SELLING, at);
  }

  /** "ranked first in the storage market, accounting for 18% of 2024 revenue". */
  private boolean followsMarket() {
    int at = passage.verbBefore(figure);
    boolean participle = passage.is(Kind.HOLD, at) && passage.at(at).endsWith("ing");
    int market = passage.at(at - 1).equals(",") ? at - 2 : at - 1;
    return participle && passage.is(Kind.DIVIDED, market);
  }

  private boolean isControlled() {
    int at = figure.from() - 1;
    while (at > figure.from() - VERB_REACH && !passage.is(Kind.HOLD, at)) {
      at--;
    }
    return passage.is(Kind.CONTROL, at);
  }

  static boolean isStrong(Passage passage, Figure figure) {
    return passage.any(Kind.STRONG, figure.from() - VERB_REACH + 1, figure.from());
  }

  /** "less than 1% in a market where": the phrase names a market in so many words. */
  private Optional<Sense> inMarket() {
    if (!passage.at(behind).equals("in")) {
      return Optional.empty();
    }
    Whole whole = Whole.at(passage, behind + 1);
    return whole.nature() == Whole.Nature.MARKET && whole.namesMarket(passage)
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
    int at = passage.beforeHedges(figure, "with");
    if (!passage.at(at).equals("with") && !passage.at(at).equals("at")) {
      return Optional.empty();
    }
    for (int i = at - 1; i >= Math.max(free, at - SHARE_REACH - VERB_REACH); i--) {
      if (passage.is(Kind.LEADING, i)) {
        Whole whole = Whole.at(passage, i + 1);
        boolean market = whole.nature() == Whole.Nature.MARKET && whole.namesMarket(passage);
        return market ? Optional.of(whole) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** "35% chance", "30% undervalued": the next word says what it measures. */
  private boolean isOther() {
    return passage.isWord(behind)
        && !passage.isMention(behind)
        && !passage.isCapital(behind)
        && !Character.isDigit(passage.at(behind).charAt(0))
        && !passage.is(Kind.FUNCTION, behind)
        && !passage.is(Kind.ONWARD, behind)
        && !passage.is(Kind.GEOGRAPHY, behind)
        && !passage.is(Kind.HOLD, behind);
  }

  /** The index of "share" in "31% global market share"; -1 where other words come between. */
  private int shareBehind() {
    for (int i = behind; i < behind + SHARE_REACH; i++) {
      if (passage.is(Kind.SHARE, i) || passage.is(Kind.PORTION, i)) {
        return i;
      }
      boolean noun = passage.isWord(i) || passage.at(i).equals("-") || passage.at(i).equals("/");
      boolean breaks =
          passage.is(Kind.FUNCTION, i) || passage.is(Kind.HOLD, i) && !passage.isCapital(i);
      if (!noun || breaks || passage.isMention(i)) {
        return -1;
      }
    }
    return -1;
  }

  private Sense ofShare(int share) {
    boolean market = passage.any(Kind.MARKET, behind, share + 1) || isMarketShare(passage, share);
    boolean cut = passage.any(Kind.CUT, behind, share);
    boolean stock = passage.at(share).equals("shares") && !market;
    if (passage.is(Kind.SHARE_TAIL, share + 1) || (cut && !market) || stock || isTaken(share)) {
      return Sense.of(Level.OTHER, share);
    }
    if (passage.at(share + 1).equals("of") || passage.at(share + 1).equals("in")) {
      return ofShareOf(share, market);
    }
    boolean holding = passage.any(Kind.OWNERSHIP, passage.from(), passage.to());
    boolean portion = passage.is(Kind.PORTION, share);
    return !market && (holding || portion)
        ? Sense.of(Level.OTHER, share)
        : Sense.of(Level.SHARE, share + 1).marketed(behind, share);
  }

  /** "a 31% share of the cloud market", "a 10% share of its revenue". */
  private Sense ofShareOf(int share, boolean market) {
    Whole whole = Whole.at(passage, share + 2);
    boolean divided = whole.nature() == Whole.Nature.MARKET;
    boolean owned =
        whole.nature() == Whole.Nature.OWNED
            || whole.nature() == Whole.Nature.COUNTED
            || whole.nature() == Whole.Nature.MONEY && !isControlled();
    if (!market && (owned || passage.is(Kind.PORTION, share) && !divided)) {
      return Sense.of(Level.OTHER, whole.to());
    }
    Sense level = Sense.of(Level.SHARE, whole.to());
    return divided || share == behind ? level.marketed(whole) : level.marketed(behind, share);
  }

  static boolean isMarketShare(Passage passage, int share) {
    return passage.at(share).equals("marketshare") || passage.at(share - 1).equals("market");
  }

  /** "takes 5% market share from": what changes hands. */
  private boolean isTaken(int share) {
    return passage.at(share + 1).equals("from")
        && passage.any(Kind.TAKING, figure.from() - TAKING_REACH, figure.from());
  }
}
