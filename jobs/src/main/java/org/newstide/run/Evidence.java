package org.newstide.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newstide.config.StoriesConfig;
import org.newstide.reread.Pool;
import org.newstide.story.Stories;
import org.newstide.table.LakeTable;
import org.newstide.table.PublishedTables;

/**
 * The tables that figures rest on: what was read in the run's weeks, the matched articles, and what
 * they say.
 */
final class Evidence {
  private final Staging staging;
  private final RunManifest extracted;
  private final StoriesConfig config;
  private final Pool pool;
  private final PublishedTables lake;

  /**
   * @param pool whose verdict stands where an encoder has read
   */
  Evidence(
      Staging staging,
      RunManifest extracted,
      StoriesConfig config,
      Pool pool,
      PublishedTables lake) {
    this.staging = staging;
    this.extracted = extracted;
    this.config = config;
    this.pool = pool;
    this.lake = lake;
  }

  /** Stages the tables; the rows of each, and under {@link TrendsStage#STORIES} the stories. */
  Map<String, Long> stage(
      RunWeeks weeks, Versions versions, Restatement restatement, StagedTables tables) {
    Dataset<Row> kept = versions.keptReadings().where(weeks.isInRange());
    Map<String, Long> rows = new HashMap<>();
    // Stories are found by a single task: what does not wait for them keeps the other cores busy.
    SideBySide.all(
            List.<Supplier<Map<String, Long>>>of(
                () -> told(kept, weeks, restatement, tables),
                () -> tables.write(counted(kept, weeks, versions))))
        .forEach(rows::putAll);
    return rows;
  }

  /** Stages what the articles say. */
  private Map<String, Long> told(
      Dataset<Row> kept, RunWeeks weeks, Restatement restatement, StagedTables tables) {
    try (Stories stories = stories(kept, weeks, restatement)) {
      Map<String, Long> rows = tables.write(readings(stories.joined(kept)));
      rows.put(TrendsStage.STORIES, rows.get(LakeTable.ARTICLES.label()) - stories.copies());
      return rows;
    }
  }

  /** The tables that tell what was read and what became of it. */
  private Map<LakeTable, Dataset<Row>> counted(
      Dataset<Row> kept, RunWeeks weeks, Versions versions) {
    return Map.of(
        LakeTable.CORPUS_WEEK,
        CorpusWeek.of(weeks.tallies(), versions.duplicates().where(weeks.isInRange()), kept),
        LakeTable.QUARANTINE,
        quarantine(weeks.rejected()));
  }

  /** Stories go on from the articles of the weeks right before the run's. */
  private Stories stories(Dataset<Row> kept, RunWeeks weeks, Restatement restatement) {
    Object[] before = weeks.before(config.windowWeeks()).toArray();
    Dataset<Row> earlier = lake.rows(LakeTable.ARTICLES).where(col("week_start").isin(before));
    return Stories.of(
        MatchedArticles.sketches(kept),
        restatement.stays(earlier).where("is_original"),
        config.windowDays(),
        config.minSimilarity());
  }

  /** The tables that readings are taken apart into. */
  private Map<LakeTable, Dataset<Row>> readings(Dataset<Row> readings) {
    Map<LakeTable, Dataset<Row>> tables = new EnumMap<>(LakeTable.class);
    tables.put(LakeTable.ARTICLES, MatchedArticles.articles(readings));
    tables.put(
        LakeTable.MENTIONS,
        MatchedArticles.mentions(
            SecondReading.joined(staging, extracted, readings), extracted, pool));
    tables.put(LakeTable.RELATIONS, MatchedArticles.relations(readings));
    tables.put(LakeTable.SHARE_CLAIMS, MatchedArticles.shareClaims(readings));
    return tables;
  }

  private Dataset<Row> quarantine(Dataset<Row> rejected) {
    return rejected
        .groupBy("input", "source_file", "article_id", "reason")
        .agg(count(lit(1)).as("rows"), min("excerpt").as("excerpt"))
        .withColumn("run_id", lit(extracted.runId()))
        .withColumn("stage", lit("ingest"))
        .withColumnRenamed("article_id", "row_hash");
  }
}
