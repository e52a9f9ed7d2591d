package org.newstide.table;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * The contract of one Delta table, read from {@code tables/<table>.yaml} on the class path.
 *
 * @param table its name
 * @param description one sentence
 * @param key the columns whose values together name one row
 * @param partitionBy partition columns, in order
 * @param columns all columns, in order
 * @param checks CHECK constraints by name, in Spark SQL
 */
public record TableSchema(
    String table,
    String description,
    List<String> key,
    @JsonProperty("partition_by") List<String> partitionBy,
    List<ColumnSchema> columns,
    Map<String, String> checks) {

  /**
   * One column.
   *
   * @param name snake case
   * @param type Spark DDL, such as {@code map<string,bigint>}
   * @param nullable whether a row may lack it
   * @param comment what it means, with its unit
   */
  public record ColumnSchema(String name, String type, boolean nullable, String comment) {}

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

  public TableSchema {
    checks = new LinkedHashMap<>(checks);
  }

  static TableSchema load(String table) {
    String resource = "/tables/" + table + ".yaml";
    try (InputStream in = TableSchema.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The class path lacks " + resource);
      }
      return YAML.readValue(in, TableSchema.class);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }

  /** Names and types of the columns, as Spark reads them. */
  public StructType type() {
    return StructType.fromDDL(
        columns.stream()
            .map(column -> "`" + column.name() + "` " + column.type())
            .collect(Collectors.joining(", ")));
  }

  /** The rows with exactly the columns of the contract, in its order and types. */
  public Dataset<Row> conform(Dataset<Row> rows) {
    return rows.select(
        columns.stream()
            .map(column -> functions.col(column.name()).cast(column.type()).as(column.name()))
            .toArray(Column[]::new));
  }
}
