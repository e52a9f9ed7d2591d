package org.newstide.mention;

/** The version behind a model's name: {@code -4o}, {@code 3}, {@code 2.5-mini}. */
final class Versions {
  private static final int LONGEST = 12;

  private Versions() {}

  /** The end of the name with its version; the given end where none follows. */
  static int end(char[] text, int nameEnd) {
    int i = nameEnd;
    if (i < text.length && (Letters.fold(text[i]) == '-' || Letters.fold(text[i]) == ' ')) {
      i++;
    }
    if (i >= text.length || !isDigit(text[i])) {
      return nameEnd;
    }
    int limit = Math.min(text.length, nameEnd + LONGEST);
    while (i < limit && isDigit(text[i])) {
      i++;
      if (i + 1 < limit && text[i] == '.' && isDigit(text[i + 1])) {
        i++;
      }
    }
    int letters = i;
    while (letters < limit && Letters.isWord(text[letters]) && letters - i < 2) {
      letters++;
    }
    boolean isWordEnd = letters == text.length || !Letters.isWord(text[letters]);
    boolean isSpaced = nameEnd < text.length && Letters.fold(text[nameEnd]) == ' ';
    // "Llama 3" has a version, "Bard 5th" and "Gemini 2024" have not
    boolean isVersion = isWordEnd && !(isSpaced && i - nameEnd > 4 && text[i - 2] != '.');
    return isVersion ? letters : nameEnd;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
