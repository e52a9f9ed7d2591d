package org.newstide.table;

import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.desc;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.newstide.SampleLakeExtension;

/**
 * The examples of {@code docs/tables.md} are values of the sample's lake; -Dnewstide.update=true
 * takes them anew (then TablesPageTest writes the page).
 */
@ExtendWith(SampleLakeExtension.class)
class TableExamplesTest {
  private static final int LONGEST = 60;

  @Test
  void everyColumnOfTheLakeHasAnExampleOfItsType(Lake lake) throws IOException {
    if (Boolean.getBoolean("newstide.update")) {
      Files.writeString(TableExamples.FILE, examples(lake));
    }
    TableExamples written = TableExamples.load();
    for (LakeTable table : LakeTable.values()) {
      String casts =
          table.schema().columns().stream()
              .filter(column -> !column.type().contains("<") && !column.type().equals("string"))
              .filter(column -> !column.nullable() || !written.of(table, column.name()).isEmpty())
              .map(
                  column ->
                      "try_cast('%s' AS %s) IS NOT NULL"
                          .formatted(written.of(table, column.name()), column.type()))
              .collect(Collectors.joining(" AND "));
      assertThat(lake.read(table).limit(1).selectExpr(casts).head().getBoolean(0))
          .as(table.label())
          .isTrue();
    }
  }

  private static String examples(Lake lake) {
    List<String> lines = new ArrayList<>();
    for (LakeTable table : LakeTable.values()) {
      TableSchema schema = table.schema();
      // The row with most to show, then the first by key.
      String filled =
          schema.columns().stream()
              .map(column -> "int(%s IS NOT NULL)".formatted(column.name()))
              .collect(Collectors.joining(" + "));
      Dataset<Row> row =
          lake.read(table)
              .selectExpr("*", filled + " AS filled")
              .orderBy(
                  desc("filled"),
                  concat_ws(" ", schema.key().stream().map(functions::col).toArray(Column[]::new)))
              .limit(1);
      Row example =
          row.selectExpr(
                  schema.columns().stream().map(TableExamplesTest::text).toArray(String[]::new))
              .head();
      for (int i = 0; i < schema.columns().size(); i++) {
        lines.add(
            String.join(
                "\t", table.label(), schema.columns().get(i).name(), cut(example.getString(i))));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String text(TableSchema.ColumnSchema column) {
    return column.type().contains("<")
        ? "to_json(%s)".formatted(column.name())
        : "CAST(%s AS STRING)".formatted(column.name());
  }

  private static String cut(String text) {
    String value =
        text == null
            ? ""
            : text.replaceAll("\\s+", " ")
                .replace(System.getProperty("newstide.root"), "/opt/newstide");
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST - 3) + "...";
  }
}
