package org.newstide.claim;

import java.util.Arrays;

/**
 * Tells cheaply that a text can state no share: most articles hold no per cent and no fraction. One
 * pass over the letters, in any case.
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

  private FigureGate() {}

  /** False only where {@link Figures#in} would find nothing. */
  static boolean mayState(String text) {
    if (text.indexOf('%') >= 0) {
      return true;
    }
    for (int i = 0; i < text.length(); i = nextWord(text, i)) {
      if (startsFigure(text, i)) {
        return true;
      }
    }
    return false;
  }

  /** False only where no word of a text could make a figure the share of a market. */
  static boolean mayBeShare(String text) {
    for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
      if (isOf(text, i + 1)) {
        return true;
      }
    }
    for (int i = 0; i < text.length(); i = nextWord(text, i)) {
      if (startsShare(text, i) || startsPart(text, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsFigure(String text, int at) {
    if (lower(text, at) == 'p') {
      return Arrays.stream(PERCENT).anyMatch(percent -> is(text, at, percent));
    }
    return startsPart(text, at);
  }

  private static boolean startsShare(String text, int at) {
    for (String share : SHARES) {
      if (is(text, at, share)) {
        return true;
      }
    }
    return lower(text, at) == 'p' && isPercentOf(text, at);
  }

  private static boolean isPercentOf(String text, int at) {
    for (String percent : PERCENT) {
      if (is(text, at, percent) && isOf(text, at + percent.length())) {
        return true;
      }
    }
    return false;
  }

  /** "a third", "two-fifths of", "half the", "nine in ten", "one of every four". */
  private static boolean startsPart(String text, int at) {
    return switch (lower(text, at)) {
      case 'h' -> isPart(text, at, "half");
      case 'q' -> isPart(text, at, "quarter");
      case 't' -> isPart(text, at, "third") || isPart(text, at, "tenth");
      case 'f' -> isPart(text, at, "fifth");
      case 'i' -> isWhole(text, at, "in ");
      case 'o' -> isWhole(text, at, "out of ");
      case 'e' -> isWhole(text, at, "every ");
      default -> false;
    };
  }

  /** A part that is counted ("a third") or a part of something ("half the"); no third of May. */
  private static boolean isPart(String text, int at, String part) {
    if (!is(text, at, part)) {
      return false;
    }
    int behind = at + part.length();
    boolean plural = behind < text.length() && lower(text, behind) == 's';
    int next = (plural ? behind + 1 : behind) + 1;
    return is(text, next, "of") || is(text, next, "the") || isCounted(text, at);
  }

  private static boolean isCounted(String text, int part) {
    for (String count : COUNTS) {
      int start = part - 1 - count.length();
      if (start >= 0 && is(text, start, count) && startsWord(text, start)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWhole(String text, int at, String link) {
    if (is(text, at, link)) {
      for (String whole : WHOLES) {
        if (is(text, at + link.length(), whole)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether "of" follows, or a sign between a figure and it: "30%+ of", "30% (of". */
  private static boolean isOf(String text, int at) {
    int next = at;
    while (next < text.length() && !isWordPart(text.charAt(next))) {
      next++;
    }
    return is(text, next, "of");
  }

  private static int nextWord(String text, int at) {
    int i = at;
    while (i < text.length() && isWordPart(text.charAt(i))) {
      i++;
    }
    while (i < text.length() && !isWordPart(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isWordPart(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c >= 0x80 && Character.isLetterOrDigit(c);
  }

  private static boolean startsWord(String text, int at) {
    return at == 0 || !isWordPart(text.charAt(at - 1));
  }

  /** A plain letter in lower case; no other becomes one of those that the words here hold. */
  private static char lower(String text, int at) {
    return (char) (text.charAt(at) | 0x20);
  }

  private static boolean is(String text, int at, String word) {
    if (at < 0 || at + word.length() > text.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (lower(text, at + i) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
