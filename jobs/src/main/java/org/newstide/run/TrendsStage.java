package org.newstide.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
   * @param weeks ISO days of the Mondays of the run's own weeks
   * @param restated those of the {@link Restatement}
   * @param inputs what became of the rows of each input
   * @param rows staged rows of the run's own weeks by table, and {@link #STORIES}
   * @param notes what was noticed and accepted
   */
  record Manifest(
      List<String> weeks,
      List<String> restated,
      Map<String, InputCounts> inputs,
      Map<String, Long> rows,
      List<String> notes) {
    /** All weeks to replace, in order. */
    List<LocalDate> mondays() {
      return Stream.concat(weeks.stream(), restated.stream())
          .map(LocalDate::parse)
          .sorted()
          .toList();
    }

    /** Whether a row with a {@code week_start} is of the run's own weeks. */
    Column isOwn() {
      return not(col("week_start").isin(restated.stream().map(Date::valueOf).toArray()));
    }

    InputCounts total() {
      return InputCounts.total(inputs.values());
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
    Catalog catalog = Catalog.load(plan.config().catalogPath());
    extracted.requireMadeWith(plan.config().hash(), catalog.hash());
    for (LakeTable table : LakeTable.values()) {
      staging.clear(table.label());
    }
    Dataset<Row> staged = staging.read(ExtractStage.STAGED, Staged.SCHEMA);
    List<LocalDate> weeks = weeks(staged);
    if (weeks.isEmpty()) {
      throw NoWeek.in(extracted, Staged.of(staged, Staged.Kind.TALLY));
    }
    Optional<PublishedElsewhere> elsewhere =
        PublishedElsewhere.find(lake.read(LakeTable.ARTICLES), staged, weeks);
    try (Versions versions = new Versions(staged, elsewhere)) {
      Manifest manifest = run(staging, extracted, catalog, staged, weeks, versions);
      staging.writeManifest(NAME, manifest);
      return manifest;
    } finally {
      elsewhere.ifPresent(PublishedElsewhere::close);
    }
  }

  private Manifest run(
      Staging staging,
      RunManifest extracted,
      Catalog catalog,
      Dataset<Row> staged,
      List<LocalDate> weeks,
      Versions versions) {
    Column isInRange = isInRange(col("week_day"));
    Restatement restatement = Restatement.of(lake, versions.moved(isInRange), weeks);
    if (!restatement.weeks().isEmpty()) {
      staging.claimAlso(restatement.weeks());
    }
    Map<String, Long> rows =
        new TreeMap<>(stageEvidence(staging, extracted, staged, weeks, versions, restatement));
    rows.putAll(stageTrends(staging, extracted, catalog, allOf(weeks, restatement.weeks())));
    Dataset<Row> tallies =
        Staged.of(staged, Staged.Kind.TALLY).where(col("week_day").isNull().or(isInRange));
    return new Manifest(
        weeks.stream().map(LocalDate::toString).toList(),
        restatement.weeks().stream().map(LocalDate::toString).toList(),
        InputCounts.of(tallies, versions.dropped(isInRange)),
        rows,
        restatement.notes());
  }

  private static List<LocalDate> allOf(List<LocalDate> weeks, List<LocalDate> more) {
    return Stream.concat(weeks.stream(), more.stream()).sorted().toList();
  }

  private Map<String, Long> stageEvidence(
      Staging staging,
      RunManifest extracted,
      Dataset<Row> staged,
      List<LocalDate> weeks,
      Versions versions,
      Restatement restatement) {
    Column isInRange = isInRange(col("week_day"));
    Dataset<Row> kept = versions.keptReadings().where(isInRange);
    Dataset<Row> tallies = Staged.of(staged, Staged.Kind.TALLY).where(isInRange);
    Dataset<Row> rejected =
        Staged.of(staged, Staged.Kind.REJECTED).where(col("week_day").isNull().or(isInRange));
    try (Stories stories = stories(kept, weeks, restatement)) {
      Map<LakeTable, Dataset<Row>> tables =
          readings(staging, stories.joined(kept), extracted.firstModel());
      tables.put(
          LakeTable.CORPUS_WEEK,
          CorpusWeek.of(tallies, versions.duplicates().where(isInRange), kept));
      tables.put(LakeTable.QUARANTINE, quarantine(rejected, extracted.runId()));
      Map<String, Long> rows = stage(staging, tables);
      rows.put(STORIES, rows.get(LakeTable.ARTICLES.label()) - stories.copies());
      restatement.stage(staging);
      return rows;
    }
  }

  /** Stories go on from the articles of the weeks right before the run's own. */
  private Stories stories(Dataset<Row> kept, List<LocalDate> weeks, Restatement restatement) {
    StoriesConfig config = plan.config().stories();
    LocalDate first = weeks.get(0);
    Dataset<Row> earlier =
        restatement
            .stays(before(LakeTable.ARTICLES, first))
            .where(col("week_start").geq(lit(first.minusWeeks(config.windowWeeks()))));
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

  private Map<String, Long> stageTrends(
      Staging staging, RunManifest extracted, Catalog catalog, List<LocalDate> weeks) {
    TrendsConfig trends = plan.config().trends();
    TrendInput input =
        new TrendInput(
            staging.read(LakeTable.CORPUS_WEEK),
            staging.read(LakeTable.ARTICLES),
            staging.read(LakeTable.MENTIONS),
            staging.read(LakeTable.RELATIONS),
            staging.read(LakeTable.SHARE_CLAIMS),
            before(LakeTable.ENTITY_WEEK, weeks.get(0)),
            entities(catalog),
            weeks);
    TrendTables tables =
        Trends.compute(
            input,
            new TrendSettings(
                trends.minStories(),
                trends.lookbackWeeks(),
                trends.spikeWeeks(),
                LocalDate.parse(extracted.asOf())));
    return stage(
        staging,
        Map.of(
            LakeTable.ENTITY_WEEK, tables.entityWeek(),
            LakeTable.PAIR_WEEK, tables.pairWeek(),
            LakeTable.REPORTED_SHARE, tables.reportedShare()));
  }

  private Dataset<Row> before(LakeTable table, LocalDate week) {
    return lake.read(table).where(col("week_start").lt(lit(week)));
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

  private static Dataset<Row> quarantine(Dataset<Row> rejected, String runId) {
    return rejected
        .groupBy("input", "source_file", "article_id", "reason")
        .agg(count(lit(1)).as("rows"), min("excerpt").as("excerpt"))
        .withColumn("run_id", lit(runId))
        .withColumn("stage", lit("ingest"))
        .withColumnRenamed("article_id", "row_hash");
  }

  private Dataset<Row> entities(Catalog catalog) {
    List<Row> rows = new ArrayList<>();
    for (Entity entity : catalog.entities()) {
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
