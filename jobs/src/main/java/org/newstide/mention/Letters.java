package org.newstide.mention;

/** What the matcher takes for equal and what it takes for a word. */
final class Letters {
  private static final int PLAIN = 0x80;

  /** Asked for every letter of a text: one look-up. */
  private static final boolean[] PLAIN_WORD = new boolean[PLAIN];

  static {
    for (char c = 0; c < PLAIN; c++) {
      PLAIN_WORD[c] = Character.isLetterOrDigit(c);
    }
  }

  private Letters() {}

  /** Lower case, one kind of space, hyphen and apostrophe; one unit stays one unit. */
  static char fold(char c) {
    if (c < 0x80) {
      if (c >= 'A' && c <= 'Z') {
        return (char) (c + ('a' - 'A'));
      }
      return c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
    }
    if (c >= 0x2010 && c <= 0x2014) {
      return '-';
    }
    if (c == 0x2019) {
      return '\'';
    }
    return c == 0xa0 ? ' ' : Character.toLowerCase(c);
  }

  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      folded.append(fold(text.charAt(i)));
    }
    return folded.toString();
  }

  static boolean isWord(char c) {
    return c < PLAIN
        ? PLAIN_WORD[c]
        : Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
