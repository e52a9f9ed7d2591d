package org.newstide.config;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One corpus to read.
 *
 * @param name names it in tables and messages
 * @param format how it is stored
 * @param path folder, file or Delta table
 * @param columns where the article's fields come from
 * @param dateFormats java.time patterns of dates that are text, tried before the standard ones;
 *     {@code epoch} for digits
 * @param zone of times that name none; a day alone is a day of UTC
 * @param filter Spark SQL condition on the corpus' own columns, such as a partition filter
 */
public record InputConfig(
    String name,
    Format format,
    String path,
    Columns columns,
    List<String> dateFormats,
    ZoneId zone,
    Optional<String> filter) {

  /** How a corpus is stored. */
  public enum Format {
    PARQUET,
    DELTA,
    JSON
  }

  /** Column names or Spark SQL expressions over the corpus' columns. */
  public record Columns(
      Optional<String> url,
      Optional<String> source,
      String publishedAt,
      String title,
      Optional<String> body,
      Optional<String> language) {}

  /** A place in this input, as messages tell it. */
  public String at(String file) {
    return "input " + name + " in " + file;
  }
}
