package org.newstide.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.article.IsoWeek;
import org.newstide.catalog.Catalog;
import org.newstide.config.NewstideConfig;
import org.newstide.report.ReportData;
import org.newstide.report.ReportPage;
import org.newstide.report.ReportReader;
import org.newstide.shift.ShiftQuestion;
import org.newstide.table.PublishedTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the published weeks as one HTML file. */
@Command(
    name = "report",
    header = "Write the published weeks as one HTML file.",
    description = {
      "Write the published weeks as one HTML file: share of voice, net sentiment, ties, stated",
      "market shares, spikes and the sentences beneath them. It opens by double click, needs no",
      "server and asks the network for nothing."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  newstide report --lake lake --out report.html"})
final class Report implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;
  @Mixin private ShiftOptions question;

  @Option(
      names = {"--out", "--output"},
      paramLabel = "FILE",
      defaultValue = "report.html",
      description = "The file to write (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--from-week",
      paramLabel = "WEEK",
      description = "First ISO week, such as 2024-W01.")
  private String fromWeek;

  @Option(
      names = "--to-week",
      paramLabel = "WEEK",
      description = "Last ISO week (default: the last published).")
  private String toWeek;

  @Option(
      names = "--weeks",
      paramLabel = "N",
      defaultValue = "52",
      description = "How many weeks without --from-week (default: ${DEFAULT-VALUE}).")
  private int weeks;

  @Override
  public Integer call() {
    Bounds.atLeast(1, "--weeks", weeks, 52, "BAD_WEEKS");
    if (Files.isDirectory(out)) { // told before minutes of reading
      throw unwritable("it is a folder", null);
    }
    Optional<IsoWeek> from = Optional.ofNullable(fromWeek).map(IsoWeek::parse);
    Optional<IsoWeek> to = Optional.ofNullable(toWeek).map(IsoWeek::parse);
    NewstideConfig config = options.load();
    Catalog catalog = Catalog.load(config.catalogPath());
    Optional<ShiftQuestion> asked = question.ifAny(catalog);
    try (SparkSession spark = SparkSessions.open("report")) {
      ReportData data =
          new ReportReader(PublishedTables.of(spark, config.lakePath()), catalog, config.trends())
              .read(from, to, weeks, asked);
      String page = ReportPage.of(data);
      write(page);
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "%s: %d weeks, %d organisations and offerings, %d pieces of evidence, %.1f MB%n",
              out,
              data.weeks().size(),
              data.entities().stream().filter(ReportData.Entity::inWeeks).count(),
              data.evidence().size(),
              page.length() / 1e6);
    }
    return ExitCode.DONE.status();
  }

  private void write(String page) {
    try {
      Path folder = out.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Files.writeString(out, page, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw unwritable(e.getMessage(), e);
    }
  }

  private NewstideException unwritable(String reason, IOException cause) {
    return new NewstideException(
        ExitCode.USAGE_OR_CONFIG,
        "OUTPUT_UNWRITABLE",
        "the report cannot be written: " + reason,
        out.toString(),
        "Name a file in a folder that you may write to",
        cause);
  }
}
