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
  static Whole at(ClaimSentence sentence, int start) {
    int end = start;
    int head = -1;
    while (end < sentence.to() && end - start < LONGEST && !endsAt(sentence, start, end)) {
      if (sentence.is(Kind.PHRASE_LINK, end) && head < 0) {
        head = end - 1;
      }
      end++;
    }
    return new Whole(start, end, nature(sentence, start, end, head < 0 ? end - 1 : head));
  }

  /** Whether the phrase says that it is a market. */
  boolean namesMarket(ClaimSentence sentence) {
    return sentence.any(Kind.DIVIDED, from, to);
  }

  private static boolean endsAt(ClaimSentence sentence, int start, int at) {
    if (sentence.isMention(at)) {
      return false;
    }
    return switch (sentence.at(at)) {
      // "cloud (IaaS)" goes on, "cloud (AWS)" does not.
      case "(" -> !sentence.at(at + 2).equals(")") || sentence.isMention(at + 1);
      case ")" -> !sentence.at(at - 2).equals("(");
      // "the U.S. market"
      case "." -> at == start || sentence.at(at - 1).length() > 1;
      case "and", "plus" -> goesOnElsewhere(sentence, at + 1);
      case "in" -> Period.startsAt(sentence, at + 1) || sentence.is(Kind.POSSESSOR, at + 1);
      default -> isEnd(sentence, start, at);
    };
  }

  /** Whether what "and" joins is no part of the phrase: "of the cloud market and 24% of". */
  private static boolean goesOnElsewhere(ClaimSentence sentence, int at) {
    return sentence.isMention(at)
        || sentence.is(Kind.FUNCTION, at)
        || sentence.is(Kind.HOLD, at)
        || sentence.is(Kind.PRONOUN, at)
        || sentence.is(Kind.HEDGE, at)
        || startsFigure(sentence, at);
  }

  private static boolean isEnd(ClaimSentence sentence, int start, int at) {
    boolean symbol = !sentence.isWord(at) && !sentence.is(Kind.PHRASE_MARK, at);
    boolean verb = sentence.is(Kind.HOLD, at) && !sentence.isCapital(at);
    boolean beside = sentence.is(Kind.BESIDE, at) && !sentence.at(at).equals("of");
    return symbol
        || verb
        || beside
        || at > start && isMove(sentence, at)
        || sentence.is(Kind.PHRASE_END, at)
        || startsFigure(sentence, at);
  }

  /** "of the cloud market rose", "of sales in Europe fell", "of chatbot traffic slid to". */
  private static boolean isMove(ClaimSentence sentence, int at) {
    boolean verb = sentence.is(Kind.RATE, at) && !sentence.is(Kind.RATE_TAIL, at);
    return sentence.is(Kind.RATE, at)
            && (sentence.is(Kind.DIVIDED, at - 1) || sentence.is(Kind.GEOGRAPHY, at - 1))
        || verb && (sentence.is(Kind.LEVEL_LINK, at + 1) || sentence.at(at + 1).equals("by"));
  }

  private static boolean startsFigure(ClaimSentence sentence, int at) {
    return sentence.figures().stream().anyMatch(figure -> figure.from() == at);
  }

  private static Nature nature(ClaimSentence sentence, int from, int to, int headAt) {
    for (int i = from; i < to; i++) {
      if (sentence.is(Kind.POSSESSOR, i) || sentence.isMention(i) || isOwner(sentence, i)) {
        return Nature.OWNED;
      }
    }
    for (int i = from; i <= headAt; i++) {
      if (sentence.is(Kind.SHARE, i)) {
        boolean stock = sentence.at(i).equals("shares") && !sentence.at(i - 1).equals("market");
        return stock ? Nature.OWNED : Nature.MARKET;
      }
    }
    return ofHead(sentence, from, beforePlace(sentence, from, headAt));
  }

  /** The head before a place or a bracket: "searches worldwide", "cloud infrastructure (IaaS)". */
  private static int beforePlace(ClaimSentence sentence, int from, int headAt) {
    int head = headAt;
    while (head > from
        && (sentence.is(Kind.GEOGRAPHY, head)
            || sentence.is(Kind.SHARE, head)
            || sentence.at(head).equals(")")
            || sentence.at(head - 1).equals("(")
            || sentence.at(head).equals("("))) {
      head--;
    }
    return head;
  }

  private static Nature ofHead(ClaimSentence sentence, int from, int head) {
    if (sentence.is(Kind.COUNTED, head)) {
      return Nature.COUNTED;
    }
    boolean goods = sentence.any(Kind.MARKET, from, head);
    if (sentence.is(Kind.MONEY, head) && goods && isPlaced(sentence, from, head)) {
      // "21% of U.S. digital advertising revenue": no company's books are kept so.
      return Nature.MARKET;
    }
    boolean modified = isModified(sentence, from, head);
    if (sentence.is(Kind.MONEY, head) || (sentence.at(head).equals("sales") && !modified)) {
      return modified ? Nature.MONEY : Nature.OWNED;
    }
    // "99% of services were restored": without a word before it, it is no kind of goods.
    boolean vague = sentence.is(Kind.VAGUE, head) && !modified;
    if (sentence.any(Kind.DIVIDED, from, head)
        || isSpent(sentence, head, goods)
        || sentence.is(Kind.MARKET, head) && !vague) {
      return Nature.MARKET;
    }
    return isAll(sentence, from, head) ? Nature.ALL : Nature.UNKNOWN;
  }

  private static boolean isModified(ClaimSentence sentence, int from, int head) {
    for (int i = from; i < head; i++) {
      if (sentence.isWord(i) && !sentence.is(Kind.PLAIN, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlaced(ClaimSentence sentence, int from, int head) {
    for (int i = from; i < head; i++) {
      if (sentence.is(Kind.GEOGRAPHY, i) || sentence.isAbbreviatedPlace(i)) {
        return true;
      }
    }
    return false;
  }

  /**
   * "dollars spent on cloud infrastructure", "search advertising dollars", "the installed base".
   */
  private static boolean isSpent(ClaimSentence sentence, int head, boolean goods) {
    return sentence.at(head).equals("spent")
        || sentence.at(head).equals("dollars") && goods
        || sentence.at(head).equals("base") && sentence.at(head - 1).equals("installed");
  }

  /** "94% of all mainframes", "94% of the world's mainframes". */
  private static boolean isAll(ClaimSentence sentence, int from, int head) {
    for (int i = from; i < head; i++) {
      boolean world = sentence.at(i).equals("world") && sentence.at(i + 1).equals("'s");
      if (sentence.at(i).equals("all") || world) {
        return true;
      }
    }
    return false;
  }

  /** "the company's", "Apple's"; a country or the world owns its market as a place, not a party. */
  private static boolean isOwner(ClaimSentence sentence, int at) {
    return sentence.at(at).equals("'s")
        && !sentence.is(Kind.GEOGRAPHY, at - 1)
        && !sentence.is(Kind.COMMON_OWNER, at - 1)
        && !sentence.at(at - 1).equals("today");
  }
}
