package org.newstide.claim;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A number in digits or words: {@code 31}, {@code 7.5}, {@code twenty-seven}.
 *
 * @param to index behind its last word
 */
record Numeral(double value, int to) {
  private static final int LONGEST = 7;
  private static final int TEN = 10;
  private static final String SIGN = "pc";
  private static final Map<String, Integer> UNITS =
      numbered(
          0,
          1,
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final Map<String, Integer> TENS =
      numbered(
          20, 10, "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  private static Map<String, Integer> numbered(int first, int step, String... words) {
    Map<String, Integer> numbers = new HashMap<>();
    for (String word : words) {
      numbers.put(word, first + step * numbers.size());
    }
    return numbers;
  }

  /** The number that begins at an index. */
  static Optional<Numeral> at(SentenceWords words, int at) {
    String word = words.at(at);
    if (hasSign(word)) {
      return Optional.of(new Numeral(Double.parseDouble(beforeSign(word)), at + 1));
    }
    if (isDigits(word)) {
      return Optional.of(new Numeral(Double.parseDouble(word), at + 1));
    }
    Integer unit = UNITS.get(word);
    Integer tens = TENS.get(word);
    return tens != null
        ? Optional.of(ofTens(words, at, tens))
        : Optional.ofNullable(unit).map(value -> new Numeral(value, at + 1));
  }

  /** Whether a number in digits carries the word for per cent, as in "31pc". */
  static boolean hasSign(String word) {
    return word.endsWith(SIGN) && isDigits(beforeSign(word));
  }

  private static String beforeSign(String word) {
    return word.substring(0, word.length() - SIGN.length());
  }

  private static Numeral ofTens(SentenceWords words, int at, int value) {
    int next = words.at(at + 1).equals("-") ? at + 2 : at + 1;
    int unit = UNITS.getOrDefault(words.at(next), 0);
    return unit > 0 && unit < TEN
        ? new Numeral(value + unit, next + 1)
        : new Numeral(value, at + 1);
  }

  private static boolean isDigits(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!(c >= '0' && c <= '9') && c != '.') {
        return false;
      }
    }
    return !word.isEmpty()
        && word.length() <= LONGEST
        && word.charAt(0) != '.'
        && word.indexOf('.') == word.lastIndexOf('.');
  }
}
