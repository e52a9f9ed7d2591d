package org.newstide.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.newstide.ExitCode;
import org.newstide.article.IsoWeek;
import org.newstide.catalog.Catalog;
import org.newstide.config.NewstideConfig;
import org.newstide.shift.ShiftFindings;
import org.newstide.shift.ShiftQuestion;
import org.newstide.shift.ShiftReader;
import org.newstide.table.PublishedTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells whether attention, tone and alliance moved from one provider to another. */
@Command(
    name = "shift",
    header = "Ask whether attention, tone and alliance moved between two providers.",
    description = {
      "Did attention, tone and alliance move from one provider to another around a partner? In",
      "which week, how surely, how much of it within the sources and how much by another mix of",
      "them, and on which sentences? docs/definitions.md explains every figure."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  newstide shift --from-org microsoft --to-org amazon --partner openai --lake lake"
    })
final class Shift implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;
  @Mixin private ShiftOptions question;

  @Option(
      names = "--from-week",
      paramLabel = "WEEK",
      description = "First ISO week, such as 2024-W01 (default: the first published).")
  private String fromWeek;

  @Option(
      names = "--to-week",
      paramLabel = "WEEK",
      description = "Last ISO week (default: the last published).")
  private String toWeek;

  @Override
  public Integer call() {
    Optional<IsoWeek> first = Optional.ofNullable(fromWeek).map(IsoWeek::parse);
    Optional<IsoWeek> last = Optional.ofNullable(toWeek).map(IsoWeek::parse);
    NewstideConfig config = options.load();
    Catalog catalog = Catalog.load(config.catalogPath());
    ShiftQuestion asked = question.about(catalog, first, last);
    try (SparkSession spark = SparkSessions.open("shift")) {
      ShiftFindings findings =
          new ShiftReader(PublishedTables.of(spark, config.lakePath()), asked).findings();
      print(asked, findings, spec.commandLine().getOut());
    }
    return ExitCode.DONE.status();
  }

  private static void print(ShiftQuestion asked, ShiftFindings findings, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "From %s to %s, around %s: weeks %s to %s%n",
        asked.from().name(),
        asked.to().name(),
        asked.partner().name(),
        findings.weeks().get(0),
        findings.weeks().get(findings.weeks().size() - 1));
    findings.figures().forEach(figure -> print(figure, out));
    if (!findings.evidence().isEmpty()) {
      out.println();
      out.println("Evidence: + speaks for the move, - against it");
    }
    for (ShiftFindings.Sentence sentence : findings.evidence()) {
      out.printf(
          Locale.ROOT,
          "  %s %s %s with %s, confidence %.2f, %s%n      %s%n",
          sentence.speaksFor() ? "+" : "-",
          sentence.week(),
          sentence.kind(),
          sentence.side(),
          sentence.confidence(),
          sentence.source(),
          sentence.sentence());
    }
  }

  private static void print(ShiftFindings.Figure figure, PrintWriter out) {
    long weeks = figure.values().stream().filter(value -> value != null).count();
    out.printf(Locale.ROOT, "%n%s: %s%n", figure.name(), figure.meaning());
    if (figure.step().isEmpty()) {
      out.println("  too few weeks to tell: " + weeks);
      return;
    }
    ShiftFindings.Step step = figure.step().get(0);
    out.printf(
        Locale.ROOT,
        "  %s %s (95%%: %s to %s), p %.3f, Holm-adjusted %.3f, %d weeks%n",
        step.verdict(),
        step.week(),
        step.firstWeek(),
        step.lastWeek(),
        step.p(),
        step.adjusted(),
        weeks);
    out.printf(
        Locale.ROOT,
        "  from %.3f to %.3f: %+.3f (95%%: %+.3f to %+.3f); within sources %+.3f, mix of sources"
            + " %+.3f%n",
        step.before(),
        step.after(),
        step.after() - step.before(),
        step.low(),
        step.high(),
        step.within(),
        step.mix());
    for (ShiftFindings.Source source : step.sources()) {
      out.printf(
          Locale.ROOT,
          "    %-28s within %+.3f, mix %+.3f%n",
          source.source(),
          source.within(),
          source.mix());
    }
  }
}
