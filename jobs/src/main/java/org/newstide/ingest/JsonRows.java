package org.newstide.ingest;

import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * JSON lines as rows: each line that is not blank is one, whole or malformed. Spark's own reader of
 * JSON files takes the first object of a line and drops what follows it, as where a line break was
 * lost, and nobody would know.
 */
final class JsonRows {
  /** Spark's name of the column of a text file. */
  private static final String LINE = "value";

  private static final String PARSED = "parsed";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private JsonRows() {}

  /**
   * @param reader knows from which folder on folders are columns; has no schema
   * @param schema of the columns to read, those of folders among them
   * @param filter what rows that are not malformed must meet
   * @return these columns and {@link JsonSchema#CORRUPT}: the text of a malformed line, else null
   */
  static Dataset<Row> read(
      DataFrameReader reader, String[] files, StructType schema, Optional<String> filter) {
    StructType parsed = schema.add(JsonSchema.CORRUPT, DataTypes.StringType);
    Map<String, String> options = Map.of("columnNameOfCorruptRecord", JsonSchema.CORRUPT);
    Dataset<Row> lines = reader.text(files);
    Column line =
        when(col(LINE).startsWith(BYTE_ORDER_MARK), col(LINE).substr(2, Integer.MAX_VALUE))
            .otherwise(col(LINE));
    Dataset<Row> rows =
        lines
            .withColumn(LINE, line)
            .where(trim(col(LINE)).notEqual(lit("")))
            .withColumn(PARSED, from_json(col(LINE), parsed, options));
    Set<String> ofFolders = ofFolders(lines);
    Dataset<Row> whole = rows.select(columns(schema, ofFolders));
    return filter.map(sql -> JsonFilter.apply(sql, whole, ofFolders)).orElse(whole);
  }

  /** The columns of the lines' folders: a field of the lines may be named as their text is. */
  private static Set<String> ofFolders(Dataset<Row> lines) {
    return Stream.of(lines.columns()).filter(name -> !name.equals(LINE)).collect(toSet());
  }

  private static Column[] columns(StructType schema, Set<String> ofFolders) {
    List<Column> columns = new ArrayList<>();
    for (StructField field : schema.fields()) {
      Column column =
          ofFolders.contains(field.name())
              ? col("`" + field.name() + "`").cast(field.dataType())
              : col(PARSED).getField(field.name());
      columns.add(column.as(field.name()));
    }
    columns.add(
        when(holdsMore(col(LINE)), col(LINE))
            .otherwise(col(PARSED).getField(JsonSchema.CORRUPT))
            .as(JsonSchema.CORRUPT));
    return columns.toArray(Column[]::new);
  }

  private static Column holdsMore(Column line) {
    return udf((UDF1<String, Boolean>) JsonRows::holdsMore, DataTypes.BooleanType).apply(line);
  }

  /** Whether anything but white space follows a line's first object. */
  static boolean holdsMore(String line) {
    int end = endOfObject(line);
    return end >= 0 && !line.substring(end).isBlank();
  }

  /** Behind the object that a line begins with; -1 where it begins with none or breaks off. */
  private static int endOfObject(String line) {
    int depth = 0;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        if (c == '\\') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i + 1;
      } else if (depth == 0 && !Character.isWhitespace(c)) {
        return -1;
      }
    }
    return -1;
  }
}
