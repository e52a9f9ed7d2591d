package org.newstide.claim;

/**
 * Tells cheaply that a text, or a part of it, can state no share: most articles hold no per cent
 * and no fraction. One pass over the letters, in any case.
 */
final class FigureGate {
  private static final String[] PERCENT = {"percent", "per cent", "pct"};
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

  /** What {@link #startsPart} and {@link #PERCENT} begin with. */
  private static final String FIRST_OF_FIGURES = "phqtfioe";

  private static final int PLAIN = 0x80;
  private static final byte WORD = 1;
  private static final byte FIGURE = 2;
  private static final byte SHARE = 4;

  /** By plain letter: whether it is part of words, and what a word that begins so may start. */
  private static final byte[] KINDS = kinds();

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

  private static byte[] kinds() {
    byte[] kinds = new byte[PLAIN];
    for (char c = 0; c < PLAIN; c++) {
      if (Character.isLetterOrDigit(c)) {
        kinds[c] = WORD;
      }
    }
    for (char first : FIRST_OF_FIGURES.toCharArray()) {
      kinds[first] |= FIGURE | SHARE; // a part is a share, too
      kinds[Character.toUpperCase(first)] |= FIGURE | SHARE;
    }
    for (String share : SHARES) {
      kinds[share.charAt(0)] |= SHARE;
      kinds[Character.toUpperCase(share.charAt(0))] |= SHARE;
    }
    return kinds;
  }

  /** The gate before a part of this one's text. */
  FigureGate part(int start, int end) {
    return new FigureGate(text, start, end);
  }

  /** False only where {@link Figures#in} would find nothing. */
  boolean mayState() {
    boolean inWord = false;
    for (int at = from; at < to; at++) {
      char c = text[at];
      int kind = kind(c);
      if (c == '%' || (kind & FIGURE) != 0 && !inWord && startsFigure(at)) {
        return true;
      }
      inWord = (kind & WORD) != 0;
    }
    return false;
  }

  /** False only where no word could make a figure the share of a market. */
  boolean mayBeShare() {
    boolean inWord = false;
    boolean behindPercent = false;
    for (int at = from; at < to; at++) {
      int kind = kind(text[at]);
      boolean beginsWord = (kind & WORD) != 0 && !inWord;
      // "30%+ of", "30% (of": the sign waits for its word, so that many signs are read once.
      if (beginsWord && behindPercent && is(at, "of")
          || (kind & SHARE) != 0 && beginsWord && (startsShare(at) || startsPart(at))) {
        return true;
      }
      behindPercent = text[at] == '%' || behindPercent && !beginsWord;
      inWord = (kind & WORD) != 0;
    }
    return false;
  }

  private static int kind(char c) {
    if (c < PLAIN) {
      return KINDS[c];
    }
    return Character.isLetterOrDigit(c) ? WORD : 0;
  }

  private boolean startsFigure(int at) {
    return lower(at) == 'p' ? isPercent(at) : startsPart(at);
  }

  private boolean isPercent(int at) {
    for (String percent : PERCENT) {
      if (is(at, percent)) {
        return true;
      }
    }
    return false;
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
    for (String percent : PERCENT) {
      if (is(at, percent) && isOf(at + percent.length())) {
        return true;
      }
    }
    return false;
  }

  /** "a third", "two-fifths of", "half the", "nine in ten", "one of every four". */
  private boolean startsPart(int at) {
    return switch (lower(at)) {
      case 'h' -> isPart(at, "half");
      case 'q' -> isPart(at, "quarter");
      case 't' -> isPart(at, "third") || isPart(at, "tenth");
      case 'f' -> isPart(at, "fifth");
      case 'i' -> isWhole(at, "in ");
      case 'o' -> isWhole(at, "out of ");
      case 'e' -> isWhole(at, "every ");
      default -> false;
    };
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
    int next = at;
    while (next < to && (kind(text[next]) & WORD) == 0) {
      next++;
    }
    return is(next, "of");
  }

  private boolean startsWord(int at) {
    return at == from || (kind(text[at - 1]) & WORD) == 0;
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
