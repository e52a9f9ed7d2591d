package org.newstide.mention;

import java.util.Locale;
import java.util.Set;

/** What companies do with each other, told between their names. */
final class Deals {
  private static final Set<String> WORDS =
      Set.of(
          ("acquire acquires acquired acquiring acquisition buy buys bought buying deal deals invest"
                  + " invests invested investing partner partners partnered partnering partnership"
                  + " sue sues sued suing merge merges merged merging agreement contract stake")
              .split(" "));

  private Deals() {}

  /** Whether a word of dealing stands between two names of one sentence. */
  static boolean between(char[] text, int from, int to) {
    boolean isDeal = false;
    int i = from;
    while (i < to) {
      if (".!?;\n".indexOf(text[i]) >= 0) {
        return false;
      }
      int end = i;
      while (end < to && Letters.isWord(text[end])) {
        end++;
      }
      isDeal |= WORDS.contains(new String(text, i, end - i).toLowerCase(Locale.ROOT));
      i = Math.max(end, i + 1);
    }
    return isDeal;
  }
}
