package org.newstide.article;

/**
 * Names an article by its address, or by its source and words where it has none: a later version
 * under the same address is the same article.
 */
public final class ArticleId {
  private ArticleId() {}

  /** The id of the article at an address. */
  public static String of(String url) {
    return new Fingerprint().with(CanonicalUrl.of(url.strip())).hex();
  }

  /**
   * 32 hex digits; a null is read as an empty text.
   *
   * @param url read without fragment and tracking parameters, see {@link CanonicalUrl}
   */
  public static String of(String url, String source, String title, String body) {
    if (url != null && !url.isBlank()) {
      return of(url);
    }
    return new Fingerprint()
        .withWordsOf(source == null ? "" : source)
        .withWordsOf(title == null ? "" : title)
        .withWordsOf(body == null ? "" : body)
        .hex();
  }
}
