package org.newstide.mention;

/** The version behind a model's name: {@code -4o}, {@code 3}, {@code 2.5-mini}, {@code K2}. */
final class Versions {
  private static final int LONGEST = 12;
  private static final int MOST_LETTERS = 2;

  /** A space and the most digits that a version has without a point. */
  private static final int LONGEST_PLAIN = 4;

  private Versions() {}

  /** The end of the name with its version; the given end where none follows. */
  static int end(char[] text, int nameEnd) {
    int first = firstDigit(text, nameEnd);
    if (first >= text.length || !isDigit(text[first])) {
      return nameEnd;
    }
    int limit = Math.min(text.length, nameEnd + LONGEST);
    int numberEnd = numberEnd(text, first, limit);
    int end = numberEnd;
    while (end < limit && Letters.isWord(text[end]) && end - numberEnd < MOST_LETTERS) {
      end++;
    }
    boolean isWordEnd = end == text.length || !Letters.isWord(text[end]) && text[end] != '%';
    return isWordEnd && !isYear(text, nameEnd, numberEnd) ? end : nameEnd;
  }

  /** Where the version's digits begin if one follows: behind a hyphen or space, and a letter. */
  private static int firstDigit(char[] text, int nameEnd) {
    boolean isApart =
        nameEnd < text.length
            && (Letters.fold(text[nameEnd]) == '-' || Letters.fold(text[nameEnd]) == ' ');
    int first = isApart ? nameEnd + 1 : nameEnd;
    return isApart && isSeries(text, first) ? first + 1 : first;
  }

  private static int numberEnd(char[] text, int first, int limit) {
    int i = first;
    while (i < limit && isDigit(text[i])) {
      i++;
      if (i + 1 < limit && text[i] == '.' && isDigit(text[i + 1])) {
        i++;
      }
    }
    return i;
  }

  /** "Llama 3" has a version, "Gemini 2024" has not. */
  private static boolean isYear(char[] text, int nameEnd, int numberEnd) {
    return nameEnd < text.length
        && Letters.fold(text[nameEnd]) == ' '
        && numberEnd - nameEnd > LONGEST_PLAIN
        && text[numberEnd - 2] != '.';
  }

  /** The letter before some makers' numbers: Kimi K2, DeepSeek V3, Hunyuan T1. */
  private static boolean isSeries(char[] text, int i) {
    return i + 1 < text.length && "KRTVXkrtvx".indexOf(text[i]) >= 0 && isDigit(text[i + 1]);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
