package org.newstide.reading;

import java.util.BitSet;

/**
 * Tells quoted words from the author's own. A quotation may run over several sentences of a
 * paragraph and not into the next: one that goes on there begins with another opening mark, while
 * the paragraph before has no closing one.
 */
public final class Quotation {
  /** Before these no word begins: a mark that stands there closes, though a tag left a gap. */
  private static final String BEHIND_WORDS = ",.;:!?)]\u2026";

  private final BitSet quoted = new BitSet();

  private Quotation(String text) {
    int openedBehind = -1;
    for (int i = 0; i < text.length(); i++) {
      boolean wasOpen = openedBehind >= 0;
      boolean isOpen = isOpenBehind(text, i, wasOpen);
      if (wasOpen && !isOpen) {
        quoted.set(openedBehind + 1, i + 1);
        openedBehind = -1;
      } else if (isOpen && !wasOpen) {
        openedBehind = i;
      }
    }
    if (openedBehind >= 0) {
      quoted.set(openedBehind + 1, text.length());
    }
  }

  /** The quotations of a title or text; time linear in it. */
  public static Quotation in(String text) {
    return new Quotation(text);
  }

  /** Whether an offset stands behind an opening quotation mark that is not closed before it. */
  public boolean isQuoted(int offset) {
    return quoted.get(offset);
  }

  private static boolean isOpenBehind(String text, int i, boolean isOpen) {
    return switch (text.charAt(i)) {
      case '\u201c', '\u201e', '\u00ab' -> true;
      case '\u201d', '\u00bb', '\n' -> false;
      case '"' -> straightOpens(text, i, isOpen);
      default -> isOpen;
    };
  }

  /**
   * A straight mark opens before a word and closes behind one, and only where spacing does not tell
   * does it turn what was: else one mark too few, or one for inches, would turn all that follows.
   */
  private static boolean straightOpens(String text, int i, boolean isOpen) {
    boolean isBehindGap = i == 0 || isGap(text.charAt(i - 1));
    char next = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
    boolean mayBeginWords = !Character.isWhitespace(next) && BEHIND_WORDS.indexOf(next) < 0;
    if (isBehindGap && mayBeginWords) {
      return true;
    }
    return (isBehindGap || Character.isLetterOrDigit(next)) && !isOpen;
  }

  private static boolean isGap(char c) {
    return Character.isWhitespace(c) || "([\u2014\u2013-".indexOf(c) >= 0;
  }
}
