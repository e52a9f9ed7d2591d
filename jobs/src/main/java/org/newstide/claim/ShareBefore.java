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

  private final Passage passage;
  private final Figure figure;
  private final int free;

  /**
   * @param free index of the first word that says nothing of a figure before
   */
  ShareBefore(Passage passage, Figure figure, int free) {
    this.passage = passage;
    this.figure = figure;
    this.free = free;
  }

  Sense read() {
    int first = Math.max(free, figure.from() - LOOK_BACK);
    boolean linked = false;
    for (int i = figure.from() - 1; i >= first; i--) {
      if (passage.at(i).equals(";")) {
        return Sense.of(Level.BARE, figure.to());
      }
      if (isLevelShare(i)) {
        return linked ? fromShare(i) : Sense.of(Level.BARE, figure.to());
      }
      linked |= passage.is(Kind.SHARE_LINK, i);
    }
    if (isGrowth() || isOtherMeasure() || hasOtherSubject()) {
      return Sense.of(Level.OTHER, figure.to());
    }
    return Sense.of(isControlledMarket() ? Level.SHARE : Level.BARE, figure.to());
  }

  /** "mainframes, a market in which IBM controls 90%". */
  private boolean isControlledMarket() {
    return passage.any(Kind.DIVIDED, passage.from(), figure.from())
        && SenseReader.isStrong(passage, figure)
        && !passage.isWord(figure.to());
  }

  /** "Growth at the unit has topped 30%", "its cloud revenue": what the sentence is about. */
  private boolean hasOtherSubject() {
    int end = free > passage.from() ? free : passage.from() + SUBJECT_REACH;
    int at = passage.from();
    while (at < end && !passage.is(Kind.HOLD, at) && !passage.is(Kind.TOPIC_END, at)) {
      if (passage.is(Kind.MONEY, at) || passage.is(Kind.MEASURE, at)) {
        return free == passage.from() && !passage.any(Kind.SHARE, at, at + SUBJECT_REACH);
      }
      at++;
    }
    return false;
  }

  /** "a gross margin of 73%": the noun before "of" is what the figure measures. */
  private boolean isOtherMeasure() {
    int at = passage.beforeHedges(figure);
    int noun = at - 1;
    return passage.at(at).equals("of")
        && passage.isWord(noun)
        && !passage.isMention(noun)
        && !passage.is(Kind.FUNCTION, noun)
        && !passage.is(Kind.HOLD, noun)
        && !passage.is(Kind.HEDGE, noun)
        && !passage.is(Kind.LEVEL, noun);
  }

  /** "grew Search revenue nearly 10%". */
  private boolean isGrowth() {
    for (int i = figure.from() - 1; i >= Math.max(free, figure.from() - VERB_REACH); i--) {
      if (passage.is(Kind.LEVEL_LINK, i) || passage.at(i).equals(",") || passage.isMention(i)) {
        return false;
      }
      if (passage.is(Kind.RATE, i)) {
        return true;
      }
    }
    return false;
  }

  private Sense fromShare(int share) {
    int from = share;
    while (from > passage.from() && isModifier(from - 1)) {
      from--;
    }
    boolean market =
        passage.any(Kind.MARKET, from, share) || SenseReader.isMarketShare(passage, share);
    if (passage.any(Kind.CUT, from, share) && !market) {
      return Sense.of(Level.OTHER, figure.to());
    }
    if (passage.at(share + 1).equals("of") && !startsAt(share + 2)) {
      Whole whole = Whole.at(passage, share + 2);
      boolean named = whole.nature() == Whole.Nature.MARKET;
      boolean possible = market || named || whole.nature() == Whole.Nature.UNKNOWN;
      return new Sense(
          possible ? Level.SHARE : Level.OTHER,
          named ? whole.from() : from,
          named ? whole.to() : share,
          share,
          figure.to());
    }
    return new Sense(Level.SHARE, from, share, share, figure.to());
  }

  private boolean startsAt(int at) {
    int i = at;
    while (i < figure.from() && passage.is(Kind.HEDGE, i) || passage.at(i).equals("between")) {
      i++;
    }
    return i >= figure.from();
  }

  private boolean isModifier(int at) {
    return (passage.isWord(at) || passage.at(at).equals("-"))
        && !passage.isMention(at)
        && !passage.is(Kind.FUNCTION, at)
        && !passage.is(Kind.HOLD, at)
        && !passage.is(Kind.HEDGE, at);
  }

  /** "share" as a level: no share of stock, no "per share", no share price. */
  private boolean isLevelShare(int at) {
    // "ChatGPT's slice of chatbot traffic"
    boolean portion =
        passage.is(Kind.PORTION, at)
            && passage.at(at + 1).equals("of")
            && Whole.at(passage, at + 2).nature() == Whole.Nature.MARKET;
    if (!passage.is(Kind.SHARE, at) && !portion || passage.is(Kind.SHARE_TAIL, at + 1)) {
      return false;
    }
    boolean plural = passage.at(at).equals("shares");
    boolean filled = passage.at(at + 1).equals("of") && passage.hasFigure(at + 2, at + 6);
    boolean stock = plural && !passage.at(at - 1).equals("market") && !filled;
    boolean per = passage.at(at - 1).equals("per") || passage.at(at - 1).equals("/");
    return !stock && !per && !(plural && isMoved(at));
  }

  /** "an upside in Meta shares of nearly 18%": the figure is that of the move. */
  private boolean isMoved(int shares) {
    int at = shares - 1;
    while (at > shares - MOVE_REACH && !passage.at(at).equals("in")) {
      at--;
    }
    return passage.at(at).equals("in")
        && (passage.is(Kind.RATE_TAIL, at - 1) || passage.is(Kind.RATE, at - 1));
  }
}
