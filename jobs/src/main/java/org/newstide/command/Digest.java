package org.newstide.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.newstide.table.ContentDigest;
import org.newstide.table.Lake;
import org.newstide.table.LakeTable;
import org.newstide.table.PublishedTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows rows and a digest of the contents of every table. */
@Command(
    name = "digest",
    description = {
      "Show rows and a digest of the contents of every table.",
      "Equal digests mean equal rows; the ledger, which holds the time of each run, is left out."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  newstide digest --lake lake"})
final class Digest implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    String lakePath = options.load().lakePath();
    try (SparkSession spark = SparkSessions.open("digest")) {
      Lake lake = new Lake(spark, lakePath);
      List<LakeTable> published = lake.published();
      PublishedTables tables = PublishedTables.of(lake);
      for (LakeTable table : LakeTable.values()) {
        if (table != LakeTable.RUNS) {
          out.println(line(tables, table, published.contains(table)));
        }
      }
    }
    return 0;
  }

  private static String line(PublishedTables tables, LakeTable table, boolean published) {
    if (!published) {
      return String.format(Locale.ROOT, "%-16s not published", table.label());
    }
    ContentDigest digest = ContentDigest.of(tables.rows(table));
    return String.format(
        Locale.ROOT, "%-16s %,12d rows  %s", table.label(), digest.rows(), digest.digest());
  }
}
