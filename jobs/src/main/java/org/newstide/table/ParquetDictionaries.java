package org.newstide.table;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Columns whose values hardly repeat: Parquet would build a dictionary of them and throw it away.
 */
public final class ParquetDictionaries {
  /** Columns of the lake's tables; in lists as Parquet names their elements. */
  static final List<String> HARDLY_REPEATED =
      List.of(
          "article_id",
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

  /** Spark settings that leave the dictionaries of such columns of tables out. */
  public static Map<String, String> leftOut() {
    return leftOut(HARDLY_REPEATED);
  }

  /** Spark settings that leave the dictionaries of some columns out. */
  public static Map<String, String> leftOut(List<String> columns) {
    return columns.stream()
        .map(column -> "spark.hadoop.parquet.enable.dictionary#" + column)
        .collect(Collectors.toMap(Function.identity(), setting -> "false"));
  }
}
