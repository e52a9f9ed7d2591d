package org.newstide.article;

/**
 * Turns UTF-16 offsets of a text into Unicode code points and back: people's tools and the tables
 * count code points.
 */
public final class CodePointOffsets {
  private final String text;
  private final boolean identical;

  public CodePointOffsets(String text) {
    this.text = text;
    this.identical = text.codePointCount(0, text.length()) == text.length();
  }

  /** Code points before a UTF-16 offset. */
  public int codePoints(int utf16) {
    return identical ? utf16 : text.codePointCount(0, utf16);
  }

  /** The UTF-16 offset behind that many code points. */
  public int utf16(int codePoints) {
    return identical ? codePoints : text.offsetByCodePoints(0, codePoints);
  }
}
