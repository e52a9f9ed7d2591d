package org.newstide.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.catalog.Catalog;
import org.newstide.catalog.Entity;
import org.newstide.config.InputConfig;
import org.newstide.config.MissingFileSystem;
import org.newstide.config.NewstideConfig;
import org.newstide.config.UnsafeSettings;
import org.newstide.ingest.DateSample;
import org.newstide.ingest.InputContract;
import org.newstide.reread.Encoder;
import org.newstide.run.InputErrors;
import org.newstide.run.SentimentEngines;
import scala.collection.JavaConverters;

/** Looks at everything that a run needs, prints what it finds, and gathers what is wrong. */
final class Findings {
  private static final int MOST_PROBLEMS = 50;
  private static final String STANDARD_DATES = "ISO 8601, RFC 1123, English words";

  private final PrintWriter out;
  private final List<NewstideException> problems = new ArrayList<>();

  Findings(PrintWriter out) {
    this.out = out;
  }

  /** Catalog and sentiment models; the configuration itself is valid once it is loaded. */
  void look(NewstideConfig config) {
    line("configuration", "valid, hash %s", config.hash().substring(0, 12));
    attempt(() -> lookAtCatalog(config.catalogPath()));
    attempt(() -> line("sentiment", "model %s", SentimentEngines.of(config.sentiment()).model()));
    switch (config.sentiment().engine()) {
      case LINEAR -> {}
      case SPARK_NLP, CASCADE ->
          attempt(
              () -> line("encoder", "model %s", Encoder.verified(config.sentiment().encoder())));
    }
    line("lake", "%s (not touched)", config.lakePath());
  }

  /** The session's settings and every input. */
  void look(SparkSession spark, NewstideConfig config) {
    attempt(() -> UnsafeSettings.refuse(JavaConverters.mapAsJavaMap(spark.conf().getAll())));
    MissingFileSystem.of(config.lakePath(), spark.sessionState().newHadoopConf())
        .ifPresent(problems::add);
    for (InputConfig input : config.inputs()) {
      try {
        look(spark, input);
      } catch (Exception e) { // Spark throws checked ones, too, and declares none
        problems.add(InputErrors.of(input).problem(e));
      }
    }
  }

  /** Prints the problems; what the process should exit with. */
  ExitCode close() {
    out.println();
    if (problems.isEmpty()) {
      out.println("No problem found. Nothing was started.");
      return ExitCode.DONE;
    }
    out.printf(
        Locale.ROOT, "%,d %s:%n", problems.size(), problems.size() == 1 ? "problem" : "problems");
    problems.stream().limit(MOST_PROBLEMS).forEach(problem -> out.println(problem.getMessage()));
    if (problems.size() > MOST_PROBLEMS) {
      out.printf(Locale.ROOT, "... and %,d more%n", problems.size() - MOST_PROBLEMS);
    }
    // What must be mended first, the configuration before all: beside it a retry would not help.
    return problems.stream()
        .map(NewstideException::exitCode)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private void lookAtCatalog(Path folder) {
    List<NewstideException> mistakes = Catalog.mistakes(folder);
    problems.addAll(mistakes);
    if (mistakes.isEmpty()) {
      Catalog catalog = Catalog.load(folder);
      long organisations = catalog.entities().stream().filter(Entity::isOrganisation).count();
      line(
          "catalog",
          "%s: %,d organisations, %,d offerings, %,d names",
          folder,
          organisations,
          catalog.entities().size() - organisations,
          catalog.aliases().size());
    }
  }

  private void look(SparkSession spark, InputConfig input) {
    out.println();
    line("input " + input.name(), "%s, %s", lower(input.format()), input.path());
    InputContract.Inspection inspection = InputContract.inspect(spark, input);
    problems.addAll(inspection.problems());
    inspection.checked().ifPresent(checked -> show(spark, input, checked));
  }

  private void show(SparkSession spark, InputConfig input, InputContract.Checked checked) {
    checked.version().ifPresent(version -> line("  version", "%d", version));
    String rows =
        checked.rows().isPresent()
            ? String.format(Locale.ROOT, ", %,d rows", checked.rows().getAsLong())
            : "";
    line("  files", "%,d, %,d bytes%s", checked.files().size(), checked.bytes(), rows);
    for (Map.Entry<String, String> column :
        InputContract.columns(spark, input, checked).entrySet()) {
      line("  " + column.getKey(), "%s", column.getValue());
    }
    input.filter().ifPresent(filter -> line("  filter", "%s", filter));
    dates(input, DateSample.take(spark, input, checked));
    checked
        .notes()
        .forEach(note -> line("  note", "%s", note.substring(input.name().length() + 2)));
  }

  private void dates(InputConfig input, DateSample sample) {
    String formats = String.join(", ", input.dateFormats());
    line(
        "  date formats",
        "%s; times without a zone in %s",
        formats.isEmpty() ? STANDARD_DATES : formats + ", then " + STANDARD_DATES,
        input.zone());
    line(
        "  first dates",
        "%,d of %,d rows read%s",
        sample.read(),
        sample.rows(),
        sample
            .earliest()
            .map(first -> ", from " + day(first) + " to " + day(sample.latest().orElseThrow()))
            .orElse(""));
    if (!sample.unread().isEmpty()) {
      line("  unread dates", "'%s'", String.join("', '", sample.unread()));
    }
    if (sample.malformed() > 0) {
      line(
          "  malformed",
          "%,d of the first %,d lines; a run sets them aside",
          sample.malformed(),
          sample.malformed() + sample.rows());
    }
    sample.problem(input.name()).ifPresent(problems::add);
  }

  private void attempt(Runnable look) {
    try {
      look.run();
    } catch (NewstideException problem) {
      problems.add(problem);
    }
  }

  private void line(String name, String format, Object... values) {
    out.printf(Locale.ROOT, "%-16s %s%n", name, String.format(Locale.ROOT, format, values));
  }

  private static String day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
