package org.newstide.table;

import java.util.EnumMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.newstide.ExitCode;
import org.newstide.NewstideException;

/** Reads a lake and never changes it: a table that nobody has published yet has no rows. */
public final class PublishedTables {
  private final Lake lake;
  private final Map<LakeTable, Dataset<Row>> opened = new EnumMap<>(LakeTable.class);

  private PublishedTables(Lake lake) {
    this.lake = lake;
  }

  /**
   * @throws NewstideException {@code LAKE_EMPTY} where no week has been published
   */
  public static PublishedTables of(SparkSession spark, String path) {
    Lake lake = new Lake(spark, path);
    PublishedTables tables = new PublishedTables(lake);
    if (tables.rows(LakeTable.CORPUS_WEEK).isEmpty()) {
      throw new NewstideException(
          ExitCode.INPUT_REJECTED,
          "LAKE_EMPTY",
          "no week has been published here",
          path,
          "Point --lake at the folder of the tables, or fill it first: newstide run --lake "
              + path);
    }
    return tables;
  }

  /** The published rows. */
  public Dataset<Row> rows(LakeTable table) {
    return opened.computeIfAbsent(table, lake::read);
  }
}
