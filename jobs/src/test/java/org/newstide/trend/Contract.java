package org.newstide.trend;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.newstide.table.LakeTable;
import org.newstide.table.TableSchema;

/** Holds rows to the contract file of their table, as Delta would. */
final class Contract {
  private Contract() {}

  /** The rows in the table's form, after every rule of its contract has been seen to hold. */
  static List<Row> rowsOf(LakeTable table, Dataset<Row> rows) {
    TableSchema schema = table.schema();
    assertThat(rows.columns())
        .as("columns of %s", table.label())
        .containsExactlyInAnyOrder(
            schema.columns().stream().map(TableSchema.ColumnSchema::name).toArray(String[]::new));
    List<Row> conformed = inOrder(schema, schema.conform(rows)).collectAsList();
    Dataset<Row> table2 =
        rows.sparkSession().createDataFrame(conformed, schema.conform(rows).schema());
    schema.columns().stream()
        .filter(column -> !column.nullable())
        .forEach(
            column ->
                assertThat(table2.where(col(column.name()).isNull()).collectAsList())
                    .as("%s without %s", table.label(), column.name())
                    .isEmpty());
    schema
        .checks()
        .forEach(
            (name, sql) ->
                assertThat(table2.where("NOT coalesce((" + sql + "), false)").collectAsList())
                    .as("rows of %s that break %s", table.label(), name)
                    .isEmpty());
    assertThat(conformed.stream().map(row -> key(schema, row)).toList()).doesNotHaveDuplicates();
    return conformed;
  }

  private static Dataset<Row> inOrder(TableSchema schema, Dataset<Row> rows) {
    return rows.orderBy(schema.key().stream().map(functions::col).toArray(Column[]::new));
  }

  private static List<Object> key(TableSchema schema, Row row) {
    return schema.key().stream().map(name -> row.<Object>getAs(name)).toList();
  }
}
