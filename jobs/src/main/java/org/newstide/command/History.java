package org.newstide.command;

import static org.apache.spark.sql.functions.desc;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.newstide.table.Lake;
import org.newstide.table.LakeTable;
import org.newstide.table.PublishedTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the run ledger, newest first. */
@Command(
    name = "history",
    description = "Show the run ledger, newest first.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  newstide history --lake lake"})
final class History implements Callable<Integer> {
  private static final int ROWS = 50;

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    String lakePath = options.load().lakePath();
    try (SparkSession spark = SparkSessions.open("history")) {
      Lake lake = new Lake(spark, lakePath);
      if (!lake.published().contains(LakeTable.RUNS)) {
        out.println("No run has been published in " + lake.path() + " yet.");
        return 0;
      }
      Dataset<Row> runs =
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
                  "coalesce(split(failure, ':')[0], '') AS failure",
                  "finished_at")
              .orderBy(desc("sequence"));
      out.println(runs.showString(ROWS, 0, false));
      unfinished(lake).ifPresent(out::println);
    }
    return 0;
  }

  private static Optional<String> unfinished(Lake lake) {
    List<LakeTable> tables = PublishedTables.of(lake).unfinished();
    return tables.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "A run has replaced rows of "
                + tables.stream().map(LakeTable::label).collect(Collectors.joining(", "))
                + " and has not finished. Newstide shows the versions that the ledger names; where"
                + " no run is at work, run the last one again.");
  }
}
