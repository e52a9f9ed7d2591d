package org.newstide.command;

import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.newstide.run.RunPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Compute weekly figures from what extract staged. */
@Command(
    name = "trends",
    description = "Compute weekly figures from what extract staged.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  newstide trends --config conf/examples/rss-feeds.conf --set corpus.path=DIR \\",
      "    --from-week 2023-W01 --to-week 2023-W13 --lake lake"
    })
final class TrendsCommand implements Callable<Integer> {
  @Mixin private JobOptions options;

  @Override
  public Integer call() {
    RunPlan plan = options.plan();
    try (SparkSession spark = SparkSessions.open("trends")) {
      JobOptions.job(spark, plan).trends();
    }
    return 0;
  }
}
