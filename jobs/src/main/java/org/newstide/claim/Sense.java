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
  private static final int LOOK_BACK = 22;
  private static final int VERB_REACH = 7;
  private static final int MOVE_REACH = 5;
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
  private static final Set<String> RATE_TO =
      Set.of(
          "to", "from", "at", "with", "below", "above", "under", "over", "than", "past", ":", "(");
  private static final Set<String> LEADING =
      Set.of(
          "leads",
          "lead",
          "led",
          "leading",
          "dominates",
          "dominated",
          "dominating",
          "tops",
          "topped",
          "heads");
  private static final Set<String> TAKING =
      Set.of("grab", "grabs", "grabbed", "take", "takes", "took", "taking", "captured");
  private static final Set<String> LINKS =
      Set.of(
          "of",
          "at",
          "to",
          "from",
          "is",
          "was",
          "stands",
          "stood",
          "reached",
          "hit",
          "exceeding",
          "exceeded",
          "exceeds",
          "surpassed",
          ":",
          "-",
          "–",
          "—",
          "than",
          "around",
          "between",
          "below",
          "under",
          "above",
          "over",
          "nearly",
          "sits",
          "sat",
          "hits",
          "reaching",
          "(",
          "=",
          "|",
          "about",
          "were",
          "are",
          "averaged",
          "by");

  private static Sense of(Level level, int end) {
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
        : before(passage, figure, free, changed);
  }

  /** "(NVDA -2.64%)", "(MSFT 8.57%)": a ticker in brackets and its move to two decimals. */
  private static boolean isStockMove(Passage passage, Figure figure) {
    String sign = passage.at(figure.from() - 1);
    boolean signed = sign.equals("-") || sign.equals("+") || sign.equals("−");
    int open = signed ? figure.from() - 3 : figure.from() - 2;
    String number = passage.at(figure.from());
    boolean cents = number.indexOf('.') == number.length() - 3;
    return passage.at(open).equals("(") && passage.at(figure.to()).equals(")") && (signed || cents);
  }

  /** "rose 5%", "up by about 5%": no level. "fell to 5%" and "up from 5%" are levels. */
  private static boolean isChange(Passage passage, Figure figure) {
    int at = figure.from() - 1;
    while (at > passage.from()
        && passage.is(Kind.HEDGE, at)
        && !passage.is(Kind.RATE, at)
        && !passage.at(at).equals("to")
        && !passage.at(at).equals("at")) {
      at--;
    }
    if (passage.at(at).equals("by")) {
      // "cut its stake by 5%"; "followed by 5% for" goes on with levels.
      return !passage.at(at - 1).equals("followed") && !passage.at(at - 1).equals("trailed");
    }
    boolean makesUp = passage.at(at).equals("up") && passage.at(at - 1).startsWith("ma");
    return passage.is(Kind.RATE, at) && !passage.at(at + 1).equals("to") && !makesUp;
  }

  private static Sense ofWhole(Passage passage, Figure figure, int at) {
    Whole whole = Whole.at(passage, at);
    boolean share =
        switch (whole.nature()) {
          case MARKET -> true;
          case MONEY -> governedBy(passage, figure, Kind.CONTROL);
          case UNKNOWN -> isStrong(passage, figure);
          case COUNTED, OWNED -> false;
        };
    return of(share ? Level.SHARE : Level.OTHER, whole.to()).marketed(whole.from(), whole.to());
  }

  private static boolean governedBy(Passage passage, Figure figure, Kind kind) {
    int at = figure.from() - 1;
    while (at > figure.from() - VERB_REACH && !passage.is(Kind.HOLD, at)) {
      at--;
    }
    return passage.is(kind, at);
  }

  private static boolean isStrong(Passage passage, Figure figure) {
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

  private static boolean isMarketShare(Passage passage, int share) {
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

  /** "market share fell to 31%", "share of the search market of 85%". */
  private static Sense before(Passage passage, Figure figure, int free, boolean changed) {
    int first = Math.max(free, figure.from() - LOOK_BACK);
    boolean linked = false;
    for (int i = figure.from() - 1; i >= first; i--) {
      if (passage.at(i).equals(";")) {
        return of(changed ? Level.OTHER : Level.BARE, figure.to());
      }
      if (isLevelShare(passage, i)) {
        return fromShare(passage, figure, i, changed, linked);
      }
      linked |= LINKS.contains(passage.at(i));
    }
    boolean grew = changed || isGrowth(passage, figure, free);
    return of(grew ? Level.OTHER : Level.BARE, figure.to());
  }

  /** "grew Search revenue nearly 10%". */
  private static boolean isGrowth(Passage passage, Figure figure, int free) {
    for (int i = figure.from() - 1; i >= Math.max(free, figure.from() - VERB_REACH); i--) {
      if (RATE_TO.contains(passage.at(i)) || passage.at(i).equals(",") || passage.isMention(i)) {
        return false;
      }
      if (passage.is(Kind.RATE, i)) {
        return true;
      }
    }
    return false;
  }

  private static Sense fromShare(
      Passage passage, Figure figure, int share, boolean changed, boolean linked) {
    if (changed || !linked) {
      return of(changed ? Level.OTHER : Level.BARE, figure.to());
    }
    int from = share;
    while (from > passage.from() && isModifier(passage, from - 1)) {
      from--;
    }
    boolean market = passage.any(Kind.MARKET, from, share) || isMarketShare(passage, share);
    if (passage.any(Kind.CUT, from, share) && !market) {
      return of(Level.OTHER, figure.to());
    }
    if (passage.at(share + 1).equals("of") && !startsAt(passage, figure, share + 2)) {
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

  private static boolean startsAt(Passage passage, Figure figure, int at) {
    int i = at;
    while (i < figure.from() && passage.is(Kind.HEDGE, i) || passage.at(i).equals("between")) {
      i++;
    }
    return i >= figure.from();
  }

  private static boolean isModifier(Passage passage, int at) {
    return (passage.isWord(at) || passage.at(at).equals("-"))
        && !passage.isMention(at)
        && !passage.is(Kind.FUNCTION, at)
        && !passage.is(Kind.HOLD, at)
        && !passage.is(Kind.HEDGE, at);
  }

  /** "share" as a level: no share of stock, no "per share", no share price. */
  private static boolean isLevelShare(Passage passage, int at) {
    if (!passage.is(Kind.SHARE, at) || passage.is(Kind.SHARE_TAIL, at + 1)) {
      return false;
    }
    boolean filled = passage.at(at + 1).equals("of") && passage.hasFigure(at + 2, at + 6);
    boolean stock =
        passage.at(at).equals("shares") && !passage.at(at - 1).equals("market") && !filled;
    boolean per = passage.at(at - 1).equals("per") || passage.at(at - 1).equals("/");
    return !stock && !per && !isMoveOf(passage, at);
  }

  /** "an upside in Meta shares of nearly 18%": the figure is that of the move. */
  private static boolean isMoveOf(Passage passage, int shares) {
    int at = shares - 1;
    while (at > shares - MOVE_REACH && !passage.at(at).equals("in")) {
      at--;
    }
    return passage.at(shares).equals("shares")
        && passage.at(at).equals("in")
        && (passage.is(Kind.RATE_TAIL, at - 1) || passage.is(Kind.RATE, at - 1));
  }
}
