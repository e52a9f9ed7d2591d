package org.newstide.claim;

import org.newstide.claim.ShareLexicon.Kind;

/**
 * The noun phrase behind "31% of": what the figure is a part of.
 *
 * @param from index of its first word
 * @param to index behind its last word
 * @param nature what can hold parts of it
 */
record Whole(int from, int to, Nature nature) {
  /** Who can hold parts of a whole. */
  enum Nature {
    /** Competitors divide it. */
    MARKET,
    /** Money that one company earns, unless somebody controls a part of it. */
    MONEY,
    /** All there is of something: a market where somebody holds, makes or sells it. */
    ALL,
    /** Asked, employed or invested in: no market. */
    COUNTED,
    /** It belongs to somebody: "of Nvidia's revenue", "of its sales". */
    OWNED,
    UNKNOWN
  }

  private static final int LONGEST = 16;

  /** Reads the phrase that begins at an index. */
  static Whole at(Passage passage, int start) {
    int end = start;
    int head = -1;
    while (end < passage.to() && end - start < LONGEST && !endsAt(passage, start, end)) {
      if (passage.is(Kind.PHRASE_LINK, end) && head < 0) {
        head = end - 1;
      }
      end++;
    }
    return new Whole(start, end, nature(passage, start, end, head < 0 ? end - 1 : head));
  }

  /** Whether the phrase says that it is a market. */
  boolean namesMarket(Passage passage) {
    return passage.any(Kind.DIVIDED, from, to);
  }

  private static boolean endsAt(Passage passage, int start, int at) {
    String word = passage.at(at);
    if (passage.isMention(at)) {
      return false;
    }
    if (word.equals("(")) {
      return !passage.at(at + 2).equals(")") || passage.isMention(at + 1);
    }
    if (word.equals(")")) {
      return !passage.at(at - 2).equals("(");
    }
    if (word.equals(".")) {
      return at == start || passage.at(at - 1).length() > 1;
    }
    if (word.equals("and") || word.equals("plus")) {
      return passage.isMention(at + 1)
          || passage.is(Kind.FUNCTION, at + 1)
          || passage.is(Kind.HOLD, at + 1)
          || passage.is(Kind.PRONOUN, at + 1)
          || passage.is(Kind.HEDGE, at + 1)
          || startsFigure(passage, at + 1);
    }
    if (word.equals("in")) {
      return Period.startsAt(passage, at + 1) || passage.is(Kind.POSSESSOR, at + 1);
    }
    boolean symbol = !passage.isWord(at) && !passage.is(Kind.PHRASE_MARK, at);
    boolean verb = passage.is(Kind.HOLD, at) && !passage.isCapital(at);
    boolean moves = at > start && passage.is(Kind.RATE, at) && passage.is(Kind.DIVIDED, at - 1);
    boolean movesPlace =
        at > start && passage.is(Kind.RATE, at) && passage.is(Kind.GEOGRAPHY, at - 1);
    boolean beside = passage.is(Kind.BESIDE, at) && !word.equals("of");
    return symbol
        || verb
        || beside
        || moves
        || movesPlace
        || passage.is(Kind.PHRASE_END, at)
        || startsFigure(passage, at);
  }

  private static boolean startsFigure(Passage passage, int at) {
    return passage.figures().stream().anyMatch(figure -> figure.from() == at);
  }

  private static Nature nature(Passage passage, int from, int to, int headAt) {
    int head = headAt;
    while (head > from
        && (passage.is(Kind.GEOGRAPHY, head)
            || passage.is(Kind.SHARE, head)
            || passage.at(head).equals(")")
            || passage.at(head - 1).equals("(")
            || passage.at(head).equals("("))) {
      head--;
    }
    for (int i = from; i < to; i++) {
      if (passage.is(Kind.POSSESSOR, i) || passage.isMention(i) || isOwner(passage, i)) {
        return Nature.OWNED;
      }
    }
    for (int i = from; i <= headAt; i++) {
      if (passage.is(Kind.SHARE, i)) {
        boolean stock = passage.at(i).equals("shares") && !passage.at(i - 1).equals("market");
        return stock ? Nature.OWNED : Nature.MARKET;
      }
    }
    return ofHead(passage, from, head);
  }

  private static Nature ofHead(Passage passage, int from, int head) {
    boolean modified = false;
    boolean market = false;
    boolean goods = false;
    boolean placed = false;
    boolean all = false;
    for (int i = from; i < head; i++) {
      modified |= passage.isWord(i) && !passage.is(Kind.PLAIN, i);
      market |= passage.is(Kind.DIVIDED, i);
      goods |= passage.is(Kind.MARKET, i);
      placed |= passage.is(Kind.GEOGRAPHY, i) || Geography.isAbbreviation(passage, i);
      all |= passage.at(i).equals("all");
      all |= passage.at(i).equals("world") && passage.at(i + 1).equals("'s");
    }
    // "dollars spent on cloud infrastructure", "search advertising dollars"
    boolean installed = passage.at(head).equals("base") && passage.at(head - 1).equals("installed");
    boolean spent = passage.at(head).equals("spent") || passage.at(head).equals("dollars") && goods;
    // "99% of services were restored": without a word before it, it is no kind of goods.
    boolean vague = passage.is(Kind.VAGUE, head) && !modified;
    if (passage.is(Kind.COUNTED, head)) {
      return Nature.COUNTED;
    }
    if (passage.is(Kind.MONEY, head) && goods && placed) {
      // "21% of U.S. digital advertising revenue": no company's books are kept so.
      return Nature.MARKET;
    }
    if (passage.is(Kind.MONEY, head) || (passage.at(head).equals("sales") && !modified)) {
      return modified ? Nature.MONEY : Nature.OWNED;
    }
    if (market || spent || installed || passage.is(Kind.MARKET, head) && !vague) {
      return Nature.MARKET;
    }
    return all ? Nature.ALL : Nature.UNKNOWN;
  }

  /** "the company's", "Apple's"; a country or the world owns its market as a place, not a party. */
  private static boolean isOwner(Passage passage, int at) {
    return passage.at(at).equals("'s")
        && !passage.is(Kind.GEOGRAPHY, at - 1)
        && !passage.is(Kind.COMMON_OWNER, at - 1)
        && !passage.at(at - 1).equals("today");
  }
}
