package org.newstide.claim;

import org.newstide.claim.Sense.Level;
import org.newstide.claim.ShareLexicon.Kind;

/**
 * What a figure measures whose own words do not say: the share that stands before it, if any. "Its
 * market share fell to 31%", "a share of the search market of 85%".
 */
final class ShareBefore {
  private static final int VERB_REACH = 7;
  private static final int LOOK_BACK = 22;
  private static final int MOVE_REACH = 5;
  private static final int SUBJECT_REACH = 4;

  private final ClaimSentence sentence;
  private final Figure figure;
  private final int free;

  /**
   * @param free index of the first word that says nothing of a figure before
   */
  ShareBefore(ClaimSentence sentence, Figure figure, int free) {
    this.sentence = sentence;
    this.figure = figure;
    this.free = free;
  }

  Sense read() {
    int first = Math.max(free, figure.from() - LOOK_BACK);
    boolean linked = false;
    for (int i = figure.from() - 1; i >= first; i--) {
      if (sentence.at(i).equals(";")) {
        return Sense.of(Level.BARE, figure.to());
      }
      if (isLevelShare(i)) {
        return linked ? fromShare(i) : Sense.of(Level.BARE, figure.to());
      }
      linked |= sentence.is(Kind.SHARE_LINK, i);
    }
    if (isGrowth() || isOtherMeasure() || hasOtherSubject()) {
      return Sense.of(Level.OTHER, figure.to());
    }
    return Sense.of(isControlledMarket() ? Level.SHARE : Level.BARE, figure.to());
  }

  /** "mainframes, a market in which IBM controls 90%". */
  private boolean isControlledMarket() {
    return sentence.any(Kind.DIVIDED, sentence.from(), figure.from())
        && sentence.isStronglyHeld(figure)
        && !sentence.isWord(figure.to());
  }

  /** "Growth at the unit has topped 30%", "its cloud revenue": what the sentence is about. */
  private boolean hasOtherSubject() {
    int end = free > sentence.from() ? free : sentence.from() + SUBJECT_REACH;
    int at = sentence.from();
    while (at < end && !sentence.is(Kind.HOLD, at) && !sentence.is(Kind.TOPIC_END, at)) {
      if (sentence.is(Kind.MONEY, at) || sentence.is(Kind.MEASURE, at)) {
        return free == sentence.from() && !sentence.any(Kind.SHARE, at, at + SUBJECT_REACH);
      }
      at++;
    }
    return false;
  }

  /** "a gross margin of 73%": the noun before "of" is what the figure measures. */
  private boolean isOtherMeasure() {
    int at = sentence.beforeHedges(figure);
    int noun = at - 1;
    return sentence.at(at).equals("of")
        && sentence.isWord(noun)
        && !sentence.isMention(noun)
        && !sentence.is(Kind.FUNCTION, noun)
        && !sentence.is(Kind.HOLD, noun)
        && !sentence.is(Kind.HEDGE, noun)
        && !sentence.is(Kind.LEVEL, noun);
  }

  /** "grew Search revenue nearly 10%". */
  private boolean isGrowth() {
    for (int i = figure.from() - 1; i >= Math.max(free, figure.from() - VERB_REACH); i--) {
      if (sentence.is(Kind.LEVEL_LINK, i) || sentence.at(i).equals(",") || sentence.isMention(i)) {
        return false;
      }
      if (sentence.is(Kind.RATE, i)) {
        return true;
      }
    }
    return false;
  }

  private Sense fromShare(int share) {
    int from = share;
    while (from > sentence.from() && isModifier(from - 1)) {
      from--;
    }
    boolean market = sentence.any(Kind.MARKET, from, share) || sentence.isMarketShare(share);
    if (sentence.any(Kind.CUT, from, share) && !market) {
      return Sense.of(Level.OTHER, figure.to());
    }
    if (sentence.at(share + 1).equals("of") && !startsAt(share + 2)) {
      return ofWhole(share, from, market);
    }
    return linked(share, from);
  }

  /**
   * "a share of the search market of 85%".
   *
   * @param market whether words before the share speak of a market
   */
  private Sense ofWhole(int share, int from, boolean market) {
    Whole whole = Whole.at(sentence, share + 2);
    boolean named = whole.nature() == Whole.Nature.MARKET;
    boolean possible = market || named || whole.nature() == Whole.Nature.UNKNOWN;
    return new Sense(
        possible ? Level.SHARE : Level.OTHER,
        named ? whole.from() : from,
        named ? whole.to() : share,
        share,
        figure.to());
  }

  /** "its market share for smartphones was"; else the words before the share name the market. */
  private Sense linked(int share, int from) {
    boolean leads = MarketName.isLink(sentence, share + 1) && !startsAt(share + 2);
    Whole behind = Whole.at(sentence, share + 2);
    boolean named =
        leads
            && !Period.startsAt(sentence, share + 2)
            && behind.to() <= figure.from()
            && (behind.nature() == Whole.Nature.MARKET || behind.nature() == Whole.Nature.UNKNOWN);
    return named
        ? new Sense(Level.SHARE, behind.from(), behind.to(), share, figure.to())
        : new Sense(Level.SHARE, from, share, share, figure.to());
  }

  private boolean startsAt(int at) {
    int i = at;
    while (i < figure.from() && sentence.is(Kind.HEDGE, i) || sentence.at(i).equals("between")) {
      i++;
    }
    return i >= figure.from();
  }

  private boolean isModifier(int at) {
    return (sentence.isWord(at) || sentence.at(at).equals("-"))
        && !sentence.isMention(at)
        && !sentence.is(Kind.FUNCTION, at)
        && !sentence.is(Kind.HOLD, at)
        && !sentence.is(Kind.HEDGE, at);
  }

  /** "share" as a level: no share of stock, no "per share", no share price. */
  private boolean isLevelShare(int at) {
    // "ChatGPT's slice of chatbot traffic"
    boolean portion =
        sentence.is(Kind.PORTION, at)
            && sentence.at(at + 1).equals("of")
            && Whole.at(sentence, at + 2).nature() == Whole.Nature.MARKET;
    if (!sentence.is(Kind.SHARE, at) && !portion || sentence.is(Kind.SHARE_TAIL, at + 1)) {
      return false;
    }
    boolean plural = sentence.at(at).equals("shares");
    boolean filled = sentence.at(at + 1).equals("of") && sentence.hasFigure(at + 2, at + 6);
    boolean stock = plural && !sentence.at(at - 1).equals("market") && !filled;
    boolean per = sentence.at(at - 1).equals("per") || sentence.at(at - 1).equals("/");
    return !stock && !per && !(plural && isMoved(at));
  }

  /** "an upside in Meta shares of nearly 18%": the figure is that of the move. */
  private boolean isMoved(int shares) {
    int at = shares - 1;
    while (at > shares - MOVE_REACH && !sentence.at(at).equals("in")) {
      at--;
    }
    return sentence.at(at).equals("in")
        && (sentence.is(Kind.RATE_TAIL, at - 1) || sentence.is(Kind.RATE, at - 1));
  }
}
