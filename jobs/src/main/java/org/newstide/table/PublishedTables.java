package org.newstide.table;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.newstide.ExitCode;
import org.newstide.NewstideException;

/**
 * Reads a lake as the last finished run left it, and never changes it. A run replaces table after
 * table and writes its ledger row last: what one that was killed in between has replaced is not
 * shown, so that all tables tell of the same articles. What a later run publishes is not shown
 * either, however long the tables stay open. A table that nobody has published yet has no rows.
 */
public final class PublishedTables {
  private final Lake lake;
  private final Map<String, Long> versions = new HashMap<>();
  private final Map<LakeTable, Dataset<Row>> opened = new EnumMap<>(LakeTable.class);

  private PublishedTables(Lake lake) {
    this.lake = lake;
    asTheyAre(LakeTable.RUNS)
        .selectExpr("explode(published)")
        .groupBy("key")
        .max("value")
        .collectAsList()
        .forEach(row -> versions.put(row.getString(0), row.getLong(1)));
  }

  /**
   * @throws NewstideException {@code LAKE_EMPTY} where no week has been published
   */
  public static PublishedTables of(SparkSession spark, String path) {
    PublishedTables tables = of(new Lake(spark, path));
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

  /** The tables of a lake, which may be empty. */
  public static PublishedTables of(Lake lake) {
    return new PublishedTables(lake);
  }

  /**
   * The published rows.
   *
   * @throws NewstideException {@code LAKE_OUTDATED} where the table lacks a column
   */
  public Dataset<Row> rows(LakeTable table) {
    if (lake.has(table)) {
      lake.requireColumns(table);
    }
    return asTheyAre(table);
  }

  /** The published rows, whichever version of Newstide wrote them. */
  public Dataset<Row> asTheyAre(LakeTable table) {
    return opened.computeIfAbsent(table, this::open);
  }

  /** Tables that hold rows of a run which has not finished publishing; they are not shown. */
  public List<LakeTable> unfinished() {
    return Arrays.stream(LakeTable.values()).filter(this::isUnfinished).toList();
  }

  /** The weeks that a run has begun to publish in one of them and has not finished. */
  public SortedSet<LocalDate> unfinishedWeeks() {
    SortedSet<LocalDate> weeks = new TreeSet<>();
    for (LakeTable table : unfinished()) {
      lake.history(table)
          .partitionsChangedSince(published(table), "week_start")
          .forEach(week -> weeks.add(LocalDate.parse(week)));
    }
    return weeks;
  }

  private Dataset<Row> open(LakeTable table) {
    if (!lake.has(table)) {
      return lake.none(table);
    }
    // Asked for first: what is committed between the two questions is unfinished.
    long newest = lake.version(table);
    Optional<Long> unfinished = firstUnfinished(table);
    if (unfinished.isEmpty()) {
      return lake.asOf(table, newest);
    }
    // Not the ledger's own version: of that, compacting and cleaning may have removed the files.
    return published(table) < 0 ? lake.none(table) : lake.asOf(table, unfinished.get() - 1);
  }

  private boolean isUnfinished(LakeTable table) {
    return firstUnfinished(table).isPresent();
  }

  /** The first version with rows of a run that has not finished publishing. */
  private Optional<Long> firstUnfinished(LakeTable table) {
    return table == LakeTable.RUNS || !lake.has(table)
        ? Optional.empty()
        : lake.history(table).firstChangeSince(published(table));
  }

  /** The version that the ledger names; -1 where it names none. */
  private long published(LakeTable table) {
    return versions.getOrDefault(table.label(), -1L);
  }
}
