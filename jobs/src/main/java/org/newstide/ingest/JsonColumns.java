package org.newstide.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.StructType;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.config.InputConfig;

/**
 * Holds the files of JSON lines against each other. Spark pools the columns of all of them: what a
 * file lacks or spells otherwise it would read as null, and an object among texts as their like.
 */
final class JsonColumns {
  /** Each file that is said to lack a column was read to its end, so not all of them are named. */
  private static final int ENOUGH_ABSENCES = 50;

  private final InputConfig input;
  private final Mapping mapping;
  private final Configuration hadoop;
  private final InputFiles files;
  private final List<JsonHead> heads;

  JsonColumns(
      InputConfig input,
      Mapping mapping,
      Configuration hadoop,
      InputFiles files,
      List<JsonHead> heads) {
    this.input = input;
    this.mapping = mapping;
    this.hadoop = hadoop;
    this.files = files;
    this.heads = heads;
  }

  /**
   * SCHEMA_DUPLICATE_COLUMN and SCHEMA_TYPE_MISMATCH, each with the file that differs from those
   * before it. An expression may make what it can of a column of mixed kinds.
   */
  List<NewstideException> clashes(StructType schema) {
    List<NewstideException> clashes = new ArrayList<>();
    heads.stream().flatMap(this::repetitions).forEach(clashes::add);
    differences(spellings(mapping.columnsRead(schema))).map(this::respelt).forEach(clashes::add);
    differences(kinds(mapping.wholeColumns(schema))).map(this::retyped).forEach(clashes::add);
    if (clashes.isEmpty() && !mapping.problems(schema, input.path()).isEmpty()) {
      differences(kinds(mapping.columnsRead(schema))).map(this::retyped).forEach(clashes::add);
    }
    return clashes;
  }

  /** SCHEMA_MISSING_COLUMN for files of which no line holds a column that every file needs. */
  List<NewstideException> absences(StructType schema) {
    return mapping.requiredColumns(schema).stream()
        .flatMap(oneOf -> absences(oneOf).stream())
        .toList();
  }

  /**
   * @param column in lower case
   * @param trait what the file shows of it
   */
  private record Observation(String column, String trait, String file) {}

  private record Difference(Observation here, Observation first) {
    String problem() {
      String place = here.file().equals(first.file()) ? "the same file" : first.file();
      return String.format(
          "the column %s is %s here and %s in %s",
          here.column(), here.trait(), first.trait(), place);
    }
  }

  private Stream<Observation> spellings(Set<String> columns) {
    return heads.stream()
        .flatMap(
            head -> written(head, columns).map(name -> observation(name, "written " + name, head)));
  }

  private Stream<Observation> kinds(Set<String> columns) {
    return heads.stream()
        .flatMap(
            head ->
                written(head, columns)
                    .flatMap(
                        name ->
                            head.columns().get(name).stream()
                                .map(kind -> observation(name, kind.words(), head))));
  }

  private static Observation observation(String name, String trait, JsonHead head) {
    return new Observation(name.toLowerCase(Locale.ROOT), trait, head.file().path());
  }

  /** Those of the columns that a head holds, as it writes them. */
  private static Stream<String> written(JsonHead head, Set<String> columns) {
    return head.columns().keySet().stream()
        .filter(name -> columns.stream().anyMatch(name::equalsIgnoreCase));
  }

  private static Stream<Difference> differences(Stream<Observation> observations) {
    Map<String, Observation> firsts = new HashMap<>();
    return observations
        .map(here -> new Difference(here, firsts.computeIfAbsent(here.column(), name -> here)))
        .filter(pair -> !pair.here().trait().equals(pair.first().trait()));
  }

  /** Spark would take the schema of such a file for ambiguous, or either of the two values. */
  private Stream<NewstideException> repetitions(JsonHead head) {
    return head.repeated().stream()
        .map(
            name ->
                rejected(
                    "SCHEMA_DUPLICATE_COLUMN",
                    "a line holds the column " + name + " more than once",
                    head.file().path(),
                    "Keep one of them"));
  }

  private NewstideException respelt(Difference difference) {
    return rejected(
        "SCHEMA_DUPLICATE_COLUMN",
        difference.problem(),
        difference.here().file(),
        "Rename one of them in its file");
  }

  private NewstideException retyped(Difference difference) {
    return rejected(
        "SCHEMA_TYPE_MISMATCH",
        difference.problem(),
        difference.here().file(),
        "Mend the file or take it out, or read the column by an expression in input "
            + input.name());
  }

  private List<NewstideException> absences(Set<String> oneOf) {
    List<JsonHead> suspects =
        heads.stream()
            .filter(head -> head.hasRow() && !head.holdsOneOf(oneOf))
            .filter(head -> Collections.disjoint(files.folderColumns(head.file()), oneOf))
            .toList();
    List<NewstideException> absences = new ArrayList<>();
    for (int i = 0;
        i < suspects.size() && absences.size() < ENOUGH_ABSENCES;
        i += ENOUGH_ABSENCES) {
      int end = Math.min(suspects.size(), i + ENOUGH_ABSENCES);
      ManyFiles.each(suspects.subList(i, end), head -> absence(head, oneOf))
          .forEach(absence -> absence.ifPresent(absences::add));
    }
    return absences;
  }

  /** Rows may omit what they have not: the file is read on until one has it. */
  private Optional<NewstideException> absence(JsonHead head, Set<String> oneOf) {
    try {
      return head.isWhole() || !head.fileHoldsOneOf(oneOf, hadoop)
          ? Optional.of(absent(head, oneOf))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.of(head.cutOff(e));
    } catch (NewstideException unreadable) {
      return Optional.of(unreadable);
    }
  }

  private NewstideException absent(JsonHead head, Set<String> oneOf) {
    String noun = oneOf.size() == 1 ? "the column " : "all of the columns ";
    return rejected(
        "SCHEMA_MISSING_COLUMN",
        "the file lacks " + noun + String.join(", ", oneOf),
        head.file().path(),
        "Write it in the file, as null where a row has none, take the file out, or change the"
            + " columns of input "
            + input.name());
  }

  private static NewstideException rejected(
      String code, String problem, String file, String remedy) {
    return new NewstideException(ExitCode.INPUT_REJECTED, code, problem, file, remedy);
  }
}
