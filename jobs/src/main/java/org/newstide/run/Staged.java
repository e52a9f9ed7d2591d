package org.newstide.run;

import org.apache.spark.sql.types.StructType;

/**
 * What the extract stage leaves, one row per row of the corpus: the light columns that versions and
 * denominators are counted from, and for matched articles the whole reading. Parquet keeps the two
 * apart, so counting reads no reading.
 */
final class Staged {
  static final StructType SCHEMA =
      StructType.fromDDL(
          "input string, source_file string, article_id string, source string,"
              + " version_hash bigint, published_micros bigint, week_day int,"
              + " reason string, excerpt string, matched boolean,"
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
              + " publisher:string, sentence:string>>>");

  private Staged() {}
}
