package org.newstide.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.synthetic.TruthComparison;
import org.newstide.synthetic.TruthReport;
import org.newstide.table.Lake;
import org.newstide.table.LakeTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Holds the tables of a synthetic corpus against its planted truth. */
@Command(
    name = "compare-truth",
    header = "Compare the tables of a synthetic corpus with its planted truth.",
    description = {
      "Compare the tables of a synthetic corpus with the truth that synthesize planted. Ends with 4",
      "where share of voice is off by more than half a point in the mean, or where the 95%% intervals",
      "of net sentiment hold the planted one in less than 90%% or more than 99%% of entity-weeks."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  newstide compare-truth --lake lake --truth corpus/truth"})
final class CompareTruth implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;

  @Option(
      names = "--truth",
      required = true,
      paramLabel = "DIR",
      description = "The folder truth that synthesize wrote.")
  private Path truth;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (!Files.isDirectory(truth)) {
      throw missing(
          "there is no such folder",
          truth.toString(),
          "Give the folder truth that synthesize wrote");
    }
    String lakePath = options.load().lakePath();
    try (SparkSession spark = SparkSessions.open("compare-truth")) {
      Lake lake = new Lake(spark, lakePath);
      if (!lake.has(LakeTable.ENTITY_WEEK)) {
        throw missing(
            "no week has been published", lake.path(), "Run newstide run on the corpus first");
      }
      TruthReport report =
          new TruthComparison(spark, lake, truth.toAbsolutePath().toString()).report();
      report.lines().forEach(out::println);
      if (!report.isWithinBounds()) {
        throw new NewstideException(
            ExitCode.AUDIT_FAILED,
            "TRUTH_MISSED",
            String.format(
                Locale.ROOT,
                "a mean error of share of voice exceeds %.1f points, or the coverage is outside %.0f-%.0f%%",
                TruthReport.LARGEST_MEAN_ERROR,
                100 * TruthReport.LEAST_COVERAGE,
                100 * TruthReport.GREATEST_COVERAGE),
            "",
            "Read the table above; where only the column 'as read' is near 95%, the sentiment model is the cause");
      }
    }
    return ExitCode.DONE.status();
  }

  private static NewstideException missing(String problem, String place, String remedy) {
    return new NewstideException(ExitCode.INPUT_REJECTED, "INPUT_MISSING", problem, place, remedy);
  }
}
