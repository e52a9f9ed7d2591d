package org.newstide.claim;

/**
 * Tells cheaply that a text, or a part of it, can state no share: most articles hold no per cent
 * and no fraction. One pass over the letters, in any case.
 */
final class FigureGate {
  private static final String PER = "per";
  private static final String CENT = "cent";
  private static final String PCT = "pct";
  private static final String[] PERCENT = {PER, PCT};

  /** "31pc", "31 pc". */
  private static final String PC = "pc";

  private static final String[] COUNTS = {"a", "one", "two", "three", "four", "1", "2", "3"};
  private static final String[] WHOLES = {
    "two", "three", "four", "five", "ten", "2", "3", "4", "5", "10"
  };

  /** How words begin that can make a figure the share of a market. */
  private static final String[] SHARES = {
    "share",
    "market",
    "dominat",
    "industr",
    "sector",
    "segment",
    "slice",
    "chunk",
    "portion",
    "piece",
    "proportion",
    "percentage",
    "majority"
  };

  private static final String[] PARTS = {"half", "quarter", "third", "tenth", "fifth"};

  /** Between a count and its whole: nine in ten, two out of three, one of every four. */
  private static final String[] LINKS = {"in ", "out of ", "every "};

  private static final Beginnings OF_FIGURES = new Beginnings(PERCENT, PARTS, LINKS).withPc();
  private static final Beginnings OF_SHARES =
      new Beginnings(PERCENT, PARTS, LINKS, SHARES).withPc();

  /**
   * Which three letters words begin with, in any case: nearly no others do, so that a look at them
   * saves one at where words begin.
   */
  private static final class Beginnings {
    /** The low bits of a letter, equal in either case. */
    private static final int LOW_BITS = 5;

    private static final int LOW = (1 << LOW_BITS) - 1;

    /** By the first two letters: the third ones, as bits. */
    private final int[] thirds = new int[1 << 2 * LOW_BITS];

    Beginnings(String[]... words) {
      for (String[] some : words) {
        for (String word : some) {
          char[] letters = word.toCharArray();
          thirds[pair(letters, 0)] |= 1 << (letters[2] & LOW);
        }
      }
    }

    /** Makes the two letters of "pc" may stand at, whatever follows them. */
    Beginnings withPc() {
      thirds[pair(PC.toCharArray(), 0)] = ~0;
      return this;
    }

    /** May be true of others than these words, too. */
    boolean mayStandAt(int at, char[] text, int to) {
      return at + 2 < to && (thirds[pair(text, at)] >>> (text[at + 2] & LOW) & 1) != 0;
    }

    private static int pair(char[] letters, int at) {
      return (letters[at] & LOW) << LOW_BITS | letters[at + 1] & LOW;
    }
  }

  private final char[] text;
  private final int from;
  private final int to;

  /** A gate before a whole text. */
  FigureGate(String text) {
    this(text.toCharArray(), 0, text.length());
  }

  private FigureGate(char[] text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
  }

  /** The gate before a part of this one's text. */
  FigureGate part(int start, int end) {
    return new FigureGate(text, start, end);
  }

  /** False only where {@link Figures#in} would find nothing. */
  boolean mayState() {
    for (int at = from; at < to; at++) {
      if (text[at] == '%' || OF_FIGURES.mayStandAt(at, text, to) && startsFigure(at)) {
        return true;
      }
    }
    // The letters of the last word are too few to be looked up.
    return isPc(to - PC.length());
  }

  /** False only where no word could make a figure the share of a market. */
  boolean mayBeShare() {
    int at = from;
    while (at < to) {
      if (text[at] == '%') {
        // "30%+ of", "30% (of": no word begins in between
        at = nextWord(at + 1);
        if (is(at, "of")) {
          return true;
        }
      }
      if (OF_SHARES.mayStandAt(at, text, to) && startsShareOrPart(at)) {
        return true;
      }
      at++;
    }
    return false;
  }

  private boolean startsFigure(int at) {
    // Of all that may stand here only "31pc" begins inside a word.
    return startsWord(at) ? isPercent(at) || startsPart(at) || isPc(at) : isPc(at);
  }

  private boolean startsShareOrPart(int at) {
    return startsWord(at) && (startsShare(at) || startsPart(at))
        || isPc(at) && isOf(at + PC.length());
  }

  private boolean isPercent(int at) {
    return percentEnd(at) > at;
  }

  /** The index behind "percent", "per cent", "per-cent" or "pct"; the index itself elsewhere. */
  private int percentEnd(int at) {
    if (is(at, "per")) {
      int behind = at + PER.length();
      int cent = is(behind, CENT) ? behind : behind + 1;
      return is(cent, CENT) ? cent + CENT.length() : at;
    }
    return is(at, PCT) ? at + PCT.length() : at;
  }

  /** "31pc", "31 pc" */
  private boolean isPc(int at) {
    if (at < from || lower(at + 1) != 'c' || lower(at) != 'p') {
      return false;
    }
    int behind = at + PC.length();
    if (behind < to && Character.isLetterOrDigit(text[behind])) {
      return false;
    }
    int before = at - 1;
    while (before >= from && !Character.isLetterOrDigit(text[before])) {
      before--;
    }
    return before >= from && Character.isDigit(text[before]);
  }

  private boolean startsShare(int at) {
    for (String share : SHARES) {
      if (is(at, share)) {
        return true;
      }
    }
    return lower(at) == 'p' && isPercentOf(at);
  }

  private boolean isPercentOf(int at) {
    int end = percentEnd(at);
    return end > at && isOf(end);
  }

  /** "a third", "two-fifths of", "half the", "nine in ten", "one of every four". */
  private boolean startsPart(int at) {
    for (String part : PARTS) {
      if (isPart(at, part)) {
        return true;
      }
    }
    for (String link : LINKS) {
      if (isWhole(at, link)) {
        return true;
      }
    }
    return false;
  }

  /** A part that is counted ("a third") or a part of something ("half the"); no third of May. */
  private boolean isPart(int at, String part) {
    if (!is(at, part)) {
      return false;
    }
    int behind = at + part.length();
    boolean plural = behind < to && lower(behind) == 's';
    int next = (plural ? behind + 1 : behind) + 1;
    return is(next, "of") || is(next, "the") || isCounted(at);
  }

  private boolean isCounted(int part) {
    for (String count : COUNTS) {
      int start = part - 1 - count.length();
      if (is(start, count) && startsWord(start)) {
        return true;
      }
    }
    return false;
  }

  private boolean isWhole(int at, String link) {
    if (is(at, link)) {
      for (String whole : WHOLES) {
        if (is(at + link.length(), whole)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the next word is "of". */
  private boolean isOf(int at) {
    return is(nextWord(at), "of");
  }

  private int nextWord(int at) {
    int next = at;
    while (next < to && !Character.isLetterOrDigit(text[next])) {
      next++;
    }
    return next;
  }

  private boolean startsWord(int at) {
    return at == from || !Character.isLetterOrDigit(text[at - 1]);
  }

  /** A plain letter in lower case; no other becomes one of those that the words here hold. */
  private char lower(int at) {
    return (char) (text[at] | 0x20);
  }

  private boolean is(int at, String word) {
    if (at < from || at + word.length() > to) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (lower(at + i) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
