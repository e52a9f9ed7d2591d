package org.newstide.query;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** How rows are printed. */
public enum ResultFormat {
  /** An aligned table, which is Markdown as well; cut after a number of rows. */
  TABLE {
    @Override
    void print(Dataset<Row> rows, int mostRows, PrintWriter out) {
      List<Row> found = texts(rows).takeAsList(mostRows + 1);
      List<String[]> lines = new ArrayList<>();
      lines.add(rows.columns());
      found.stream().limit(mostRows).map(row -> cells(row, "")).forEach(lines::add);
      aligned(lines, rows.schema(), out);
      if (found.size() > mostRows) {
        out.printf(Locale.ROOT, "%nOnly the first %,d rows; --rows shows more.%n", mostRows);
      } else if (found.isEmpty()) {
        out.printf("%nNo rows.%n");
      }
    }
  },

  /** RFC 4180 with a header; null is an empty field, an empty text is "". */
  CSV {
    @Override
    void print(Dataset<Row> rows, int mostRows, PrintWriter out) {
      out.print(line(rows.columns()));
      for (Iterator<Row> row = texts(rows).toLocalIterator(); row.hasNext(); ) {
        out.print(line(cells(row.next(), null)));
      }
      out.flush();
    }

    private String line(String[] cells) {
      return Arrays.stream(cells).map(this::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private String field(String cell) {
      if (cell == null) {
        return "";
      }
      boolean quoted = cell.isEmpty() || cell.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0);
      return quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
  },

  /** One JSON object a line, nulls included. */
  JSON {
    @Override
    void print(Dataset<Row> rows, int mostRows, PrintWriter out) {
      Column all = functions.struct(functions.col("*"));
      Dataset<Row> lines = rows.select(functions.to_json(all, Map.of("ignoreNullFields", "false")));
      for (Iterator<Row> row = lines.toLocalIterator(); row.hasNext(); ) {
        out.println(row.next().getString(0));
      }
    }
  };

  abstract void print(Dataset<Row> rows, int mostRows, PrintWriter out);

  /** Every value as text, nested ones as JSON; columns by position, for names may be doubled. */
  private static Dataset<Row> texts(Dataset<Row> rows) {
    StructField[] fields = rows.schema().fields();
    String[] places = new String[fields.length];
    Arrays.setAll(places, i -> "c" + i);
    Column[] columns = new Column[fields.length];
    Arrays.setAll(
        columns,
        i ->
            isNested(fields[i])
                ? functions.to_json(functions.col(places[i]))
                : functions.col(places[i]).cast("string"));
    return rows.toDF(places).select(columns);
  }

  private static boolean isNested(StructField field) {
    return field.dataType() instanceof StructType
        || field.dataType() instanceof ArrayType
        || field.dataType() instanceof MapType;
  }

  private static String[] cells(Row row, String ofNull) {
    String[] cells = new String[row.size()];
    Arrays.setAll(cells, i -> row.isNullAt(i) ? ofNull : row.getString(i));
    return cells;
  }

  private static void aligned(List<String[]> lines, StructType schema, PrintWriter out) {
    StructField[] fields = schema.fields();
    int[] widths = new int[fields.length];
    for (String[] line : lines) {
      for (int i = 0; i < line.length; i++) {
        line[i] = line[i].replace("|", "\\|").replaceAll("\\R", " ");
        widths[i] = Math.max(Math.max(3, widths[i]), line[i].codePointCount(0, line[i].length()));
      }
    }
    for (int l = 0; l < lines.size(); l++) {
      StringBuilder text = new StringBuilder("|");
      for (int i = 0; i < fields.length; i++) {
        String cell = lines.get(l)[i];
        String space = " ".repeat(widths[i] - cell.codePointCount(0, cell.length()));
        text.append(' ').append(isNumber(fields[i]) ? space + cell : cell + space).append(" |");
      }
      out.println(text);
      if (l == 0) {
        out.println(rule(fields, widths));
      }
    }
  }

  private static String rule(StructField[] fields, int[] widths) {
    StringBuilder text = new StringBuilder("|");
    for (int i = 0; i < fields.length; i++) {
      text.append(' ').append("-".repeat(widths[i] - 1)).append(isNumber(fields[i]) ? ':' : '-');
      text.append(" |");
    }
    return text.toString();
  }

  private static boolean isNumber(StructField field) {
    return field.dataType() instanceof NumericType;
  }
}
