package org.newstide.command;

import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.newstide.table.Lake;
import org.newstide.table.LakeTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the run ledger, newest first. */
@Command(
    name = "history",
    description = "Show the run ledger, newest first.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  newstide history --lake lake"})
final class History implements Callable<Integer> {
  @Mixin private CommonOptions options;

  @Override
  public Integer call() {
    try (SparkSession spark = SparkSessions.open("history")) {
      Lake lake = new Lake(spark, options.load().lakePath());
      if (!lake.published().contains(LakeTable.RUNS)) {
        System.out.println("No run has been published in " + lake.path() + " yet.");
        return 0;
      }
      lake.read(LakeTable.RUNS)
          .selectExpr(
              "sequence",
              "substring(run_id, 1, 12) AS run",
              "array_min(weeks) AS first_week",
              "array_max(weeks) AS last_week",
              "counts['read'] AS read",
              "counts['accepted'] AS accepted",
              "counts['exact_duplicates'] AS duplicates",
              "counts['quarantined'] AS quarantined",
              "counts['mentions'] AS mentions",
              "status",
              "finished_at")
          .orderBy(org.apache.spark.sql.functions.desc("sequence"))
          .show(50, false);
    }
    return 0;
  }
}
