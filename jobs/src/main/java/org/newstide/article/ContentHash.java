package org.newstide.article;

/**
 * Tells whether two cleaned articles say the same: SHA-256 over title and text, without case and
 * runs of white space.
 */
public final class ContentHash {
  private ContentHash() {}

  public static String of(String title, String text) {
    return Sha256Prefix.of(Normalised.of(title) + "\u0000" + Normalised.of(text));
  }
}
