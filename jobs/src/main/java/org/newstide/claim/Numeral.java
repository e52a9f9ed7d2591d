package org.newstide.claim;

import java.util.List;
import java.util.Optional;

/**
 * A number in digits or words: {@code 31}, {@code 7.5}, {@code twenty-seven}.
 *
 * @param to index behind its last word
 */
record Numeral(double value, int to) {
  private static final int LONGEST = 7;
  private static final int TEN = 10;
  private static final List<String> UNITS =
      List.of(
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
  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  /** The number that begins at an index. */
  static Optional<Numeral> at(Passage passage, int at) {
    String word = passage.at(at);
    int unit = UNITS.indexOf(word);
    int tens = TENS.indexOf(word);
    if (unit >= 0) {
      return Optional.of(new Numeral(unit, at + 1));
    }
    if (tens >= 0) {
      return Optional.of(ofTens(passage, at, TEN * (tens + 2)));
    }
    return isDigits(word)
        ? Optional.of(new Numeral(Double.parseDouble(word), at + 1))
        : Optional.empty();
  }

  private static Numeral ofTens(Passage passage, int at, int value) {
    int next = passage.at(at + 1).equals("-") ? at + 2 : at + 1;
    int unit = UNITS.indexOf(passage.at(next));
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
