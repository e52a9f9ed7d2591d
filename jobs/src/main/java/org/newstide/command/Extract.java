package org.newstide.command;

import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.newstide.run.RunPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ingest and extract: one pass over the text, staged for the trends command. */
@Command(
    name = "extract",
    description = "Ingest and extract: one pass over the text, staged for the trends command.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  newstide extract --config conf/examples/rss-feeds.conf --set corpus.path=DIR \\",
      "    --from-week 2023-W01 --to-week 2023-W13 --lake lake"
    })
final class Extract implements Callable<Integer> {
  @Mixin private JobOptions options;

  @Override
  public Integer call() {
    RunPlan plan = options.plan();
    try (SparkSession spark = SparkSessions.open("extract")) {
      JobOptions.job(spark, plan).extract();
    }
    return 0;
  }
}
