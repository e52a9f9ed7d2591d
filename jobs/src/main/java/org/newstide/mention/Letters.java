package org.newstide.mention;

/** What the matcher takes for equal and what it takes for a word. */
final class Letters {
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
    if (c < 0x80) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
