package org.newstide.table;

import io.delta.tables.DeltaTable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.newstide.ExitCode;
import org.newstide.NewstideException;

/**
 * Keeps a lake's tables small: few large files instead of many small ones, and no files that no
 * version within the retention needs. Rows never change. A run writes a week as one file, so
 * compaction serves the ledger, and tables that Delta's own settings have split.
 */
public final class Maintenance {
  /** Younger files may belong to a reader or writer that is still at work. */
  public static final int LEAST_HOURS = 168;

  /**
   * What was done to one table.
   *
   * @param filesBefore files of the newest version before
   * @param filesAfter and after
   */
  public record Done(LakeTable table, long filesBefore, long filesAfter) {}

  /**
   * What was done to all.
   *
   * @param tables compacted and cleaned, in their order
   * @param leftAlone those that a run has begun to publish and has not finished, as it was killed
   *     or is still at work: cleaning could remove files of the version that is shown until then
   */
  public record Outcome(List<Done> tables, List<LakeTable> leftAlone) {}

  private Maintenance() {}

  /**
   * Compacts and cleans all tables that exist.
   *
   * @param retainHours how long versions of the past stay readable
   * @throws NewstideException RETENTION_TOO_SHORT under {@link #LEAST_HOURS}, LAKE_MISSING where
   *     there is no table
   */
  public static Outcome of(SparkSession spark, Lake lake, int retainHours) {
    if (retainHours < LEAST_HOURS) {
      throw new NewstideException(
          ExitCode.USAGE_OR_CONFIG,
          "RETENTION_TOO_SHORT",
          "files of the last " + LEAST_HOURS + " hours may still be in use",
          "--retain-hours " + retainHours,
          "Keep at least " + LEAST_HOURS + " hours");
    }
    List<LakeTable> published = lake.published();
    List<LakeTable> unfinished = PublishedTables.of(lake).unfinished();
    List<Done> done = new ArrayList<>();
    for (LakeTable table : published) {
      if (unfinished.contains(table)) {
        continue;
      }
      DeltaTable delta = DeltaTable.forPath(spark, lake.path(table));
      long before = files(delta);
      delta.optimize().executeCompaction();
      delta.vacuum(retainHours);
      done.add(new Done(table, before, files(delta)));
    }
    return new Outcome(done, unfinished);
  }

  private static long files(DeltaTable table) {
    Row detail = table.detail().select("numFiles").head();
    return detail.getLong(0);
  }
}
