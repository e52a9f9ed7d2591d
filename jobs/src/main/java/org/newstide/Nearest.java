package org.newstide;

import java.util.Collection;
import java.util.Comparator;

/** Finds the known name that a person most likely meant. */
public final class Nearest {
  private Nearest() {}

  /** The name with the least Levenshtein distance; the first of equals. */
  public static String to(String word, Collection<String> names) {
    return names.stream().min(Comparator.comparingInt(name -> distance(word, name))).orElse("");
  }

  /** Levenshtein's: the letters to insert, delete or change. */
  public static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int swap = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(swap, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
