package org.newstide.table;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.tables.DeltaTable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.SparkExtension;

@ExtendWith(SparkExtension.class)
class LakeTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final int WRITERS = 4;
  private static final LocalDate SECOND = LocalDate.of(2024, 1, 8);

  @TempDir Path folder;

  @Test
  void replacingOneWeekLeavesTheOthersUntouched(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    lake.replaceWeeks(
        LakeTable.CORPUS_WEEK,
        weeks(spark, FIRST, 10).union(weeks(spark, SECOND, 20)),
        List.of(FIRST, SECOND),
        "run");

    lake.replaceWeeks(LakeTable.CORPUS_WEEK, weeks(spark, SECOND, 7), List.of(SECOND), "run");

    assertThat(
            lake
                .read(LakeTable.CORPUS_WEEK)
                .orderBy("week_start")
                .select("articles_read")
                .collectAsList()
                .stream()
                .map(row -> row.getLong(0)))
        .containsExactly(10L, 7L);
  }

  @Test
  void aLakeIsTheSameHoweverItsPathIsWritten(SparkSession spark) {
    Lake written = new Lake(spark, "file://" + folder + "/");
    written.replaceWeeks(LakeTable.CORPUS_WEEK, weeks(spark, FIRST, 10), List.of(FIRST), "run");

    assertThat(List.of(written, new Lake(spark, "file:" + folder), new Lake(spark, folder + "/.")))
        .allSatisfy(lake -> assertThat(lake.path()).isEqualTo(folder.toString()));
    assertThat(new Lake(spark, folder.toString()).read(LakeTable.CORPUS_WEEK).count()).isOne();
  }

  @Test
  void refusesRowsOutsideTheWeeksItReplaces(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    assertThatThrownBy(
            () ->
                lake.replaceWeeks(
                    LakeTable.CORPUS_WEEK, weeks(spark, FIRST, 10), List.of(SECOND), "run"))
        .hasMessageContaining("DELTA_REPLACE_WHERE_MISMATCH");
  }

  @Test
  void refusesRowsThatBreakACheck(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    Dataset<Row> broken = weeks(spark, FIRST, 10).withColumn("exact_duplicates", lit(3L));
    assertThatThrownBy(
            () -> lake.replaceWeeks(LakeTable.CORPUS_WEEK, broken, List.of(FIRST), "run"))
        .hasStackTraceContaining("conservation");
  }

  @Test
  void everyTableIsCreatedWithCommentsAndReaderVersionOne(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    for (LakeTable table : LakeTable.values()) {
      lake.append(table, lake.read(table));
      assertThat(lake.read(table).schema().fields())
          .as(table.label())
          .hasSize(table.schema().columns().size())
          .allSatisfy(field -> assertThat(field.getComment().isDefined()).isTrue());
      assertThat(
              DeltaTable.forPath(spark, lake.path(table))
                  .detail()
                  .select("minReaderVersion")
                  .head()
                  .getInt(0))
          .isEqualTo(1);
    }
  }

  @Test
  void readingCreatesNothing(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    for (LakeTable table : LakeTable.values()) {
      Dataset<Row> absent = lake.read(table);
      assertThat(absent.isEmpty()).isTrue();
      assertThat(absent.schema().fields()).allMatch(field -> field.nullable());
      assertThat(absent.columns()).containsExactly(table.schema().type().fieldNames());
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aLakeOfAnotherVersionIsToldBeforeAnythingIsWritten(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    spark
        .sql("SELECT DATE'2024-01-01' week_start, 'wire' source, 1L articles_read")
        .write()
        .format("delta")
        .save(lake.path(LakeTable.CORPUS_WEEK));

    assertThatThrownBy(
            () ->
                lake.replaceWeeks(
                    LakeTable.CORPUS_WEEK, weeks(spark, FIRST, 1), List.of(FIRST), "run"))
        .hasMessageStartingWith("LAKE_OUTDATED: ")
        .hasMessageContaining("the table lacks articles_accepted, exact_duplicates,");
    assertThat(lake.version(LakeTable.CORPUS_WEEK)).isZero();
    assertThatThrownBy(() -> lake.read(LakeTable.CORPUS_WEEK))
        .hasMessageStartingWith("LAKE_OUTDATED: ");
    assertThatThrownBy(lake::requireCurrent).hasMessageStartingWith("LAKE_OUTDATED: ");
  }

  @Test
  void aFolderWithoutTablesIsNoLake(SparkSession spark) {
    Lake lake = new Lake(spark, folder.resolve("lakee").toString());
    assertThatThrownBy(lake::published)
        .hasMessageStartingWith("LAKE_MISSING: " + folder.resolve("lakee"));
    lake.replaceWeeks(LakeTable.CORPUS_WEEK, weeks(spark, FIRST, 10), List.of(FIRST), "run");
    assertThat(lake.published()).containsExactly(LakeTable.CORPUS_WEEK);
  }

  @RepeatedTest(3)
  void firstRunsOfDifferentWeeksMayCreateATableAtOnce(SparkSession spark) throws Exception {
    Lake lake = new Lake(spark, folder.resolve("lake").toString());
    List<LocalDate> mondays =
        Stream.iterate(FIRST, day -> day.plusWeeks(1)).limit(WRITERS).toList();

    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    CyclicBarrier start = new CyclicBarrier(WRITERS);
    List<Future<Long>> versions =
        writers.invokeAll(
            mondays.stream()
                .<Callable<Long>>map(
                    monday ->
                        () -> {
                          start.await();
                          return lake.replaceWeeks(
                              LakeTable.CORPUS_WEEK,
                              weeks(spark, monday, 1),
                              List.of(monday),
                              "run of " + monday);
                        })
                .toList());
    writers.shutdown();

    assertThat(versions).extracting(Future::get).doesNotHaveDuplicates();
    assertThat(lake.read(LakeTable.CORPUS_WEEK).count()).isEqualTo(WRITERS);
  }

  private static Dataset<Row> weeks(SparkSession spark, LocalDate week, long read) {
    return spark.sql(
        "SELECT DATE'%s' week_start, 'wire' source, %dL articles_read, %dL articles_accepted,"
                .formatted(week, read, read)
            + " 0L exact_duplicates, 0L superseded_versions, 0L articles_quarantined,"
            + " map('x', 0L) quarantined, 0L articles_matched");
  }
}
