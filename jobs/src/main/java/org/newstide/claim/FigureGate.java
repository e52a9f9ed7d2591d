package org.newstide.claim;

/** Tells cheaply that a text can state no share: most articles hold no per cent and no fraction. */
final class FigureGate {
  private static final String[] FRACTIONS = {"third", "quarter", "fifth", "half", "tenth"};

  private static final String[] WHOLES = {
    "two", "three", "four", "five", "ten", "2", "3", "4", "5", "10"
  };

  private FigureGate() {}

  /** False only where {@link Figure#in} would find nothing. */
  static boolean mayState(String text) {
    return text.indexOf('%') >= 0
        || text.contains("per cent")
        || text.contains("percent")
        || text.contains("pct")
        || text.contains("Percent")
        || text.contains("Per Cent")
        || hasFraction(text)
        || countsParts(text);
  }

  /** False only where no word of a text could make a figure the share of a market. */
  static boolean mayBeShare(String text) {
    return text.contains("hare")
        || text.contains("arket")
        || text.contains("ominat")
        || text.contains("slice of")
        || text.contains("HARE")
        || text.contains("ARKET")
        || text.contains("% of")
        || text.contains("cent of")
        || text.contains("+ of")
        || text.contains("pct of")
        || hasFraction(text)
        || countsParts(text);
  }

  private static boolean hasFraction(String text) {
    for (String fraction : FRACTIONS) {
      for (int at = text.indexOf(fraction); at >= 0; at = text.indexOf(fraction, at + 1)) {
        int end = at + fraction.length();
        int behind = end < text.length() && text.charAt(end) == 's' ? end + 1 : end;
        boolean closes = behind == text.length() || ".,;)".indexOf(text.charAt(behind)) >= 0;
        if (text.startsWith(" of", behind)
            || text.startsWith(" the", behind)
            || closes && text.startsWith("a ", at - 2)) {
          return true;
        }
      }
    }
    return false;
  }

  /** "nine in ten", "three out of four", "one of every five". */
  private static boolean countsParts(String text) {
    for (String whole : WHOLES) {
      if (text.contains(" in " + whole + " ")
          || text.contains(" out of " + whole + " ")
          || text.contains(" every " + whole + " ")) {
        return true;
      }
    }
    return false;
  }
}
