package org.newstide;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.newstide.table.Lake;
import org.newstide.table.LakeTable;

/**
 * A small lake with a planted move. Sixteen weeks from 2024-W01, twenty stories each, all of which
 * name OpenAI: until the eighth week six of them name Amazon and fourteen Microsoft, then it is the
 * other way round. Even stories come from the wire, odd ones from the blog. Two stories a week tell
 * a partnership of Amazon and OpenAI from the ninth week on; until then two tell one of Microsoft
 * and OpenAI. Titles and sentences are hostile.
 */
public final class PlantedLake {
  public static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  public static final int WEEKS = 16;
  public static final String HOSTILE = "</script><img src=x onerror=alert(1)> & \"'";

  private static final List<LocalDate> MONDAYS =
      Stream.iterate(FIRST, week -> week.plusWeeks(1)).limit(WEEKS).toList();

  private static final String RUN = "planted";

  private PlantedLake() {}

  /** Writes it. */
  public static void write(SparkSession spark, Path folder) {
    stories(spark).createOrReplaceTempView("planted");
    Lake lake = new Lake(spark, folder.toString());
    put(lake, LakeTable.CORPUS_WEEK, corpusWeek(spark));
    put(lake, LakeTable.ARTICLES, articles(spark));
    put(lake, LakeTable.MENTIONS, mentions(spark));
    put(lake, LakeTable.RELATIONS, relations(spark));
    mentions(spark).createOrReplaceTempView("planted_mentions");
    put(lake, LakeTable.ENTITY_WEEK, entityWeek(spark));
    put(lake, LakeTable.PAIR_WEEK, pairWeek(spark));
    put(lake, LakeTable.REPORTED_SHARE, reportedShare(spark));
    lake.append(LakeTable.RUNS, run(spark, lake));
  }

  private static void put(Lake lake, LakeTable table, Dataset<Row> rows) {
    lake.replaceWeeks(table, rows, MONDAYS, RUN);
  }

  private static Dataset<Row> run(SparkSession spark, Lake lake) {
    String versions =
        Arrays.stream(LakeTable.values())
            .filter(lake::has)
            .map(table -> "'" + table.label() + "', " + lake.version(table) + "L")
            .collect(Collectors.joining(", "));
    return spark.sql(
        "SELECT 1L AS sequence, '"
            + RUN
            + "' AS run_id, array(DATE'"
            + FIRST
            + "') AS weeks, DATE'"
            + FIRST
            + "' AS as_of, array() AS inputs, array() AS notes, 'c' AS config_hash,"
            + " 'c' AS catalog_hash, 'm' AS model_hash, '0' AS code_version, map() AS counts,"
            + " array() AS checks, map("
            + versions
            + ") AS published, 'PUBLISHED' AS status, CAST(NULL AS string) AS failure,"
            + " current_timestamp() AS finished_at");
  }

  private static Dataset<Row> stories(SparkSession spark) {
    return spark.sql(
        "SELECT week, story, date_add(DATE'"
            + FIRST
            + "', 7 * week) AS week_start, concat('a', week, '-', story) AS article_id,"
            + " if(story % 2 = 0, 'wire', 'blog') AS source,"
            + " if(story < if(week < 8, 6, 14), 'amazon', 'microsoft') AS provider,"
            + " timestamp(date_add(DATE'"
            + FIRST
            + "', 7 * week)) AS published_at"
            + " FROM (SELECT CAST(id AS INT) AS week FROM range("
            + WEEKS
            + ")) CROSS JOIN (SELECT CAST(id AS INT) AS story FROM range(20))");
  }

  private static Dataset<Row> corpusWeek(SparkSession spark) {
    return spark.sql(
        "SELECT week_start, source, count(*) + 6 AS articles_read, count(*) + 4 AS articles_accepted,"
            + " 1L AS exact_duplicates, 0L AS superseded_versions, 1L AS articles_quarantined,"
            + " map('EMPTY_TEXT', 1L) AS quarantined, count(*) AS articles_matched"
            + " FROM planted GROUP BY week_start, source");
  }

  private static Dataset<Row> articles(SparkSession spark) {
    return spark.sql(
        "SELECT article_id, week_start, 'planted' AS input, source,"
            + " if(story = 0, 'javascript:alert(1)', concat('https://example.org/', article_id)) AS url,"
            + quoted()
            + " AS title, published_at, 'en' AS language, 99 AS length, article_id AS content_hash,"
            + " article_id AS story_id, true AS is_original,"
            + " CAST(NULL AS array<bigint>) AS lead_sketch FROM planted");
  }

  private static Dataset<Row> mentions(SparkSession spark) {
    return spark.sql(
        "SELECT concat(article_id, ':title:', organisation_id) AS mention_id, article_id, week_start,"
            + " source, article_id AS story_id, published_at, organisation_id AS entity_id,"
            + " organisation_id, 'x' AS surface, 'title' AS field, 0 AS char_start, 1 AS char_end,"
            + quotedBy("article_id")
            + " AS sentence, true AS in_title, false AS in_quote, 0.8 AS relevance,"
            + " 1.0 AS match_confidence, 0.1 AS p_negative,"
            + " if(organisation_id = 'amazon' AND week >= 8, 0.2, 0.6) AS p_neutral,"
            + " if(organisation_id = 'amazon' AND week >= 8, 0.7, 0.3) AS p_positive,"
            + " 'linear' AS sentiment_model"
            + " FROM (SELECT *, explode(array(provider, 'openai')) AS organisation_id FROM planted)");
  }

  private static Dataset<Row> relations(SparkSession spark) {
    return spark.sql(
        "SELECT article_id, week_start, article_id AS story_id,"
            + " if(provider = 'amazon', 'amazon', 'microsoft') AS organisation_a,"
            + " 'openai' AS organisation_b, 'partnership' AS type, 'asserted' AS polarity,"
            + " CAST(NULL AS STRING) AS direction, "
            + quotedBy("article_id")
            + " AS sentence, 0.9 AS confidence FROM planted"
            + " WHERE week >= 8 AND story < 2 OR week < 8 AND story >= 18");
  }

  private static Dataset<Row> entityWeek(SparkSession spark) {
    return spark.sql(
        "WITH counts AS (SELECT week_start, organisation_id, count(*) AS n FROM planted_mentions"
            + " GROUP BY ALL), named AS (SELECT *, explode(if(organisation_id = 'openai',"
            + " array('ai_partner'), array('ai_partner', 'cloud_provider'))) AS category FROM counts)"
            + " SELECT week_start, '2024-W00' AS week_label, category, 'organisation' AS level,"
            + " organisation_id AS entity_id, organisation_id, n AS mentions, n AS articles,"
            + " n AS stories, 2L AS sources, 0.5 AS share_of_voice_mentions,"
            + " 0.5 AS share_of_voice_articles, 0.5 AS share_of_voice_stories,"
            + " 0.25 AS share_of_voice_source_balanced, 0.5 AS attention, 0.1 AS p_negative,"
            + " 0.6 AS p_neutral, 0.3 AS p_positive, 0.2 AS net_sentiment,"
            + " 0.1 AS net_sentiment_low, 0.3 AS net_sentiment_high, 0.5 AS polarity,"
            + " 0.4 AS polarity_low, 0.6 AS polarity_high, n AS sentiment_n, 0.0 AS change,"
            + " if(organisation_id = 'amazon' AND week_start = DATE'2024-02-26', 4.5, 0.0) AS spike,"
            + " map('linear', n) AS mentions_by_model,"
            + " week_start > DATE'2024-04-02' AS is_provisional FROM named");
  }

  private static Dataset<Row> pairWeek(SparkSession spark) {
    return spark.sql(
        "SELECT week_start, 'amazon' AS organisation_a, 'openai' AS organisation_b,"
            + " count(*) AS co_mention_stories, if(max(week) >= 8, 2L, 0L) AS partnership,"
            + " 0L AS investment, 0L AS tension, 0L AS competition, 1L AS hypothetical_stories,"
            + " if(max(week) >= 8, 1.0, NULL) AS alignment_index,"
            + " if(max(week) >= 8, -0.3, NULL) AS alignment_low,"
            + " if(max(week) >= 8, 1.0, NULL) AS alignment_high, 2L AS alignment_n,"
            + " CAST(array() AS array<struct<type:string,article_id:string,url:string,"
            + "sentence:string>>) AS top_evidence FROM planted WHERE provider = 'amazon'"
            + " GROUP BY week_start");
  }

  private static Dataset<Row> reportedShare(SparkSession spark) {
    return spark.sql(
        "SELECT 'amazon' AS organisation_id, 'cloud' AS market, '' AS geography,"
            + " '2024-Q1' AS period, 'Synergy' AS publisher, DATE'2024-04-09' AS as_of,"
            + " DATE'2024-04-08' AS week_start, 31.0 AS consensus, 31.0 AS low, 31.0 AS high,"
            + " 1L AS statements, false AS approximate, 'a14-0' AS article_id, "
            + quoted()
            + " AS sentence");
  }

  private static String quotedBy(String column) {
    return "concat(" + quoted() + ", ' ', " + column + ")";
  }

  private static String quoted() {
    return "'" + HOSTILE.replace("'", "\\'") + "'";
  }
}
