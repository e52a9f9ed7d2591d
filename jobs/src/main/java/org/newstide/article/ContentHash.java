package org.newstide.article;

/**
 * Tells exact copies of an article: equal where title and body have the same words, whatever their
 * case, punctuation and white space.
 */
public final class ContentHash {
  private ContentHash() {}

  /** 32 hex digits. */
  public static String of(String title, String body) {
    return Fingerprint.begin().withWordsOf(title).withWordsOf(body).hex();
  }
}
