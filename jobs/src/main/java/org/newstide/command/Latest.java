package org.newstide.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.newstide.table.Lake;
import org.newstide.table.LakeTable;
import org.newstide.table.PublishedTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the weekly figures of the latest weeks. */
@Command(
    name = "latest",
    description =
        "Show the organisations of the latest weeks: stories, share of voice, net sentiment.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  newstide latest --lake lake --weeks 4"})
final class Latest implements Callable<Integer> {
  private static final int ROWS = 10_000;

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;

  @Option(
      names = "--weeks",
      paramLabel = "N",
      defaultValue = "3",
      description = "How many weeks (default: ${DEFAULT-VALUE}).")
  private int weeks;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Bounds.atLeast(1, "--weeks", weeks, 3, "BAD_WEEKS");
    String lakePath = options.load().lakePath();
    try (SparkSession spark = SparkSessions.open("latest")) {
      Lake lake = new Lake(spark, lakePath);
      if (!lake.published().contains(LakeTable.ENTITY_WEEK)) {
        out.println("No week has been published in " + lake.path() + " yet.");
        return 0;
      }
      Dataset<Row> rows = PublishedTables.of(lake).rows(LakeTable.ENTITY_WEEK);
      rows.createOrReplaceTempView("entity_week");
      Dataset<Row> latest =
          spark.sql(
              "SELECT week_label, category, entity_id, stories,"
                  + " round(100 * share_of_voice_stories, 1) AS share_of_voice_percent,"
                  + " if(net_sentiment IS NULL, 'too few', format_string('%+.2f', net_sentiment))"
                  + " AS net_sentiment,"
                  + " if(net_sentiment IS NULL, '', format_string('%+.2f to %+.2f',"
                  + " net_sentiment_low, net_sentiment_high)) AS interval_95, is_provisional"
                  + " FROM entity_week WHERE level = 'organisation' AND stories > 0"
                  + " AND week_start IN (SELECT DISTINCT week_start FROM entity_week"
                  + " ORDER BY week_start DESC LIMIT "
                  + weeks
                  + ") ORDER BY week_label DESC, category, stories DESC, entity_id");
      out.println(latest.showString(ROWS, 0, false));
      out.println("Tables: " + lake.path());
    }
    return 0;
  }
}
