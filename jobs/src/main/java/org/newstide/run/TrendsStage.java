package org.newstide.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import org.newstide.config.TrendsConfig;
import org.newstide.table.LakeTable;
import org.newstide.table.PublishedTables;
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

  /** As the last finished run left it: what a killed one has replaced, it has not told of. */
  private final PublishedTables lake;

  private final StageListener listener;

  TrendsStage(SparkSession spark, RunPlan plan, PublishedTables lake, StageListener listener) {
    this.spark = spark;
    this.plan = plan;
    this.lake = lake;
    this.listener = listener;
  }

  Manifest run(Staging staging) {
    RunManifest extracted = staging.readManifest(ExtractStage.NAME, RunManifest.class);
    Catalog catalog = Catalog.load(plan.config().catalogPath());
    extracted.requireMadeWith(plan.config().hash(), catalog.hash());
    staging.clear(Staging.manifest(NAME)); // first: without it no table counts as whole
    for (LakeTable table : LakeTable.values()) {
      staging.clear(table.label());
    }
    Dataset<Row> staged = staging.read(ExtractStage.STAGED, Staged.SCHEMA);
    RunWeeks weeks = RunWeeks.of(staged, plan.weeks());
    if (weeks.mondays().isEmpty()) {
      throw NoWeek.in(extracted, Staged.of(staged, Staged.Kind.TALLY));
    }
    Optional<PublishedElsewhere> elsewhere =
        PublishedElsewhere.find(
            lake.rows(LakeTable.ARTICLES),
            lake.rows(LakeTable.CORPUS_WEEK),
            staged,
            weeks.mondays());
    try (Versions versions = new Versions(staged, elsewhere)) {
      Manifest manifest = stage(staging, extracted, catalog, weeks, versions);
      staging.writeManifest(NAME, manifest);
      manifest.notes().forEach(listener::noted);
      return manifest;
    } finally {
      elsewhere.ifPresent(PublishedElsewhere::close);
    }
  }

  private Manifest stage(
      Staging staging, RunManifest extracted, Catalog catalog, RunWeeks weeks, Versions versions) {
    Restatement restatement =
        Restatement.of(lake, versions.moved(weeks.isInRange()), weeks.mondays());
    if (!restatement.weeks().isEmpty()) {
      staging.claimAlso(restatement.weeks());
    }
    StagedTables tables = new StagedTables(staging, listener);
    Map<String, Long> rows =
        new TreeMap<>(
            new Evidence(
                    staging,
                    extracted,
                    plan.config().stories(),
                    SentimentEngines.pool(plan.config().sentiment()),
                    lake)
                .stage(weeks, versions, restatement, tables));
    restatement.stage(staging);
    List<LocalDate> replaced =
        Stream.concat(weeks.mondays().stream(), restatement.weeks().stream()).sorted().toList();
    LocalDate asOf = LocalDate.parse(extracted.asOf());
    rows.putAll(tables.write(weeklyFigures(staging, catalog, replaced, asOf)));
    List<String> notes = notes(weeks, restatement);
    List<String> inputs =
        extracted.inputs().stream().map(RunManifest.Input::input).distinct().toList();
    notes.addAll(
        new ReplacedWeeks(lake, staging, weeks.mondays(), restatement.weeks(), inputs)
            .notes(plan.config().trends().spikeWeeks()));
    return new Manifest(
        days(weeks.mondays()),
        days(restatement.weeks()),
        InputCounts.of(weeks.talliesWithUndated(), versions.dropped(weeks.isInRange())),
        rows,
        notes);
  }

  private static List<String> days(List<LocalDate> mondays) {
    return mondays.stream().map(LocalDate::toString).toList();
  }

  private static List<String> notes(RunWeeks weeks, Restatement restatement) {
    List<String> notes = new ArrayList<>(restatement.notes());
    if (weeks.tallies().isEmpty()) {
      notes.add("no row of the corpus is dated in the weeks asked for; they are empty now");
    }
    return notes;
  }

  private Map<LakeTable, Dataset<Row>> weeklyFigures(
      Staging staging, Catalog catalog, List<LocalDate> weeks, LocalDate asOf) {
    TrendsConfig trends = plan.config().trends();
    TrendInput input =
        new TrendInput(
            staging.read(LakeTable.CORPUS_WEEK),
            staging.read(LakeTable.ARTICLES),
            staging.read(LakeTable.MENTIONS),
            staging.read(LakeTable.RELATIONS),
            staging.read(LakeTable.SHARE_CLAIMS),
            lake.rows(LakeTable.ENTITY_WEEK),
            lake.rows(LakeTable.CORPUS_WEEK),
            entities(catalog),
            weeks);
    TrendTables tables =
        Trends.compute(
            input,
            new TrendSettings(
                trends.minStories(), trends.lookbackWeeks(), trends.spikeWeeks(), asOf));
    return Map.of(
        LakeTable.ENTITY_WEEK, tables.entityWeek(),
        LakeTable.PAIR_WEEK, tables.pairWeek(),
        LakeTable.REPORTED_SHARE, tables.reportedShare());
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
}
