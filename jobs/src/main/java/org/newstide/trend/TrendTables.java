package org.newstide.trend;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The weekly tables, each with the columns of its contract file, in no particular row order.
 *
 * @param entityWeek one row per week, category, level and entity
 * @param pairWeek one row per week and pair of organisations
 * @param reportedShare one row per series of stated market shares and week
 */
public record TrendTables(
    Dataset<Row> entityWeek, Dataset<Row> pairWeek, Dataset<Row> reportedShare) {}
