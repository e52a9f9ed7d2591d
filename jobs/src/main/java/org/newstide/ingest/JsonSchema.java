package org.newstide.ingest;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.AtomicType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.newstide.LiteralPath;
import org.newstide.config.InputConfig;
import org.newstide.ingest.InputContract.InputFile;

/**
 * Learns the types of JSON lines' columns from the first lines of the files. Spark by itself would
 * read the whole input for it; here that is only the last resort, where the first lines lack a
 * column that the mapping names.
 */
final class JsonSchema {
  private static final int ENOUGH_FILES = 100;

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

  /** The columns that the first lines hold. */
  StructType ofFirstLines(List<JsonHead> heads) {
    List<String> lines =
        ManyFiles.each(sample(heads), head -> head.lines(hadoop)).stream()
            .flatMap(List::stream)
            .toList();
    return withoutCorrupt(
        spark.read().json(spark.createDataset(lines, Encoders.STRING())).schema());
  }

  /** The columns that all lines hold. */
  StructType ofAllLines(List<InputFile> files) {
    String[] paths = files.stream().map(file -> LiteralPath.of(file.path())).toArray(String[]::new);
    return withoutCorrupt(spark.read().json(spark.read().textFile(paths)).schema());
  }

  /**
   * Of the columns only those that are read. A value that is a field by itself is read as text
   * whatever its JSON type, so that a number among texts is not lost.
   */
  StructType columnsRead(StructType schema) {
    Set<String> whole = mapping.wholeColumns(schema);
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

  /** Files from all over the input, and for each column the first that holds it. */
  private static List<JsonHead> sample(List<JsonHead> heads) {
    Set<JsonHead> sample = new LinkedHashSet<>();
    int step = (heads.size() + ENOUGH_FILES - 1) / ENOUGH_FILES;
    for (int i = 0; i < heads.size(); i += step) {
      sample.add(heads.get(i));
    }
    Set<String> held = new HashSet<>();
    heads.stream().filter(head -> held.addAll(head.columns().keySet())).forEach(sample::add);
    return List.copyOf(sample);
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
}
