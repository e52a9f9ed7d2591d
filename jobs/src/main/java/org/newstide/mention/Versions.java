package org.newstide.mention;

/** The version behind a model's name: {@code -4o}, {@code 3}, {@code 2.5-mini}, {@code K2}. */
final class Versions {
  private static final int LONGEST = 12;

  private Versions() {}

  /** The end of the name with its version; the given end where none follows. */
  static int end(char[] text, int nameEnd) {
    int i = nameEnd;
    boolean isApart =
        i < text.length && (Letters.fold(text[i]) == '-' || Letters.fold(text[i]) == ' ');
    if (isApart) {
      i++;
    }
    int digits = isApart && isSeries(text, i) ? i + 1 : i;
    if (digits >= text.length || !isDigit(text[digits])) {
      return nameEnd;
    }
    i = digits;
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
    boolean isWordEnd =
        letters == text.length || !Letters.isWord(text[letters]) && text[letters] != '%';
    boolean isSpaced = nameEnd < text.length && Letters.fold(text[nameEnd]) == ' ';
    // "Llama 3" has a version, "Bard 5th" and "Gemini 2024" have not
    boolean isVersion = isWordEnd && !(isSpaced && i - nameEnd > 4 && text[i - 2] != '.');
    return isVersion ? letters : nameEnd;
  }

  /** The letter before some makers' numbers: Kimi K2, DeepSeek V3, Hunyuan T1. */
  private static boolean isSeries(char[] text, int i) {
    return i + 1 < text.length && "KRTVXkrtvx".indexOf(text[i]) >= 0 && isDigit(text[i + 1]);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
