package org.newstide.command;

import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.newstide.run.RunPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Audit what trends staged, then publish it, each table in one commit. */
@Command(
    name = "publish",
    description = {
      "Audit what trends staged, then publish it, each table in one commit. Repeated after its",
      "success, it changes nothing and tells what was published."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  newstide publish --config conf/examples/rss-feeds.conf --set corpus.path=DIR \\",
      "    --from-week 2023-W01 --to-week 2023-W13 --lake lake"
    })
final class Publish implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private JobOptions options;

  @Override
  public Integer call() {
    RunPlan plan = options.plan();
    try (SparkSession spark = SparkSessions.open("publish")) {
      Counts.print(spec.commandLine().getOut(), JobOptions.job(spark, plan).publish());
    }
    return 0;
  }
}
