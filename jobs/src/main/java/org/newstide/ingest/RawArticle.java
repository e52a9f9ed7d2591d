package org.newstide.ingest;

/**
 * A row of any corpus as {@link CorpusReader} hands it on. Nothing is null but the time where the
 * date is text. What most articles never need decoded stays raw UTF-8.
 *
 * @param sourceFile the file that holds it
 * @param publishedText the date as the corpus writes it; empty where the corpus holds times
 * @param publishedMicros microseconds since the epoch; null where the corpus holds text
 * @param title empty where the article is too large, as the body is
 * @param versionHash XXH64 over title and body: tells two versions of one article apart
 * @param malformed how the line begins, where it cannot be read as JSON; else empty
 */
public record RawArticle(
    String sourceFile,
    byte[] url,
    String source,
    String publishedText,
    Long publishedMicros,
    byte[] title,
    byte[] body,
    String language,
    boolean tooLarge,
    long versionHash,
    String malformed) {
  static final String SOURCE_FILE = "source_file";
  static final String URL = "url";
  static final String SOURCE = "source";
  static final String PUBLISHED_TEXT = "published_text";
  static final String PUBLISHED_MICROS = "published_micros";
  static final String LANGUAGE = "language";
  static final String TOO_LARGE = "too_large";
  public static final String VERSION_HASH = "version_hash";
  static final String MALFORMED = "malformed";

  public static final String TITLE = "title";
  public static final String BODY = "body";
}
