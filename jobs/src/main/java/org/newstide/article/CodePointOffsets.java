package org.newstide.article;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Turns UTF-16 offsets of a text into Unicode code points and back: people's tools and the tables
 * count code points. The text is read once; each offset takes a binary search.
 */
public final class CodePointOffsets {
  private static final int[] NONE = {};

  /** Where the second units of surrogate pairs stand, and the code points before each pair. */
  private final int[] seconds;

  private final int[] codePointsBefore;

  public CodePointOffsets(String text) {
    this.seconds = hasPairs(text) ? secondsOf(text) : NONE;
    this.codePointsBefore =
        IntStream.range(0, seconds.length).map(pair -> seconds[pair] - 1 - pair).toArray();
  }

  /** Most texts have none, and Java tells at once of those in Latin-1. */
  private static boolean hasPairs(String text) {
    return text.codePointCount(0, text.length()) < text.length();
  }

  private static int[] secondsOf(String text) {
    return IntStream.range(1, text.length())
        .filter(i -> Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i)))
        .toArray();
  }

  /** Code points before a UTF-16 offset. */
  public int codePoints(int utf16) {
    return utf16 - countBelow(seconds, utf16);
  }

  /** The UTF-16 offset behind that many code points. */
  public int utf16(int codePoints) {
    return codePoints + countBelow(codePointsBefore, codePoints);
  }

  private static int countBelow(int[] sorted, int value) {
    int found = Arrays.binarySearch(sorted, value);
    return found < 0 ? -found - 1 : found;
  }
}
