package org.newstide.run;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.newstide.table.ParquetDictionaries;

/**
 * What the extract stage leaves. Most rows of a corpus name nobody, and a row of their own would
 * cost more to write than their text to read: of them only tallies and packed keys are kept, enough
 * for denominators and for finding the rows of one article.
 */
final class Staged {
  /** What a staged row is. */
  enum Kind {
    /** An article that names an entity, with its whole reading. */
    MATCHED,
    /** A row for quarantine, with its reason. */
    REJECTED,
    /** How many rows of a source and week one task read, accepted or rejected for one reason. */
    TALLY,
    /** A {@link KeyBlock}. */
    KEYS
  }

  static final StructType SCHEMA =
      StructType.fromDDL(
          "kind string, input string, source_file string, source string, week_day int,"
              + " reason string, rows bigint, article_id string, version_hash bigint,"
              + " published_micros bigint, excerpt string,"
              + " reading struct<url:string, language:string, title:string, length:int,"
              + " content_hash:string, lead_sketch:array<bigint>,"
              + " mentions:array<struct<entity_id:string, organisation_id:string, surface:string,"
              + " field:string, char_start:int, char_end:int, sentence:string, in_title:boolean,"
              + " in_quote:boolean, relevance:double, match_confidence:double, p_negative:double,"
              + " p_neutral:double, p_positive:double>>,"
              + " relations:array<struct<organisation_a:string, organisation_b:string, type:string,"
              + " polarity:string, direction:string, sentence:string, confidence:double>>,"
              + " share_claims:array<struct<organisation_id:string, low:double, high:double,"
              + " approximate:boolean, market:string, geography:string, period:string,"
              + " publisher:string, sentence:string>>,"
              + " passage:struct<text:string, spans:array<struct<organisation_id:string,"
              + " start:int, end:int>>, is_headline:boolean>>,"
              + " keys struct<high:binary, low:binary, version_hash:binary,"
              + " published_micros:binary, source:binary, sources:array<string>>");

  /** Parquet would build dictionaries of these in vain, see {@link ParquetDictionaries}. */
  static final List<String> HARDLY_REPEATED =
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
          "reading.passage.text");

  private Staged() {}

  static Dataset<Row> of(Dataset<Row> staged, Kind kind) {
    return staged.where(col("kind").equalTo(kind.name()));
  }

  static Row matched(Origin origin, Dated dated, String articleId, Row reading) {
    return row(
        Kind.MATCHED,
        origin,
        dated.source(),
        dated.weekDay(),
        null,
        1L,
        articleId,
        dated.versionHash(),
        dated.publishedMicros(),
        null,
        reading,
        null);
  }

  /**
   * @param weekDay null where the date is not believed
   */
  static Row rejected(
      Origin origin,
      String source,
      Integer weekDay,
      QuarantineReason reason,
      String articleId,
      String excerpt) {
    return row(
        Kind.REJECTED,
        origin,
        source,
        weekDay,
        reason.name(),
        1L,
        articleId,
        null,
        null,
        excerpt,
        null,
        null);
  }

  static Row tally(
      String input, String source, Integer weekDay, QuarantineReason reason, long rows) {
    return row(
        Kind.TALLY,
        new Origin(input, null),
        source,
        weekDay,
        reason == null ? null : reason.name(),
        rows,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static Row keys(Origin origin, long rows, Row keys) {
    return row(Kind.KEYS, origin, null, null, null, rows, null, null, null, null, null, keys);
  }

  /** Where a row stood. */
  record Origin(String input, String sourceFile) {}

  /** An accepted row, without its text. */
  record Dated(String source, long publishedMicros, int weekDay, long versionHash) {}

  private static Row row(Kind kind, Origin origin, Object... others) {
    Object[] values = new Object[SCHEMA.size()];
    values[0] = kind.name();
    values[1] = origin.input();
    values[2] = origin.sourceFile();
    System.arraycopy(others, 0, values, 3, others.length);
    return RowFactory.create(values);
  }
}
