package org.newstide.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.newstide.ExitCode;
import org.newstide.Nearest;
import org.newstide.NewstideException;
import org.newstide.table.LakeTable;

/** Turns what Spark says of a query into problem, place and remedy. */
final class QueryErrors {
  private QueryErrors() {}

  static RuntimeException named(Exception failure, String place) {
    if (failure instanceof NewstideException known) {
      return known;
    }
    if (failure instanceof ParseException unreadable) {
      return unreadable(unreadable, place);
    }
    if (failure instanceof AnalysisException invalid) {
      return invalid(invalid, place);
    }
    return failed(failure, place);
  }

  private static NewstideException unreadable(ParseException failure, String place) {
    String line =
        failure.start().line().isDefined()
            ? ", line %s, column %s"
                .formatted(
                    failure.start().line().get(),
                    ((Number) failure.start().startPosition().get()).intValue() + 1)
            : "";
    return usage(
        "SQL_UNREADABLE",
        "the SQL cannot be read - " + plain(failure.message()),
        place + line,
        "Mend the statement there; it is one SELECT in Spark's SQL",
        failure);
  }

  private static NewstideException invalid(AnalysisException failure, String place) {
    String kind = Optional.ofNullable(failure.getErrorClass()).orElse("");
    String at = failure.line().isDefined() ? place + ", line " + failure.line().get() : place;
    if (kind.startsWith("TABLE_OR_VIEW_NOT_FOUND")) {
      String name = parameter(failure, "relationName");
      return usage(
          "SQL_UNKNOWN_TABLE",
          "there is no table " + name,
          at,
          "Did you mean %s? docs/tables.md lists all tables"
              .formatted(Nearest.to(name.toLowerCase(Locale.ROOT), tables())),
          failure);
    }
    if (kind.startsWith("UNRESOLVED_COLUMN")) {
      String proposal = parameter(failure, "proposal");
      return usage(
          "SQL_UNKNOWN_COLUMN",
          "there is no column " + parameter(failure, "objectName"),
          at,
          (proposal.isEmpty() ? "" : "Did you mean one of " + proposal + "? ")
              + "docs/tables.md lists all columns, as does DESCRIBE with a table's name",
          failure);
    }
    return usage(
        "SQL_INVALID",
        plain(failure.getSimpleMessage()),
        at,
        "Mend the statement; docs/tables.md has tables, columns and types",
        failure);
  }

  private static NewstideException failed(Exception failure, String place) {
    Throwable root = failure;
    while (root.getCause() != null && !(root instanceof SparkThrowable known && isNamed(known))) {
      root = root.getCause();
    }
    return new NewstideException(
        ExitCode.INTERNAL,
        "SQL_FAILED",
        "the query stopped - " + plain(String.valueOf(root.getMessage())),
        place,
        "Read the cause; a value that cannot be converted or a file that is gone are the usual ones",
        failure);
  }

  private static boolean isNamed(SparkThrowable failure) {
    return failure.getErrorClass() != null && !failure.getErrorClass().startsWith("_LEGACY");
  }

  private static NewstideException usage(
      String code, String problem, String place, String remedy, Throwable cause) {
    return new NewstideException(ExitCode.USAGE_OR_CONFIG, code, problem, place, remedy, cause);
  }

  private static List<String> tables() {
    return Arrays.stream(LakeTable.values()).map(LakeTable::label).toList();
  }

  private static String parameter(AnalysisException failure, String name) {
    return failure.getMessageParameters().getOrDefault(name, "").replace("`", "");
  }

  /** The first sentence or two: without the error class, the plan, and the full stop. */
  private static String plain(String message) {
    String text = message.lines().findFirst().orElse("").replaceFirst("^\\[[A-Z_.0-9]+] *", "");
    text = text.replaceFirst(" *SQLSTATE: \\w+$", "");
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
