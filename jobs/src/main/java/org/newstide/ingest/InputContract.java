package org.newstide.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.types.StructType;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.PassingTrouble;
import org.newstide.config.InputConfig;
import org.newstide.config.MissingFileSystem;

/**
 * What an input must keep before a row of it is read. Spark would skip an empty file, read a
 * missing column as null and take the first file's types for all: here each of them is an error
 * that names the file.
 */
public final class InputContract {
  /** A file of an input: full path and size in bytes. */
  public record InputFile(String path, long size) {
    /** Says that the file's store refuses it: the file itself may be sound. */
    NewstideException unreadable(IOException cause) {
      return new NewstideException(
          ExitCode.INPUT_REJECTED,
          "INPUT_FILE_UNREADABLE",
          "the file cannot be read (" + cause.getMessage() + ")",
          path,
          "Give the user of this run the right to read it",
          cause);
    }
  }

  /**
   * An input that keeps its contract.
   *
   * @param files in order of their names
   * @param schema of all rows
   * @param folder from which folders such as {@code year=2024} count as columns
   * @param version of the Delta table
   * @param rows where the files' own metadata tell
   * @param parts at most so many of it can be read beside each other, as far as is known
   * @param notes what is accepted but worth knowing
   */
  public record Checked(
      List<InputFile> files,
      StructType schema,
      Optional<String> folder,
      Optional<Long> version,
      OptionalLong rows,
      long parts,
      List<String> notes) {
    public long bytes() {
      return files.stream().mapToLong(InputFile::size).sum();
    }

    Checked onlyFirstFile() {
      return new Checked(files.subList(0, 1), schema, folder, version, rows, parts, notes);
    }
  }

  /**
   * What was found.
   *
   * @param checked empty where there is a problem
   * @param problems all of them, in order of the files
   */
  public record Inspection(Optional<Checked> checked, List<NewstideException> problems) {}

  private final SparkSession spark;
  private final InputConfig input;
  private final Mapping mapping;
  private final Configuration hadoop;
  private final List<NewstideException> problems = new ArrayList<>();

  private InputContract(SparkSession spark, InputConfig input) {
    this.spark = spark;
    this.input = input;
    this.mapping = new Mapping(spark, input);
    this.hadoop = spark.sessionState().newHadoopConf();
  }

  /**
   * Checks files, footers and columns without reading the data.
   *
   * @throws NewstideException the first problem of {@link #inspect} with the least exit code; the
   *     others are suppressed
   */
  public static Checked check(SparkSession spark, InputConfig input) {
    Inspection inspection = inspect(spark, input);
    if (inspection.problems().isEmpty()) {
      return inspection.checked().orElseThrow();
    }
    // What must be mended first: beside it a retry would not help.
    List<NewstideException> problems =
        inspection.problems().stream()
            .sorted(Comparator.comparing(NewstideException::exitCode))
            .toList();
    NewstideException first = problems.get(0);
    problems.stream().skip(1).forEach(first::addSuppressed);
    throw first;
  }

  /**
   * All that is wrong with an input: INPUT_MISSING, INPUT_IS_DELTA, INPUT_FILE_EMPTY,
   * INPUT_FILE_SKIPPED, INPUT_FILE_CORRUPT, INPUT_FILE_UNREADABLE, SCHEMA_MISSING_COLUMN,
   * SCHEMA_TYPE_MISMATCH and SCHEMA_DUPLICATE_COLUMN, exit code 3; CONFIG_INVALID and
   * FILE_SYSTEM_MISSING, exit code 2; STORE_UNREACHABLE and its like, exit code 5.
   */
  public static Inspection inspect(SparkSession spark, InputConfig input) {
    InputContract contract = new InputContract(spark, input);
    Optional<NewstideException> missing = MissingFileSystem.of(input.path(), contract.hadoop);
    if (missing.isPresent()) {
      return new Inspection(Optional.empty(), List.of(missing.get()));
    }
    Checked checked =
        switch (input.format()) {
          case PARQUET -> contract.parquet();
          case JSON -> contract.json();
          case DELTA -> contract.delta();
        };
    return new Inspection(
        contract.problems.isEmpty() ? Optional.of(checked) : Optional.empty(),
        contract.problems.stream().map(contract::orPassing).toList());
  }

  /** Where a store did not answer, nothing is known of the file, and nothing in it to mend. */
  private NewstideException orPassing(NewstideException problem) {
    return PassingTrouble.at(input.at(problem.place()), problem).orElse(problem);
  }

  /** What each field of an article is read from, with its type: for people to see. */
  public static Map<String, String> columns(
      SparkSession spark, InputConfig input, Checked checked) {
    return new Mapping(spark, input).described(checked.schema());
  }

  private Checked parquet() {
    InputFiles files = InputFiles.list(hadoop, input, problems);
    List<ParquetFooter> footers = new ArrayList<>();
    for (ParquetFooter.Outcome outcome : ParquetFooter.readAll(files.files(), spark, hadoop)) {
      outcome.problem().ifPresent(problems::add);
      outcome.footer().ifPresent(footers::add);
    }
    ParquetSchemas schemas = new ParquetSchemas(input, mapping, files);
    footers.stream()
        .filter(footer -> hasNoTwins(footer.schema(), footer.file().path()))
        .forEach(footer -> problems.addAll(schemas.add(footer)));
    return new Checked(
        files.files(),
        schemas.schema(),
        files.folder(),
        Optional.empty(),
        OptionalLong.of(footers.stream().mapToLong(ParquetFooter::rows).sum()),
        footers.stream().mapToLong(ParquetFooter::rowGroups).sum(),
        schemas.notes());
  }

  private Checked json() {
    InputFiles files = InputFiles.list(hadoop, input, problems);
    List<JsonHead> heads = new ArrayList<>();
    for (JsonHead.Outcome outcome : JsonHead.readAll(files.files(), mapping, input, hadoop)) {
      outcome.problem().ifPresent(problems::add);
      outcome.head().ifPresent(heads::add);
    }
    JsonSchema json = new JsonSchema(spark, hadoop, input, mapping);
    JsonColumns columns = new JsonColumns(input, mapping, hadoop, files, heads);
    StructType schema = withFolderColumns(json.ofFirstLines(heads), files);
    problems.addAll(columns.clashes(schema));
    if (problems.isEmpty()) {
      schema = fitting(schema, json, files);
    }
    problems.addAll(columns.absences(schema));
    return new Checked(
        files.files(),
        problems.isEmpty() ? json.columnsRead(schema) : schema,
        files.folder(),
        Optional.empty(),
        OptionalLong.empty(),
        Long.MAX_VALUE, // lines can be parted anywhere, and Spark knows of packed files
        problems.isEmpty() ? json.notes(schema) : List.of());
  }

  /** The columns of the first lines if they are enough for the mapping, else those of all lines. */
  private StructType fitting(StructType ofFirstLines, JsonSchema json, InputFiles files) {
    if (mapping.problems(ofFirstLines, input.path()).isEmpty()) {
      return ofFirstLines;
    }
    StructType own = json.ofAllLines(files.files());
    StructType all = withFolderColumns(own, files);
    problems.addAll(own.isEmpty() ? List.of(noObject()) : mapping.problems(all, input.path()));
    return all;
  }

  private static StructType withFolderColumns(StructType own, InputFiles files) {
    return files.files().isEmpty() ? own : files.withFolderColumns(own, files.files().get(0));
  }

  private NewstideException noObject() {
    return new NewstideException(
        ExitCode.INPUT_REJECTED,
        "INPUT_FILE_CORRUPT",
        "no line of the input can be read as a JSON object",
        input.path(),
        "Write one JSON object a line, set the format of input "
            + input.name()
            + ", or deliver it again");
  }

  private Checked delta() {
    List<InputFile> files = new ArrayList<>();
    StructType schema = new StructType();
    long version = -1;
    try {
      DeltaLog log = DeltaLog.forTable(spark, input.path());
      Snapshot snapshot = log.update(false, scala.Option.empty(), scala.Option.empty());
      version = snapshot.version();
      schema = snapshot.schema();
      if (version >= 0) {
        // Without the statistics: of a million files they are gigabytes.
        for (Row file : snapshot.allFiles().select("path", "size").collectAsList()) {
          String path = new Path(input.path(), file.getString(0)).toString();
          files.add(new InputFile(path, file.getLong(1)));
        }
      }
    } catch (Exception e) { // Scala throws checked ones, too, and declares none
      problems.add(damagedDelta(e));
    }
    if (version < 0 && problems.isEmpty()) {
      problems.add(noDelta());
    }
    if (problems.isEmpty()) {
      problems.addAll(mapping.problems(schema, input.path()));
    }
    files.sort(java.util.Comparator.comparing(InputFile::path));
    return new Checked(
        files,
        schema,
        Optional.empty(),
        Optional.of(version),
        OptionalLong.empty(),
        files.size(), // their row groups are not looked up: most files hold one
        problems.isEmpty() ? unread(input, schema, mapping.columnsRead(schema)) : List.of());
  }

  /** A note for every column of the corpus that nothing reads. */
  static List<String> unread(
      InputConfig input, StructType schema, java.util.Set<String> columnsRead) {
    return java.util.Arrays.stream(schema.fieldNames())
        .filter(column -> !columnsRead.contains(column))
        .sorted()
        .map(column -> input.name() + ": unknown column " + column + " is not read")
        .toList();
  }

  private NewstideException noDelta() {
    return new NewstideException(
        ExitCode.INPUT_REJECTED,
        "INPUT_MISSING",
        "there is no Delta table",
        input.path(),
        "Check path and format of input " + input.name() + ", or give --set corpus.path=DIR");
  }

  private NewstideException damagedDelta(Exception cause) {
    String first = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    String reason = first.replaceFirst("\\.$", "");
    return new NewstideException(
        ExitCode.INPUT_REJECTED,
        "INPUT_FILE_CORRUPT",
        "the log of the Delta table cannot be read: " + reason,
        input.path(),
        "Restore the table from its source; nothing was published",
        cause);
  }

  /** Spark's names have no case: of title and Title it would read the one or the other. */
  private boolean hasNoTwins(StructType schema, String place) {
    int before = problems.size();
    Map<String, String> seen = new HashMap<>();
    for (String column : schema.fieldNames()) {
      String twin = seen.putIfAbsent(column.toLowerCase(Locale.ROOT), column);
      if (twin != null) {
        problems.add(
            new NewstideException(
                ExitCode.INPUT_REJECTED,
                "SCHEMA_DUPLICATE_COLUMN",
                "the columns " + twin + " and " + column + " clash",
                place,
                "Rename one of them in the file"));
      }
    }
    return problems.size() == before;
  }
}
