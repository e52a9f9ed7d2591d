package org.newstide.run;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.sql.SparkSession;
import org.newstide.PassingTrouble;
import org.newstide.config.UnsafeSettings;
import org.newstide.table.Lake;
import org.newstide.table.LakeTable;
import org.newstide.table.ParquetDictionaries;
import org.newstide.table.PublishedTables;

/**
 * The job: extract, trends, publish. Each stage can be run alone by a scheduler; each takes what
 * the one before it staged, and until publish has audited it, no table changes.
 */
public final class NewstideJob {
  private final SparkSession spark;
  private final RunPlan plan;
  private final StageListener listener;
  private final Lake lake;
  private final Ledger ledger;
  private final Staging staging;

  public NewstideJob(SparkSession spark, RunPlan plan, StageListener listener) {
    UnsafeSettings.refuse(scala.collection.JavaConverters.mapAsJavaMap(spark.conf().getAll()));
    this.spark = spark;
    this.plan = plan;
    this.listener = listener;
    this.lake = new Lake(spark, plan.config().lakePath());
    this.ledger = new Ledger(spark, lake);
    this.staging = new Staging(spark, plan, lake);
  }

  /** Settings for what the job stages, which Spark takes when a session opens. */
  public static Map<String, String> sessionSettings() {
    return ParquetDictionaries.leftOut(Staged.HARDLY_REPEATED);
  }

  /** All stages; the counts of the ledger row. */
  public Map<String, Long> run() {
    extract();
    trends();
    return publish();
  }

  /** One pass over the corpus, staged. */
  public void extract() {
    describe(ExtractStage.NAME);
    lake.requireCurrent();
    listener.started(ExtractStage.NAME);
    recorded(() -> new ExtractStage(spark, plan).run(staging));
    listener.finished(ExtractStage.NAME, rowsRead());
  }

  /** From what extract staged to staged tables. */
  public void trends() {
    describe(TrendsStage.NAME);
    recorded(() -> new TrendsStage(spark, plan, PublishedTables.of(lake), listener).run(staging));
  }

  /**
   * Audit, publish, ledger; the staged rows are removed. Does nothing where that has been done and
   * no run of these weeks has begun since.
   */
  public Map<String, Long> publish() {
    describe(PublishStage.NAME);
    PublishStage stage = new PublishStage(plan, lake, ledger, listener);
    Optional<PublishStage.Outcome> before = stage.before(staging);
    if (before.isPresent()) {
      return before.get().counts();
    }
    PublishStage.Outcome published = recorded(() -> stage.run(staging));
    staging.clearPublished(published.runId());
    return published.counts();
  }

  /**
   * Runs a stage, and writes into the ledger why it failed. Where another run of the same weeks has
   * begun and removed what was staged, that is why.
   */
  private <T> T recorded(Supplier<T> stage) {
    try {
      return stage.get();
    } catch (Exception e) { // Scala throws checked ones, too, and declares none
      RuntimeException reason = reason(e);
      record(reason);
      throw reason;
    }
  }

  private RuntimeException reason(Exception failure) {
    try {
      if (staging.isTaken()) {
        return staging.taken(failure);
      }
    } catch (Exception | FSError e) { // an FSError is what a local disk says
      failure.addSuppressed(e); // the stage failed before, most likely of the same
    }
    return PassingTrouble.named(failure);
  }

  /** A lake in which nothing has been begun yet, most likely a mistyped one, is left alone. */
  private void record(RuntimeException failure) {
    try {
      if (staging.isOwned() || lake.has(LakeTable.RUNS)) {
        ledger.failed(plan, failure);
      }
    } catch (Exception | FSError e) {
      failure.addSuppressed(e); // what went wrong first is what people need to hear
    }
  }

  private long rowsRead() {
    return Staged.of(staging.read(ExtractStage.STAGED, Staged.SCHEMA), Staged.Kind.TALLY)
        .selectExpr("coalesce(sum(rows), 0)")
        .head()
        .getLong(0);
  }

  /** Names the jobs in the Spark UI. */
  private void describe(String stage) {
    spark.sparkContext().setJobDescription("newstide " + stage + " " + plan.weeksLabel());
  }
}
