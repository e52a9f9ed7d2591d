package org.newstide.command;

import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Audit what trends staged, then publish it week by week. */
@Command(
    name = "publish",
    description = "Audit what trends staged, then publish it week by week.",
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
    try (SparkSession spark = SparkSessions.open("publish")) {
      Counts.print(spec.commandLine().getOut(), options.job(spark).publish());
    }
    return 0;
  }
}
