package org.newstide.run;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.newstide.config.UnsafeSettings;
import org.newstide.table.Lake;

/**
 * The job: extract, trends, publish. Each stage can be run alone by a scheduler; each takes what
 * the one before it staged, and until publish has audited it, no table changes.
 */
public final class NewstideJob {
  private final SparkSession spark;
  private final RunPlan plan;
  private final StageListener listener;
  private final Lake lake;
  private final Staging staging;

  public NewstideJob(SparkSession spark, RunPlan plan, StageListener listener) {
    UnsafeSettings.refuse(scala.collection.JavaConverters.mapAsJavaMap(spark.conf().getAll()));
    this.spark = spark;
    this.plan = plan;
    this.listener = listener;
    this.lake = new Lake(spark, plan.config().lakePath());
    this.staging = new Staging(spark, plan.config().lakePath(), plan.weeksLabel());
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
    unlessTaken(() -> new ExtractStage(spark, plan).run(staging));
    listener.finished(ExtractStage.NAME, rowsRead());
  }

  /** From what extract staged to staged tables. */
  public void trends() {
    describe(TrendsStage.NAME);
    unlessTaken(() -> new TrendsStage(spark, plan, lake, listener).run(staging));
  }

  /** Audit, publish, ledger; the staged rows are removed. */
  public Map<String, Long> publish() {
    describe(PublishStage.NAME);
    Map<String, Long> counts =
        unlessTaken(() -> new PublishStage(spark, lake, listener).run(staging));
    staging.clear();
    return counts;
  }

  /**
   * Runs a stage, and where it fails because another run of the same weeks has begun and removed
   * what was staged, says so.
   */
  private <T> T unlessTaken(Supplier<T> stage) {
    try {
      return stage.get();
    } catch (RuntimeException e) {
      throw staging.isTaken() ? staging.taken(e) : e;
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
