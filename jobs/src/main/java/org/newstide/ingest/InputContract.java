package org.newstide.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.types.StructType;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.config.InputConfig;

/**
 * What an input must keep before a row of it is read. Spark would skip an empty file, read a
 * missing column as null and take the first file's types for all: here each of them is an error
 * that names the file.
 */
public final class InputContract {
  /** A file of an input: full path and size in bytes. */
  public record InputFile(String path, long size) {}

  /**
   * An input that keeps its contract.
   *
   * @param files in order of their names; none for Delta
   * @param schema of all rows
   * @param version of the Delta table
   * @param notes what is accepted but worth knowing
   */
  public record Checked(
      List<InputFile> files, StructType schema, Optional<Long> version, List<String> notes) {}

  private final SparkSession spark;
  private final InputConfig input;
  private final Configuration hadoop;

  private InputContract(SparkSession spark, InputConfig input) {
    this.spark = spark;
    this.input = input;
    this.hadoop = spark.sessionState().newHadoopConf();
  }

  /**
   * Checks files, footers and columns; starts no job for Parquet and Delta.
   *
   * @throws NewstideException INPUT_MISSING, INPUT_FILE_EMPTY, INPUT_FILE_CORRUPT,
   *     SCHEMA_MISSING_COLUMN, SCHEMA_TYPE_MISMATCH or SCHEMA_DUPLICATE_COLUMN, exit code 3
   */
  public static Checked check(SparkSession spark, InputConfig input) {
    InputContract contract = new InputContract(spark, input);
    return switch (input.format()) {
      case PARQUET -> contract.parquet();
      case JSON -> contract.json();
      case DELTA -> contract.delta();
    };
  }

  private Checked parquet() {
    List<InputFile> files = files();
    Map<String, String> first = new HashMap<>();
    Set<String> extra = new HashSet<>();
    Set<String> used = null;
    StructType schema = null;
    for (InputFile file : files) {
      List<Type> columns = footer(file);
      refuseDuplicates(columns.stream().map(Type::getName).toList(), file.path());
      if (schema == null) {
        schema = spark.read().parquet(file.path()).schema();
        used = usedColumns(schema, file.path());
      }
      compare(columns, used, first, file, extra);
    }
    List<String> notes =
        extra.stream()
            .filter(column -> !first.containsKey(column))
            .sorted()
            .map(column -> input.name() + ": unknown column " + column + " is not read")
            .toList();
    return new Checked(files, schema, Optional.empty(), notes);
  }

  private List<Type> footer(InputFile file) {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(new Path(file.path()), hadoop))) {
      return reader.getFileMetaData().getSchema().getFields();
    } catch (IOException | RuntimeException e) {
      throw new NewstideException(
          ExitCode.INPUT_REJECTED,
          "INPUT_FILE_CORRUPT",
          "the file is no whole Parquet file",
          file.path(),
          "Restore it from its source or take it out of the input",
          e);
    }
  }

  private void compare(
      List<Type> columns,
      Set<String> used,
      Map<String, String> first,
      InputFile file,
      Set<String> extra) {
    Map<String, String> types = new HashMap<>();
    columns.forEach(column -> types.put(column.getName(), column.toString()));
    for (String column : used) {
      String type = types.remove(column);
      if (type == null) {
        throw schema("SCHEMA_MISSING_COLUMN", "the file lacks the column " + column, file.path());
      }
      String known = first.putIfAbsent(column, plain(type));
      if (known != null && !known.equals(plain(type))) {
        throw schema(
            "SCHEMA_TYPE_MISMATCH",
            "the column " + column + " is " + plain(type) + " here and " + known + " before",
            file.path());
      }
    }
    extra.addAll(types.keySet());
  }

  /** Whether a value may be missing does not make another type. */
  private static String plain(String type) {
    return type.replaceFirst("^(optional|required) ", "").replaceFirst(" field_id=-?\\d+", "");
  }

  private Checked json() {
    List<InputFile> files = files();
    StructType schema =
        spark.read().json(files.stream().map(InputFile::path).toArray(String[]::new)).schema();
    refuseDuplicates(List.of(schema.fieldNames()), input.path());
    usedColumns(schema, input.path());
    return new Checked(files, schema, Optional.empty(), List.of());
  }

  private Checked delta() {
    try {
      StructType schema = spark.read().format("delta").load(input.path()).schema();
      usedColumns(schema, input.path());
      long version =
          io.delta.tables.DeltaTable.forPath(spark, input.path())
              .history(1)
              .select("version")
              .head()
              .getLong(0);
      return new Checked(List.of(), schema, Optional.of(version), List.of());
    } catch (NewstideException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new NewstideException(
          ExitCode.INPUT_REJECTED,
          "INPUT_MISSING",
          "there is no readable Delta table",
          input.path(),
          "Check the path of input " + input.name(),
          e);
    }
  }

  private List<InputFile> files() {
    List<InputFile> files = new ArrayList<>();
    try {
      Path root = new Path(input.path());
      FileSystem system = root.getFileSystem(hadoop);
      RemoteIterator<LocatedFileStatus> found = system.listFiles(root, true);
      while (found.hasNext()) {
        LocatedFileStatus file = found.next();
        String name = file.getPath().getName();
        if (!name.startsWith("_") && !name.startsWith(".")) {
          files.add(new InputFile(file.getPath().toString(), file.getLen()));
        }
      }
    } catch (java.io.FileNotFoundException e) {
      throw missing(e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + input.path(), e);
    }
    if (files.isEmpty()) {
      throw missing(null);
    }
    files.sort(Comparator.comparing(InputFile::path));
    for (InputFile file : files) {
      if (file.size() == 0) {
        throw new NewstideException(
            ExitCode.INPUT_REJECTED,
            "INPUT_FILE_EMPTY",
            "the file holds no byte",
            file.path(),
            "Deliver it again or take it out of the input");
      }
    }
    return files;
  }

  private NewstideException missing(Throwable cause) {
    return new NewstideException(
        ExitCode.INPUT_REJECTED,
        "INPUT_MISSING",
        "there is no file to read",
        input.path(),
        "Check the path of input " + input.name() + ", or give it with --set corpus.path=DIR",
        cause);
  }

  private void refuseDuplicates(List<String> columns, String place) {
    Map<String, String> seen = new HashMap<>();
    for (String column : columns) {
      String twin = seen.putIfAbsent(column.toLowerCase(Locale.ROOT), column);
      if (twin != null) {
        throw schema(
            "SCHEMA_DUPLICATE_COLUMN", "the columns " + twin + " and " + column + " clash", place);
      }
    }
  }

  /** The corpus columns that the mapping and the filter name; each must exist. */
  private Set<String> usedColumns(StructType schema, String place) {
    InputConfig.Columns columns = input.columns();
    List<String> expressions = new ArrayList<>(List.of(columns.publishedAt(), columns.title()));
    columns.url().ifPresent(expressions::add);
    columns.source().ifPresent(expressions::add);
    columns.body().ifPresent(expressions::add);
    columns.language().ifPresent(expressions::add);
    input.filter().ifPresent(expressions::add);
    Map<String, String> known = new HashMap<>();
    for (String name : schema.fieldNames()) {
      known.put(name.toLowerCase(Locale.ROOT), name);
    }
    Set<String> used = new HashSet<>();
    for (String expression : expressions) {
      for (String column : columnsOf(expression)) {
        String name = known.get(column.toLowerCase(Locale.ROOT));
        if (name == null) {
          throw schema(
              "SCHEMA_MISSING_COLUMN",
              "there is no column "
                  + column
                  + "; columns are "
                  + String.join(", ", schema.fieldNames()),
              place);
        }
        used.add(name);
      }
    }
    return used;
  }

  private Set<String> columnsOf(String expression) {
    Set<String> names = new HashSet<>();
    try {
      collect(spark.sessionState().sqlParser().parseExpression(expression), names);
    } catch (org.apache.spark.sql.catalyst.parser.ParseException e) {
      throw new NewstideException(
          ExitCode.USAGE_OR_CONFIG,
          "CONFIG_INVALID",
          "'" + expression + "' is no Spark SQL expression",
          "input " + input.name(),
          "Give a column name or an expression over the corpus' columns",
          e);
    }
    return names;
  }

  private static void collect(
      org.apache.spark.sql.catalyst.expressions.Expression expression, Set<String> names) {
    if (expression instanceof UnresolvedAttribute attribute) {
      names.add(attribute.nameParts().head());
    }
    scala.collection.JavaConverters.seqAsJavaList(expression.children())
        .forEach(child -> collect(child, names));
  }

  private NewstideException schema(String code, String problem, String place) {
    return new NewstideException(
        ExitCode.INPUT_REJECTED,
        code,
        problem,
        place,
        "Mend the file, or the columns of input " + input.name());
  }
}
