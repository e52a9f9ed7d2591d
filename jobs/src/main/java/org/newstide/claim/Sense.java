package org.newstide.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newstide.claim.ShareLexicon.Kind;

/**
 * What a figure measures.
 *
 * @param level whether it is the level of a share
 * @param marketFrom index of the first word that names the market
 * @param marketTo index behind the last; equal to marketFrom where none is named
 * @param shareAt index of the word "share" before the figure that it fills; -1 where none
 * @param end index behind the words that say what it measures
 */
record Sense(Level level, int marketFrom, int marketTo, int shareAt, int end) {
  /** Whether a figure is the level of a share. */
  enum Level {
    SHARE,
    OTHER,
    /** The figure's own words do not say: it measures what its neighbours measure. */
    BARE
  }

  private static final int SHARE_REACH = 7;
  private static final int VERB_REACH = 7;
  private static final Set<String> STRONG =
      Set.of(
          "controls",
          "controlled",
          "commands",
          "commanded",
          "commanding",
          "dominates",
          "dominated",
          "corners",
          "cornered",
          "powers");
  private static final Set<String> SELLING =
      Set.of(
          "sells",
          "sold",
          "sell",
          "ships",
          "shipped",
          "makes",
          "made",
          "make",
          "supplies",
          "supplied",
          "handles",
          "handled",
          "processes",
          "processed",
          "serves",
          "served",
          "hosts",
          "hosted");
  private static final Set<String> BOUNDS = Set.of("below", "above", "past", "under");
  private static final Set<String> GROWING =
      Set.of("growing", "grew", "grow", "grows", "expanding", "rising", "increasing", "climbing");
  private static final Set<String> LEADING =
      Set.of(
          "leads",
          "lead",
          "led",
          "leading",
          "rules",
          "ruled",
          "dominates",
          "dominated",
          "dominating",
          "tops",
          "topped",
          "heads");
  private static final Set<String> TAKING =
      Set.of("grab", "grabs", "grabbed", "take", "takes", "took", "taking", "captured");

  static Sense of(Level level, int end) {
    return new Sense(level, 0, 0, -1, end);
  }

  private Sense marketed(int from, int to) {
    return new Sense(level, from, to, shareAt, end);
  }

  /** What each figure of a passage measures, in order. */
  static List<Sense> all(Passage passage) {
    List<Sense> senses = new ArrayList<>();
    int free = passage.from();
    for (Figure figure : passage.figures()) {
      Sense sense = of(passage, figure, free);
      senses.add(sense);
      free = Math.max(figure.to(), sense.end());
    }
    return senses;
  }

  /**
   * What the words around a figure say that it measures.
   *
   * @param free index of the first word that says nothing of a figure before
   */
  private static Sense of(Passage passage, Figure figure, int free) {
    int behind = figure.to();
    while ("+`*\"”'".contains(passage.at(behind)) && !passage.at(behind).isEmpty()) {
      behind++;
    }
    if (isStockMove(passage, figure)
        || passage.is(Kind.RATE_TAIL, behind)
        || passage.at(behind).equals("percentage")) {
      return of(Level.OTHER, behind);
    }
    boolean changed = isChange(passage, figure);
    boolean half = passage.at(figure.to() - 1).equals("half") && passage.at(behind).equals("the");
    if (passage.at(behind).equals("of") || half) {
      return changed ? of(Level.OTHER, behind) : ofWhole(passage, figure, behind + 1);
    }
    if (Fraction.isCounted(passage, figure)) {
      return ofWhole(passage, figure, behind);
    }
    int share = shareBehind(passage, behind);
    if (share >= 0) {
      return changed ? of(Level.OTHER, share) : ofShare(passage, figure, behind, share);
    }
    if (!changed && isInMarket(passage, behind)) {
      Whole whole = Whole.at(passage, behind + 1);
      return of(Level.SHARE, whole.to()).marketed(whole.from(), whole.to());
    }
    Optional<Whole> led = ledMarket(passage, figure, free);
    if (!changed && led.isPresent() && !isOther(passage, behind)) {
      return of(Level.SHARE, behind).marketed(led.get().from(), led.get().to());
    }
    return isOther(passage, behind)
        ? of(Level.OTHER, behind)
        : ShareBefore.sense(passage, figure, free, changed);
  }

  /** "(NVDA -2.64%)", "(MSFT 8.57%)", "(-0.3%)": what a stock did, to two decimals or signed. */
  private static boolean isStockMove(Passage passage, Figure figure) {
    String sign = passage.at(figure.from() - 1);
    boolean signed = sign.equals("-") || sign.equals("+") || sign.equals("−");
    int open = signed ? figure.from() - 3 : figure.from() - 2;
    String number = passage.at(figure.from());
    boolean cents = number.indexOf('.') == number.length() - 3;
    boolean opened = passage.at(open).equals("(") || signed && passage.at(open + 1).equals("(");
    return opened && passage.at(figure.to()).equals(")") && (signed || cents);
  }

  /** "rose 5%", "growing at 5%": no level. "fell to 5%", "fell below 5%", "up from 5%" are. */
  private static boolean isChange(Passage passage, Figure figure) {
    int at = figure.from() - 1;
    boolean bounded = false;
    while (at > passage.from()
        && passage.is(Kind.HEDGE, at)
        && !passage.is(Kind.RATE, at)
        && !passage.at(at).equals("to")
        && !passage.at(at).equals("at")) {
      bounded |= BOUNDS.contains(passage.at(at));
      at--;
    }
    if (passage.at(at).equals("by")) {
      // "cut its stake by 5%"; "followed by 5% for" goes on with levels.
      return !passage.at(at - 1).equals("followed") && !passage.at(at - 1).equals("trailed");
    }
    if (passage.at(at).equals("at")) {
      return GROWING.contains(passage.at(at - 1));
    }
    // "makes up 5% of", "soaks up 5% of"
    boolean makesUp = passage.at(at).equals("up") && passage.at(figure.to()).equals("of");
    return passage.is(Kind.RATE, at) && !passage.at(at + 1).equals("to") && !makesUp && !bounded;
  }

  private static Sense ofWhole(Passage passage, Figure figure, int at) {
    Whole whole = Whole.at(passage, at);
    boolean share =
        switch (whole.nature()) {
          case MARKET -> true;
          case MONEY -> governedBy(passage, figure, Kind.CONTROL) || followsMarket(passage, figure);
          case ALL -> isHeld(passage, figure);
          case UNKNOWN ->
              isStrong(passage, figure)
                  || Fraction.isCounted(passage, figure) && isHeld(passage, figure);
          case COUNTED, OWNED -> false;
        };
    return of(share ? Level.SHARE : Level.OTHER, whole.to()).marketed(whole.from(), whole.to());
  }

  /** "sells about 94% of": the verb stands right before the figure. */
  private static boolean isHeld(Passage passage, Figure figure) {
    int at = figure.from() - 1;
    while (passage.is(Kind.HEDGE, at) || passage.at(at).equals("for")) {
      at--;
    }
    return passage.is(Kind.CONTROL, at) || SELLING.contains(passage.at(at));
  }

  /** "ranked first in the storage market, accounting for 18% of 2024 revenue". */
  private static boolean followsMarket(Passage passage, Figure figure) {
    int at = figure.from() - 1;
    while (passage.is(Kind.HEDGE, at) || passage.at(at).equals("for")) {
      at--;
    }
    boolean participle = passage.is(Kind.HOLD, at) && passage.at(at).endsWith("ing");
    int market = passage.at(at - 1).equals(",") ? at - 2 : at - 1;
    return participle && Whole.isDivided(passage.at(market));
  }

  private static boolean governedBy(Passage passage, Figure figure, Kind kind) {
    int at = figure.from() - 1;
    while (at > figure.from() - VERB_REACH && !passage.is(Kind.HOLD, at)) {
      at--;
    }
    return passage.is(kind, at);
  }

  static boolean isStrong(Passage passage, Figure figure) {
    for (int i = figure.from() - 1; i > figure.from() - VERB_REACH; i--) {
      if (STRONG.contains(passage.at(i))) {
        return true;
      }
    }
    return false;
  }

  /** "less than 1% in a market where": the phrase names a market in so many words. */
  private static boolean isInMarket(Passage passage, int at) {
    if (!passage.at(at).equals("in")) {
      return false;
    }
    Whole whole = Whole.at(passage, at + 1);
    return whole.nature() == Whole.Nature.MARKET && whole.namesMarket(passage);
  }

  /** "leads the cloud market with 32%": the market led. */
  private static Optional<Whole> ledMarket(Passage passage, Figure figure, int free) {
    int at = figure.from() - 1;
    while (passage.is(Kind.HEDGE, at) && !passage.at(at).equals("with")) {
      at--;
    }
    if (!passage.at(at).equals("with") && !passage.at(at).equals("at")) {
      return Optional.empty();
    }
    for (int i = at - 1; i >= Math.max(free, at - SHARE_REACH - VERB_REACH); i--) {
      if (LEADING.contains(passage.at(i))) {
        Whole whole = Whole.at(passage, i + 1);
        boolean market = whole.nature() == Whole.Nature.MARKET && whole.namesMarket(passage);
        return market ? Optional.of(whole) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** "35% chance", "30% undervalued": the next word says what it measures. */
  private static boolean isOther(Passage passage, int at) {
    return passage.isWord(at)
        && !passage.isMention(at)
        && !passage.isCapital(at)
        && !Character.isDigit(passage.at(at).charAt(0))
        && !passage.is(Kind.FUNCTION, at)
        && !passage.is(Kind.ONWARD, at)
        && !passage.is(Kind.GEOGRAPHY, at)
        && !passage.is(Kind.HOLD, at);
  }

  /** The index of "share" in "31% global market share"; -1 where other words come between. */
  private static int shareBehind(Passage passage, int behind) {
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

  private static Sense ofShare(Passage passage, Figure figure, int behind, int share) {
    boolean market = passage.any(Kind.MARKET, behind, share + 1) || isMarketShare(passage, share);
    boolean cut = passage.any(Kind.CUT, behind, share);
    boolean stock = passage.at(share).equals("shares") && !market;
    if (passage.is(Kind.SHARE_TAIL, share + 1)
        || (cut && !market)
        || stock
        || isTaken(passage, figure, share)) {
      return of(Level.OTHER, share);
    }
    if (passage.at(share + 1).equals("of") || passage.at(share + 1).equals("in")) {
      Whole whole = Whole.at(passage, share + 2);
      boolean owned =
          whole.nature() == Whole.Nature.OWNED
              || whole.nature() == Whole.Nature.COUNTED
              || whole.nature() == Whole.Nature.MONEY && !governedBy(passage, figure, Kind.CONTROL);
      if (!market
          && (owned || passage.is(Kind.PORTION, share) && whole.nature() != Whole.Nature.MARKET)) {
        return of(Level.OTHER, whole.to());
      }
      boolean named = whole.nature() == Whole.Nature.MARKET || share == behind;
      return named
          ? of(Level.SHARE, whole.to()).marketed(whole.from(), whole.to())
          : of(Level.SHARE, whole.to()).marketed(behind, share);
    }
    boolean holding = passage.any(Kind.OWNERSHIP, passage.from(), passage.to());
    boolean portion = passage.is(Kind.PORTION, share);
    return !market && (holding || portion)
        ? of(Level.OTHER, share)
        : of(Level.SHARE, share + 1).marketed(behind, share);
  }

  static boolean isMarketShare(Passage passage, int share) {
    return passage.at(share).equals("marketshare") || passage.at(share - 1).equals("market");
  }

  /** "takes 5% market share from": what changes hands. */
  private static boolean isTaken(Passage passage, Figure figure, int share) {
    boolean taking = false;
    for (int i = figure.from() - 4; i < figure.from(); i++) {
      taking |= TAKING.contains(passage.at(i));
    }
    return taking && passage.at(share + 1).equals("from");
  }
}
