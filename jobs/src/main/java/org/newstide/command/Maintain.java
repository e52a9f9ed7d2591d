package org.newstide.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.newstide.table.Lake;
import org.newstide.table.LakeTable;
import org.newstide.table.Maintenance;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compacts the tables and removes files that no version within the retention needs. */
@Command(
    name = "maintain",
    header = "Compact the tables and remove files that no kept version needs.",
    description = {
      "Compact the tables (OPTIMIZE) and remove files that no version within the retention needs",
      "(VACUUM). Rows never change. Not while a run publishes into the same lake."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  newstide maintain --lake lake --retain-hours 336"})
final class Maintain implements Callable<Integer> {
  @Mixin private CommonOptions options;
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--retain-hours",
      paramLabel = "N",
      defaultValue = "168",
      description =
          "How long past versions stay readable; at least 168 (default: ${DEFAULT-VALUE}).")
  private int retainHours;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    String lakePath = options.load().lakePath();
    try (SparkSession spark = SparkSessions.open("maintain")) {
      Lake lake = new Lake(spark, lakePath);
      Maintenance.Outcome done = Maintenance.of(spark, lake, retainHours);
      for (Maintenance.Done table : done.tables()) {
        out.printf(
            Locale.ROOT,
            "%-16s %,d files, before %,d%n",
            table.table().label(),
            table.filesAfter(),
            table.filesBefore());
      }
      for (LakeTable table : done.leftAlone()) {
        out.printf(
            "%-16s left as it is: a run has not finished publishing it; run its weeks again%n",
            table.label());
      }
    }
    return 0;
  }
}
