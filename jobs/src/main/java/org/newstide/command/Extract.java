package org.newstide.command;

import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
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
    try (SparkSession spark = SparkSessions.open("extract")) {
      options.job(spark).extract();
    }
    return 0;
  }
}
