package org.newstide.run;

import static org.apache.spark.sql.functions.current_timestamp;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.newstide.table.Lake;
import org.newstide.table.LakeTable;

/**
 * Audits the staged tables, then replaces the run's weeks table by table, then writes the ledger
 * row.
 */
final class PublishStage {
  static final String NAME = "publish";
  private static final StructType LEDGER =
      StructType.fromDDL(
          "sequence bigint, run_id string, weeks array<date>, as_of date,"
              + " inputs array<struct<input:string,path:string,version:string,files:bigint,bytes:bigint>>,"
              + " notes array<string>, config_hash string, catalog_hash string, model_hash string,"
              + " code_version string, counts map<string,bigint>,"
              + " checks array<struct<check:string,outcome:string>>,"
              + " published map<string,bigint>, status string");

  private final SparkSession spark;
  private final Lake lake;
  private final StageListener listener;

  PublishStage(SparkSession spark, Lake lake, StageListener listener) {
    this.spark = spark;
    this.lake = lake;
    this.listener = listener;
  }

  /** The counts of the ledger row. */
  Map<String, Long> run(Staging staging) {
    RunManifest extracted = staging.readManifest(ExtractStage.NAME, RunManifest.class);
    TrendsStage.Manifest trends =
        staging.readManifest(TrendsStage.NAME, TrendsStage.Manifest.class);
    listener.started("audit");
    List<Audit.Outcome> checks = new Audit(staging, extracted, trends).run();
    listener.finished("audit", checks.size());
    Map<String, Long> counts = counts(staging, trends);
    if (staging.isTaken()) {
      throw staging.taken(null);
    }
    Map<String, Long> published = publish(staging, extracted, trends);
    listener.started("ledger");
    lake.append(LakeTable.RUNS, ledgerRow(extracted, trends, checks, counts, published));
    listener.finished("ledger", 1);
    return counts;
  }

  /** Evidence first, then the figures that rest on it; the new version of each table. */
  private Map<String, Long> publish(
      Staging staging, RunManifest extracted, TrendsStage.Manifest trends) {
    Set<LakeTable> figures =
        EnumSet.of(LakeTable.ENTITY_WEEK, LakeTable.PAIR_WEEK, LakeTable.REPORTED_SHARE);
    Set<LakeTable> evidence = EnumSet.complementOf(EnumSet.copyOf(figures));
    evidence.remove(LakeTable.RUNS);
    Map<String, Long> published = new TreeMap<>();
    for (Set<LakeTable> tables : List.of(evidence, figures)) {
      List<Supplier<Long>> jobs = new ArrayList<>();
      tables.forEach(table -> jobs.add(() -> publish(table, staging, extracted, trends)));
      Iterator<Long> versions = SideBySide.all(jobs).iterator();
      tables.forEach(table -> published.put(table.label(), versions.next()));
    }
    return published;
  }

  private long publish(
      LakeTable table, Staging staging, RunManifest extracted, TrendsStage.Manifest trends) {
    listener.started("publish " + table.label());
    Dataset<Row> rows = staging.read(table);
    long version =
        table.isWeekly()
            ? lake.replaceWeeks(table, rows, trends.mondays())
            : lake.replaceRun(table, rows, extracted.runId());
    listener.finished("publish " + table.label(), -1);
    return version;
  }

  private static Map<String, Long> counts(Staging staging, TrendsStage.Manifest trends) {
    Row sums =
        staging
            .read(LakeTable.CORPUS_WEEK)
            .selectExpr(
                "coalesce(sum(exact_duplicates), 0)",
                "coalesce(sum(articles_quarantined), 0)",
                "coalesce(sum(articles_matched), 0)")
            .head();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("read", trends.read());
    counts.put("accepted", trends.accepted());
    counts.put("exact_duplicates", sums.getLong(0));
    counts.put("quarantined", sums.getLong(1) + trends.quarantinedWithoutWeek());
    counts.put("matched", sums.getLong(2));
    for (String rows : List.of(TrendsStage.STORIES, "mentions", "relations", "share_claims")) {
      counts.put(rows, trends.rows().get(rows));
    }
    return counts;
  }

  private Dataset<Row> ledgerRow(
      RunManifest extracted,
      TrendsStage.Manifest trends,
      List<Audit.Outcome> checks,
      Map<String, Long> counts,
      Map<String, Long> published) {
    Row row =
        RowFactory.create(
            lake.read(LakeTable.RUNS).count() + 1,
            extracted.runId(),
            trends.mondays().stream().map(java.sql.Date::valueOf).toArray(),
            java.sql.Date.valueOf(LocalDate.parse(extracted.asOf())),
            extracted.inputs().stream()
                .map(
                    input ->
                        RowFactory.create(
                            input.input(),
                            input.path(),
                            input.version(),
                            input.files(),
                            input.bytes()))
                .toArray(),
            extracted.notes().toArray(),
            extracted.configHash(),
            extracted.catalogHash(),
            extracted.model(),
            extracted.codeVersion(),
            scala(counts),
            checks.stream()
                .map(outcome -> RowFactory.create(outcome.check(), outcome.text()))
                .toArray(),
            scala(published),
            "PUBLISHED");
    // The ledger is a log: its clock reading is the one value of the lake that a rerun does not
    // repeat.
    return spark
        .createDataFrame(List.of(row), LEDGER)
        .withColumn("finished_at", current_timestamp());
  }

  private static scala.collection.Map<String, Long> scala(Map<String, Long> values) {
    return scala.collection.JavaConverters.mapAsScalaMap(values);
  }
}
