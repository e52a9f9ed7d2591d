package org.newstide.ingest;

/**
 * The columns of a row as {@link CorpusReader} hands it on: nothing is null but the time where the
 * date is text.
 */
public final class RawArticle {
  public static final String SOURCE_FILE = "source_file";
  public static final String URL = "url";
  public static final String SOURCE = "source";

  /** The date as the corpus writes it; empty where the corpus holds times. */
  public static final String PUBLISHED_TEXT = "published_text";

  /** Microseconds since the epoch, where the corpus holds times. */
  public static final String PUBLISHED_MICROS = "published_micros";

  /** Raw UTF-8: most articles name no entity and are never decoded. */
  public static final String TITLE = "title";

  public static final String BODY = "body";
  public static final String LANGUAGE = "language";
  public static final String TOO_LARGE = "too_large";

  private RawArticle() {}
}
