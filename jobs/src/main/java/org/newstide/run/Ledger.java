package org.newstide.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.current_timestamp;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.max;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.newstide.NewstideException;
import org.newstide.Version;
import org.newstide.table.Lake;
import org.newstide.table.LakeTable;

/** Writes the rows of the run ledger: one for each run that published, one for each that failed. */
final class Ledger {
  /** As the contract has it, but for {@code finished_at}, its last column. */
  private static final StructType ROW = withoutLast(LakeTable.RUNS.schema().type());

  private static final Object[] NOTHING = {};

  private final SparkSession spark;
  private final Lake lake;

  Ledger(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /**
   * @param published table name to the Delta version that the run committed
   */
  void published(
      RunManifest extracted,
      TrendsStage.Manifest trends,
      List<Audit.Outcome> checks,
      Map<String, Long> counts,
      Map<String, Long> published) {
    append(
        RowFactory.create(
            next(),
            extracted.runId(),
            dates(trends.mondays()),
            Date.valueOf(LocalDate.parse(extracted.asOf())),
            extracted.inputs().stream().map(input -> input(input, trends.inputs())).toArray(),
            Stream.concat(extracted.notes().stream(), trends.notes().stream()).toArray(),
            extracted.configHash(),
            extracted.catalogHash(),
            extracted.modelHash(),
            extracted.codeVersion(),
            scala(counts),
            checks.stream()
                .map(outcome -> RowFactory.create(outcome.check(), outcome.text()))
                .toArray(),
            scala(published),
            "PUBLISHED",
            null));
  }

  /** The counts of a run, if it has published with these settings and this version of Newstide. */
  Optional<Map<String, Long>> counts(String runId, String configHash, String catalogHash) {
    return lake
        .read(LakeTable.RUNS)
        .where(col("status").equalTo("PUBLISHED").and(col("run_id").equalTo(runId)))
        .where(col("config_hash").equalTo(configHash).and(col("catalog_hash").equalTo(catalogHash)))
        .where(col("code_version").equalTo(Version.CURRENT))
        .orderBy(desc("sequence"))
        .select("counts")
        .takeAsList(1)
        .stream()
        .map(row -> (Map<String, Long>) new TreeMap<>(row.<String, Long>getJavaMap(0)))
        .findFirst();
  }

  /** What of a failed run is known before it has read anything, and why it failed. */
  void failed(RunPlan plan, RuntimeException failure) {
    append(
        RowFactory.create(
            next(),
            null,
            dates(plan.weeks().map(WeekRange::mondays).orElse(List.of())),
            Date.valueOf(plan.asOf()),
            NOTHING,
            NOTHING,
            plan.config().hash(),
            null,
            null,
            Version.CURRENT,
            scala(Map.of()),
            NOTHING,
            scala(Map.of()),
            "FAILED",
            reason(failure)));
  }

  /** Messages of libraries are left out: they may quote data and settings. */
  private static String reason(RuntimeException failure) {
    return failure instanceof NewstideException known
        ? known.getMessage()
        : "INTERNAL: " + failure.getClass().getName();
  }

  private static Row input(RunManifest.Input input, Map<String, InputCounts> counts) {
    InputCounts became = counts.getOrDefault(input.input(), InputCounts.NONE);
    return RowFactory.create(
        input.input(),
        input.path(),
        input.version(),
        input.files(),
        input.bytes(),
        became.read(),
        became.accepted(),
        became.exactDuplicates(),
        became.quarantined());
  }

  private long next() {
    Row newest = lake.read(LakeTable.RUNS).agg(max("sequence")).head();
    return newest.isNullAt(0) ? 1 : newest.getLong(0) + 1;
  }

  /**
   * The ledger is a log: its clock reading is the one value of the lake that a rerun does not
   * repeat.
   */
  private void append(Row row) {
    lake.append(
        LakeTable.RUNS,
        spark.createDataFrame(List.of(row), ROW).withColumn("finished_at", current_timestamp()));
  }

  private static StructType withoutLast(StructType row) {
    return new StructType(Arrays.copyOf(row.fields(), row.size() - 1));
  }

  private static Object[] dates(List<LocalDate> days) {
    return days.stream().map(Date::valueOf).toArray();
  }

  private static scala.collection.Map<String, Long> scala(Map<String, Long> values) {
    return scala.collection.JavaConverters.mapAsScalaMap(values);
  }
}
