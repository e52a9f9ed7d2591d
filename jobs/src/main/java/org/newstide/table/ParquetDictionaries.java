package org.newstide.table;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Columns whose values hardly repeat: Parquet would build a dictionary of them and throw it away.
 */
public final class ParquetDictionaries {
  private static final List<String> WITHOUT_REPEATS =
      List.of(
          "keys.high",
          "keys.low",
          "keys.version_hash",
          "keys.published_micros",
          "article_id",
          "version_hash",
          "published_micros",
          "reading.url",
          "reading.title",
          "reading.content_hash",
          "reading.lead_sketch.list.element",
          "reading.mentions.list.element.sentence",
          "reading.mentions.list.element.p_negative",
          "reading.mentions.list.element.p_neutral",
          "reading.mentions.list.element.p_positive",
          "reading.relations.list.element.sentence",
          "reading.relations.list.element.confidence",
          "reading.passage.text",
          "confidence",
          "mention_id",
          "url",
          "title",
          "content_hash",
          "lead_sketch.list.element",
          "sentence",
          "p_negative",
          "p_neutral",
          "p_positive");

  private ParquetDictionaries() {}

  /** Spark settings that leave these dictionaries out, of staged rows and of tables. */
  public static Map<String, String> leftOut() {
    return WITHOUT_REPEATS.stream()
        .map(column -> "spark.hadoop.parquet.enable.dictionary#" + column)
        .collect(Collectors.toMap(Function.identity(), setting -> "false"));
  }
}
