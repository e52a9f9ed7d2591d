package org.newstide.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.hadoop.util.LineReader;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.AtomicType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.config.InputConfig;
import org.newstide.ingest.InputContract.InputFile;

/**
 * Learns the columns of JSON lines from the first lines of the files. Spark by itself would read
 * the whole input for it; here that is only the last resort, where the first lines lack a column
 * that the mapping names.
 */
final class JsonSchema {
  private static final int MOST_FILES = 100;
  private static final int BYTES_OF_A_FILE = 64 * 1024;
  private static final int LONGEST_LINE = 16 * 1024 * 1024;

  /** Where Spark puts the text of a line that it cannot read. */
  static final String CORRUPT = "_corrupt_record";

  private final SparkSession spark;
  private final Configuration hadoop;
  private final InputConfig input;
  private final Mapping mapping;

  JsonSchema(SparkSession spark, Configuration hadoop, InputConfig input, Mapping mapping) {
    this.spark = spark;
    this.hadoop = hadoop;
    this.input = input;
    this.mapping = mapping;
  }

  /** The columns that the lines hold, and those of the folders. */
  StructType of(InputFiles listed, List<NewstideException> problems) {
    List<InputFile> files = listed.files();
    List<String> lines = new ArrayList<>();
    int step = (files.size() + MOST_FILES - 1) / MOST_FILES;
    for (int i = 0; i < files.size(); i += step) {
      List<String> head = head(files.get(i), problems);
      if (!head.isEmpty() && head.stream().noneMatch(line -> line.startsWith("{"))) {
        problems.add(noJson(files.get(i), null));
      }
      lines.addAll(head);
    }
    StructType known = listed.withFolderColumns(schema(lines), files.get(0));
    if (!problems.isEmpty() || mapping.problems(known, "").isEmpty()) {
      return known;
    }
    String[] paths =
        files.stream().map(file -> CorpusReader.literal(file.path())).toArray(String[]::new);
    StructType all = withoutCorrupt(spark.read().json(spark.read().textFile(paths)).schema());
    return listed.withFolderColumns(all, files.get(0));
  }

  /**
   * Of the columns only those that are read. A value that is a field by itself is read as text
   * whatever its JSON type, so that a number among texts is not lost.
   */
  StructType columnsRead(StructType schema) {
    Set<String> whole = new LinkedHashSet<>();
    mapping.fields().values().forEach(sql -> Mapping.named(sql, schema).ifPresent(whole::add));
    StructType read = new StructType();
    for (String column : mapping.columnsRead(schema)) {
      StructField field = schema.apply(column);
      boolean isText = whole.contains(column) && field.dataType() instanceof AtomicType;
      read = read.add(column, isText ? DataTypes.StringType : field.dataType());
    }
    return read;
  }

  List<String> notes(StructType schema) {
    return InputContract.unread(input, schema, mapping.columnsRead(schema));
  }

  private StructType schema(List<String> lines) {
    return withoutCorrupt(
        spark.read().json(spark.createDataset(lines, Encoders.STRING())).schema());
  }

  private static StructType withoutCorrupt(StructType schema) {
    StructField[] fields =
        Arrays.stream(schema.fields())
            .filter(field -> !field.name().equals(CORRUPT))
            .map(field -> field.dataType().equals(DataTypes.NullType) ? text(field) : field)
            .toArray(StructField[]::new);
    return new StructType(fields);
  }

  private static StructField text(StructField field) {
    DataType text = DataTypes.StringType;
    return new StructField(field.name(), text, true, field.metadata());
  }

  private List<String> head(InputFile file, List<NewstideException> problems) {
    List<String> lines = new ArrayList<>();
    InputStream raw;
    try {
      raw = new Path(file.path()).getFileSystem(hadoop).open(new Path(file.path()));
    } catch (IOException e) {
      problems.add(file.unreadable(e));
      return lines;
    }
    try (LineReader reader = new LineReader(unpacked(file, raw))) {
      Text line = new Text();
      int left = BYTES_OF_A_FILE;
      int taken = reader.readLine(line, LONGEST_LINE, LONGEST_LINE);
      while (taken > 0) {
        String text = line.toString().strip();
        if (!text.isEmpty()) {
          lines.add(text);
        }
        left -= taken;
        taken = left > 0 ? reader.readLine(line, LONGEST_LINE, LONGEST_LINE) : 0;
      }
    } catch (IOException e) {
      problems.add(noJson(file, e));
    }
    return lines;
  }

  private InputStream unpacked(InputFile file, InputStream raw) throws IOException {
    CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(new Path(file.path()));
    return codec == null ? raw : codec.createInputStream(raw);
  }

  private NewstideException noJson(InputFile file, Exception cause) {
    return new NewstideException(
        ExitCode.INPUT_REJECTED,
        "INPUT_FILE_CORRUPT",
        "the file starts with no JSON object on a line",
        file.path(),
        "Write one JSON object a line, set the format of input "
            + input.name()
            + ", or take the file out",
        cause);
  }
}
