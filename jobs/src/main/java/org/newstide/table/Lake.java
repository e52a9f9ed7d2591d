package org.newstide.table;

import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaOptions;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.Unchecked;

/**
 * A folder of Delta tables, one per {@link LakeTable}. All writing goes through here: a table
 * changes only by replacing an explicit list of weeks, the rows of one run, or by one appended
 * ledger row.
 */
public final class Lake {
  private static final int INDEXED_COLUMNS = 8;
  private static final int CREATE_ATTEMPTS = 5;

  private final SparkSession spark;
  private final String path;

  /**
   * A lake that may not exist yet. Nothing is created.
   *
   * @param path on any file system that Hadoop knows
   * @throws NewstideException {@code LAKE_UNREACHABLE}
   */
  public Lake(SparkSession spark, String path) {
    this.spark = spark;
    this.path = LakePlace.of(path, spark.sessionState().newHadoopConf());
  }

  public String path() {
    return path;
  }

  public String path(LakeTable table) {
    return path + "/" + table.label();
  }

  /** Whether a table has a first version; one that is just being created has none yet. */
  public boolean has(LakeTable table) {
    return history(table).newest() >= 0;
  }

  /**
   * The tables that hold anything yet.
   *
   * @throws NewstideException {@code LAKE_MISSING} where there is none: most likely the path is
   *     mistyped
   */
  public List<LakeTable> published() {
    List<LakeTable> published = Arrays.stream(LakeTable.values()).filter(this::has).toList();
    if (published.isEmpty()) {
      throw new NewstideException(
          ExitCode.USAGE_OR_CONFIG,
          "LAKE_MISSING",
          "here are no tables of Newstide",
          path,
          "Name the folder that `newstide run --lake` wrote, or run it first");
    }
    return published;
  }

  /**
   * Refuses a lake that another version of Newstide made, before a corpus is read in vain.
   *
   * @throws NewstideException {@code LAKE_OUTDATED}
   */
  public void requireCurrent() {
    for (LakeTable table : LakeTable.values()) {
      if (has(table)) {
        requireColumns(table);
      }
    }
  }

  /**
   * The published rows. Reading creates nothing: a table that nobody has published yet has no rows.
   *
   * @throws NewstideException {@code LAKE_OUTDATED} where the table lacks a column
   */
  public Dataset<Row> read(LakeTable table) {
    if (!has(table)) {
      return none(table);
    }
    requireColumns(table);
    return newest(table);
  }

  /** No rows, with the columns of a table. */
  Dataset<Row> none(LakeTable table) {
    return spark.createDataFrame(List.of(), columns(table.schema()));
  }

  /** The rows of a table that exists, whichever version of Newstide made it. */
  Dataset<Row> newest(LakeTable table) {
    return spark.read().format("delta").load(path(table));
  }

  /** The rows of one version of it. */
  Dataset<Row> asOf(LakeTable table, long version) {
    return spark.read().format("delta").option("versionAsOf", version).load(path(table));
  }

  /** The newest version of a table. */
  public long version(LakeTable table) {
    return history(table).newest();
  }

  Commits history(LakeTable table) {
    return new Commits(spark, path(table));
  }

  /**
   * Replaces the given weeks in one commit and leaves all others as they are; returns the version.
   *
   * @param runId written into the commit
   */
  public long replaceWeeks(
      LakeTable table, Dataset<Row> rows, List<LocalDate> weeks, String runId) {
    String predicate =
        weeks.stream()
            .map(week -> "DATE'" + week + "'")
            .collect(Collectors.joining(", ", "week_start IN (", ")"));
    return replaceWhere(table, rows.repartition(functions.col("week_start")), predicate, runId);
  }

  /** Replaces the rows of one run in one commit; returns the version. */
  public long replaceRun(LakeTable table, Dataset<Row> rows, String runId) {
    return replaceWhere(table, rows.coalesce(1), "run_id = '" + runId + "'", runId);
  }

  /** Appends one row to the ledger. */
  public void append(LakeTable table, Dataset<Row> row) {
    createIfAbsent(table);
    table
        .schema()
        .conform(row)
        .coalesce(1)
        .write()
        .format("delta")
        .mode("append")
        .save(path(table));
  }

  private long replaceWhere(LakeTable table, Dataset<Row> rows, String predicate, String runId) {
    createIfAbsent(table);
    Commits commits = history(table);
    long before = commits.newest();
    table
        .schema()
        .conform(rows)
        .write()
        .format("delta")
        .mode("overwrite") // with replaceWhere: Delta refuses rows outside the predicate
        .option("replaceWhere", predicate)
        .option(DeltaOptions.USER_METADATA_OPTION(), runId)
        .save(path(table));
    return commits.newestBy(runId, before);
  }

  /**
   * Of first runs that create a table at once, one does. Delta tells the others so in several ways:
   * of a commit before theirs, of a table that is or is not there, of a folder that is no longer
   * empty although no version can be read yet.
   */
  private void createIfAbsent(LakeTable table) {
    for (int attempt = 1; !has(table); attempt++) {
      try {
        create(table);
      } catch (Exception e) { // Scala throws checked ones, too, and declares none
        if (attempt == CREATE_ATTEMPTS && !has(table)) {
          throw Unchecked.of(e);
        }
      }
    }
    requireColumns(table);
  }

  /** All nullable, as Delta gives columns back. */
  private static StructType columns(TableSchema schema) {
    StructType columns = new StructType();
    for (TableSchema.ColumnSchema column : schema.columns()) {
      columns = columns.add(column.name(), column.type(), true, column.comment());
    }
    return columns;
  }

  void requireColumns(LakeTable table) {
    StructType found = newest(table).schema();
    List<String> others =
        Arrays.stream(table.schema().type().fields())
            .filter(column -> !has(found, column))
            .map(StructField::name)
            .toList();
    if (!others.isEmpty()) {
      throw new NewstideException(
          ExitCode.USAGE_OR_CONFIG,
          "LAKE_OUTDATED",
          "the table lacks "
              + String.join(", ", others)
              + " as this version of Newstide writes it: another one made it",
          path(table),
          "Name a new lake and run all weeks into it");
    }
  }

  private static boolean has(StructType found, StructField column) {
    return found.getFieldIndex(column.name()).isDefined()
        && found.apply(column.name()).dataType().sameType(column.dataType());
  }

  private void create(LakeTable table) {
    TableSchema schema = table.schema();
    DeltaTableBuilder builder =
        DeltaTable.createIfNotExists(spark)
            .location(path(table))
            .comment(schema.description())
            .property("delta.enableDeletionVectors", "false")
            // Keys, weeks and names come first; bounds of sentences and probabilities skip nothing.
            .property("delta.dataSkippingNumIndexedCols", String.valueOf(INDEXED_COLUMNS));
    for (TableSchema.ColumnSchema column : schema.columns()) {
      builder =
          builder.addColumn(
              DeltaTable.columnBuilder(spark, column.name())
                  .dataType(column.type())
                  .nullable(column.nullable())
                  .comment(column.comment())
                  .build());
    }
    for (var check : schema.checks().entrySet()) {
      builder = builder.property("delta.constraints." + check.getKey(), check.getValue());
    }
    if (!schema.partitionBy().isEmpty()) {
      builder = builder.partitionedBy(schema.partitionBy().toArray(String[]::new));
    }
    builder.execute();
  }
}
