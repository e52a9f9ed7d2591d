package org.newstide.article;

/**
 * A cleaned field, and for each of its UTF-16 units where it came from in the raw field.
 *
 * @param text the plain text
 * @param rawOffsets {@code text.length() + 1} raw offsets, the last one the raw end; null where the
 *     text is unchanged
 */
public record CleanText(String text, int[] rawOffsets) {
  /** A field that needed no cleaning. */
  public static CleanText unchanged(String raw) {
    return new CleanText(raw, null);
  }

  /** The raw offset of a clean start offset. */
  public int rawStart(int start) {
    return rawOffsets == null ? start : rawOffsets[start];
  }

  /** The raw end (exclusive) of a clean end offset: right behind the last unit that was kept. */
  public int rawEnd(int end) {
    return rawOffsets == null || end == 0 ? end : rawOffsets[end - 1] + 1;
  }
}
