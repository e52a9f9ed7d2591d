package org.newstide.article;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * What corpora write where an article has no address. The words are a closed list (docs/definitions
 * names them): any other text may be an address, since numbers, UUIDs and names without a scheme
 * tell articles apart as well.
 */
public final class AbsentAddress {
  private static final Set<String> WORDS =
      Set.of(
          "na",
          "n/a",
          "n.a.",
          "#na",
          "#n/a",
          "<na>",
          "nan",
          "-nan",
          "nil",
          "null",
          "(null)",
          "<null>",
          "\\n", // as Hive and MySQL write their null
          "none",
          "undefined",
          "unknown",
          "missing",
          "empty",
          "http://",
          "https://",
          "about:blank");

  private static final int LONGEST = WORDS.stream().mapToInt(String::length).max().orElseThrow();

  private AbsentAddress() {}

  /**
   * Whether a text is one of the words, in any case, or has neither letter nor digit.
   *
   * @param url UTF-8; most addresses are too long and begin with a letter: nothing of them is
   *     decoded
   */
  public static boolean is(byte[] url) {
    int start = 0;
    int end = url.length;
    while (start < end && isSpace(url[start])) {
      start++;
    }
    while (start < end && isSpace(url[end - 1])) {
      end--;
    }
    if (end - start > LONGEST && isWordUnit(url[start])) {
      return false;
    }
    String text = new String(url, start, end - start, StandardCharsets.UTF_8);
    return WORDS.contains(text.toLowerCase(Locale.ROOT))
        || text.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  private static boolean isWordUnit(byte unit) {
    return unit >= 'a' && unit <= 'z' || unit >= 'A' && unit <= 'Z' || unit >= '0' && unit <= '9';
  }

  private static boolean isSpace(byte unit) {
    return unit >= 0 && unit <= ' ';
  }
}
