package org.newstide.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.query.LakeQuery;
import org.newstide.query.ResultFormat;
import org.newstide.table.Lake;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers one SQL query over the published tables. */
@Command(
    name = "sql",
    header = "Answer one SQL query over the published tables.",
    description = {
      "Answer one SQL query over the published tables, each a view under its own name.",
      "Reads only; scripts/sql holds a dozen ready questions."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  newstide sql --lake lake \"SELECT week_label, entity_id, stories FROM entity_week\"",
      "  newstide sql --lake lake --file scripts/sql/top_gainers.sql --format csv"
    })
final class Sql implements Callable<Integer> {
  @Mixin private CommonOptions options;
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Parameters(paramLabel = "QUERY", arity = "0..1", description = "One query, in quotes.")
  private String query;

  @Option(names = "--file", paramLabel = "FILE", description = "Read the query from a file.")
  private Path file;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, csv, or json: one object a line (default: ${DEFAULT-VALUE}).")
  private String format;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Most rows of a table; csv and json hold all (default: ${DEFAULT-VALUE}).")
  private int mostRows;

  @Option(names = "--require-rows", description = "Fail with exit code 3 where there is no row.")
  private boolean requireRows;

  @Override
  public Integer call() {
    Bounds.atLeast(1, "--rows", mostRows, 1000, "BAD_ROWS");
    ResultFormat output = outputFormat();
    String text = text();
    String place = file == null ? "the query" : file.toString();
    String lakePath = options.load().lakePath();
    try (SparkSession spark = SparkSessions.open("sql")) {
      LakeQuery query = LakeQuery.over(spark, new Lake(spark, lakePath));
      if (requireRows && query.rows(text, place).isEmpty()) {
        throw new NewstideException(
            ExitCode.INPUT_REJECTED,
            "NO_ROWS",
            "the published tables hold no row of what was asked for",
            place,
            "Publish it first, or ask for something else");
      }
      query.print(text, place, output, mostRows, spec.commandLine().getOut());
    }
    return 0;
  }

  private ResultFormat outputFormat() {
    for (ResultFormat known : ResultFormat.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(format)) {
        return known;
      }
    }
    throw usage(
        "BAD_FORMAT", "there is no format " + format, "--format", "Name table, csv or json");
  }

  private String text() {
    if ((query == null) == (file == null)) {
      throw usage(
          "BAD_QUERY",
          query == null ? "there is no query" : "there are two queries",
          "newstide sql",
          "Give either a query in quotes or --file");
    }
    if (query != null) {
      return query;
    }
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw usage(
          "SQL_FILE_UNREADABLE",
          "the file cannot be read as UTF-8 text",
          file.toString(),
          "Name a file with one query, such as scripts/sql/top_gainers.sql",
          e);
    }
  }

  private static NewstideException usage(String code, String problem, String place, String remedy) {
    return usage(code, problem, place, remedy, null);
  }

  private static NewstideException usage(
      String code, String problem, String place, String remedy, IOException cause) {
    return new NewstideException(ExitCode.USAGE_OR_CONFIG, code, problem, place, remedy, cause);
  }
}
