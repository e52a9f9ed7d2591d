package org.newstide.article;

import java.util.HexFormat;

/**
 * Names an article by its address, or by its source and words where it has none: a later version
 * under the same address is the same article.
 *
 * @param high the first 64 of its 128 bits
 * @param low the others
 */
public record ArticleId(long high, long low) {
  /**
   * The id of the article at an address.
   *
   * @param url no {@link AbsentAddress}; read without white space around it, fragment and tracking
   *     parameters, see {@link CanonicalUrl}
   */
  public static ArticleId of(String url) {
    return Fingerprint.begin().with(CanonicalUrl.of(url.strip())).id();
  }

  /** As {@link #of(String)}, from UTF-8. */
  public static ArticleId of(byte[] url) {
    return Fingerprint.begin().with(CanonicalUrl.of(url)).id();
  }

  /** The id of an article without an address. */
  public static ArticleId of(String source, String title, String body) {
    return Fingerprint.begin().withWordsOf(source).withWordsOf(title).withWordsOf(body).id();
  }

  /** 32 hex digits. */
  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(high) + hex.toHexDigits(low);
  }
}
