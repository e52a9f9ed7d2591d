package org.newstide.claim;

import java.util.List;

/** Where a text says when a share was held. */
final class Period {
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private Period() {}

  /** Whether a time begins at an index: "2022", "Q4", "the fourth quarter", "January". */
  static boolean startsAt(Passage passage, int at) {
    String word = passage.at(at);
    if (word.equals("the")
        || word.equals("early")
        || word.equals("late")
        || word.equals("fiscal")) {
      return startsAt(passage, at + 1);
    }
    boolean year = word.length() == 4 && (word.startsWith("20") || word.startsWith("19"));
    boolean quarter = word.length() == 2 && word.startsWith("q");
    boolean ordinal =
        List.of("first", "second", "third", "fourth", "last", "latest", "same", "past", "previous")
            .contains(word);
    return isMonth(word) || year || quarter || ordinal;
  }

  static boolean isMonth(String word) {
    return MONTHS.contains(word);
  }
}
