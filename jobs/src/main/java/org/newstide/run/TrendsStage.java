package org.newstide.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.newstide.catalog.Catalog;
import org.newstide.catalog.Category;
import org.newstide.catalog.Entity;
import org.newstide.config.StoriesConfig;
import org.newstide.config.TrendsConfig;
import org.newstide.story.Stories;
import org.newstide.table.Lake;
import org.newstide.table.LakeTable;
import org.newstide.trend.TrendInput;
import org.newstide.trend.TrendSettings;
import org.newstide.trend.TrendTables;
import org.newstide.trend.Trends;

/** Versions, stories and weekly figures, from what extract staged to staged tables. */
final class TrendsStage {
  static final String NAME = "trends";

  /** In {@link Manifest#rows}, beside the tables: articles that are no copies. */
  static final String STORIES = "stories";

  /**
   * The weeks that the staged tables cover, and the counts that the audit weighs.
   *
   * @param rows staged rows by table, and {@link #STORIES}
   */
  record Manifest(
      List<String> weeks,
      long read,
      long quarantinedWithoutWeek,
      long accepted,
      Map<String, Long> rows) {
    List<LocalDate> mondays() {
      return weeks.stream().map(LocalDate::parse).toList();
    }
  }

  private final SparkSession spark;
  private final RunPlan plan;
  private final Lake lake;
  private final StageListener listener;

  TrendsStage(SparkSession spark, RunPlan plan, Lake lake, StageListener listener) {
    this.spark = spark;
    this.plan = plan;
    this.lake = lake;
    this.listener = listener;
  }

  Manifest run(Staging staging) {
    RunManifest extracted = staging.readManifest(ExtractStage.NAME, RunManifest.class);
    for (LakeTable table : LakeTable.values()) {
      staging.clear(table.label());
    }
    Dataset<Row> staged = staging.read(ExtractStage.STAGED, Staged.SCHEMA);
    List<LocalDate> weeks = weeks(staged);
    Dataset<Row> tallies = Staged.of(staged, Staged.Kind.TALLY);
    if (weeks.isEmpty()) {
      throw NoWeek.in(extracted, tallies);
    }
    Dataset<Row> inWeeks = tallies.where(isInRange(col("week_day")));
    long read = rows(inWeeks);
    long bad = rows(tallies.where("week_day IS NULL"));
    long accepted = rows(inWeeks.where("reason IS NULL"));
    Dataset<Row> rejected =
        Staged.of(staged, Staged.Kind.REJECTED)
            .where(col("week_day").isNull().or(isInRange(col("week_day"))));
    Map<String, Long> rows = new TreeMap<>();
    try (Versions versions = new Versions(staged)) {
      Dataset<Row> kept = versions.keptReadings().where(isInRange(col("week_day")));
      Dataset<Row> duplicates = versions.duplicates().where(isInRange(col("week_day")));
      try (Stories stories = stories(kept, weeks)) {
        Map<LakeTable, Dataset<Row>> tables =
            readings(staging, stories.joined(kept), extracted.firstModel());
        tables.put(LakeTable.CORPUS_WEEK, CorpusWeek.of(inWeeks, duplicates, kept));
        tables.put(LakeTable.QUARANTINE, quarantine(rejected, extracted.runId()));
        rows.putAll(stage(staging, tables));
        rows.put(STORIES, rows.get(LakeTable.ARTICLES.label()) - stories.copies());
      }
      accepted -= versions.dropped(isInRange(col("week_day")));
    }
    rows.putAll(stageTrends(staging, weeks));
    Manifest manifest =
        new Manifest(
            weeks.stream().map(LocalDate::toString).toList(), read + bad, bad, accepted, rows);
    staging.writeManifest(NAME, manifest);
    return manifest;
  }

  private Stories stories(Dataset<Row> kept, List<LocalDate> weeks) {
    StoriesConfig config = plan.config().stories();
    Dataset<Row> earlier = published(LakeTable.ARTICLES, weeks, config.windowWeeks());
    return Stories.of(
        MatchedArticles.sketches(kept),
        earlier.where("is_original"),
        config.windowDays(),
        config.minSimilarity());
  }

  /** The tables that readings are taken apart into. */
  private static Map<LakeTable, Dataset<Row>> readings(
      Staging staging, Dataset<Row> readings, String sentimentModel) {
    Map<LakeTable, Dataset<Row>> tables = new EnumMap<>(LakeTable.class);
    tables.put(LakeTable.ARTICLES, MatchedArticles.articles(readings));
    tables.put(
        LakeTable.MENTIONS,
        MatchedArticles.mentions(SecondReading.joined(staging, readings), sentimentModel));
    tables.put(LakeTable.RELATIONS, MatchedArticles.relations(readings));
    tables.put(LakeTable.SHARE_CLAIMS, MatchedArticles.shareClaims(readings));
    return tables;
  }

  private Map<String, Long> stageTrends(Staging staging, List<LocalDate> weeks) {
    TrendsConfig trends = plan.config().trends();
    TrendInput input =
        new TrendInput(
            staging.read(LakeTable.CORPUS_WEEK),
            staging.read(LakeTable.ARTICLES),
            staging.read(LakeTable.MENTIONS),
            staging.read(LakeTable.RELATIONS),
            staging.read(LakeTable.SHARE_CLAIMS),
            published(LakeTable.ENTITY_WEEK, weeks, trends.spikeWeeks()),
            entities(),
            weeks);
    TrendTables tables =
        Trends.compute(
            input,
            new TrendSettings(
                trends.minStories(), trends.lookbackWeeks(), trends.spikeWeeks(), plan.asOf()));
    return stage(
        staging,
        Map.of(
            LakeTable.ENTITY_WEEK, tables.entityWeek(),
            LakeTable.PAIR_WEEK, tables.pairWeek(),
            LakeTable.REPORTED_SHARE, tables.reportedShare()));
  }

  /**
   * The published rows of the weeks right before the run's: stories go on from them, change and
   * spike look back at them.
   */
  private Dataset<Row> published(LakeTable table, List<LocalDate> weeks, int weeksBefore) {
    LocalDate first = weeks.get(0);
    return lake.read(table)
        .where(
            col("week_start")
                .lt(lit(first.toString()).cast("date"))
                .and(
                    col("week_start")
                        .geq(lit(first.minusWeeks(weeksBefore).toString()).cast("date"))));
  }

  private List<LocalDate> weeks(Dataset<Row> staged) {
    return plan.weeks()
        .map(WeekRange::mondays)
        .orElseGet(
            () ->
                Staged.of(staged, Staged.Kind.TALLY)
                    .where("week_day IS NOT NULL")
                    .select("week_day")
                    .distinct()
                    .collectAsList()
                    .stream()
                    .map(row -> LocalDate.ofEpochDay(row.getInt(0)))
                    .sorted()
                    .toList());
  }

  private Column isInRange(Column weekDay) {
    return plan.weeks()
        .map(
            range ->
                weekDay.between((int) range.from().toEpochDay(), (int) range.to().toEpochDay()))
        .orElseGet(weekDay::isNotNull);
  }

  private static long rows(Dataset<Row> tallies) {
    return tallies.selectExpr("coalesce(sum(rows), 0)").head().getLong(0);
  }

  private static Dataset<Row> quarantine(Dataset<Row> rejected, String runId) {
    return rejected
        .groupBy("input", "source_file", "article_id", "reason")
        .agg(count(lit(1)).as("rows"), min("excerpt").as("excerpt"))
        .withColumn("run_id", lit(runId))
        .withColumn("stage", lit("ingest"))
        .withColumnRenamed("article_id", "row_hash");
  }

  private Dataset<Row> entities() {
    List<Row> rows = new ArrayList<>();
    for (Entity entity : Catalog.load(plan.config().catalogPath()).entities()) {
      for (Category category : entity.categories()) {
        rows.add(
            RowFactory.create(
                entity.id(),
                entity.organisationId(),
                entity.isOrganisation() ? "organisation" : "offering",
                category.label()));
      }
    }
    return spark.createDataFrame(
        rows,
        StructType.fromDDL(
            "entity_id string, organisation_id string, level string, category string"));
  }

  /** Stages tables side by side; the rows of each. */
  private Map<String, Long> stage(Staging staging, Map<LakeTable, Dataset<Row>> tables) {
    Map<String, Long> rows = new ConcurrentHashMap<>();
    List<Supplier<Long>> jobs = new ArrayList<>();
    tables.forEach(
        (table, of) -> jobs.add(() -> rows.put(table.label(), stage(staging, table, of))));
    SideBySide.all(jobs);
    return rows;
  }

  private long stage(Staging staging, LakeTable table, Dataset<Row> rows) {
    listener.started(table.label());
    staging.write(table, rows);
    long count = staging.read(table).count();
    listener.finished(table.label(), count);
    return count;
  }
}
