package org.newstide.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.SparkExtension;
import scala.collection.JavaConverters;

@ExtendWith(SparkExtension.class)
class MaintenanceTest {
  private static final StructType CORPUS_WEEK =
      StructType.fromDDL(
          "week_start date, source string, articles_read bigint, articles_accepted bigint,"
              + " exact_duplicates bigint, superseded_versions bigint, articles_quarantined bigint,"
              + " quarantined map<string,bigint>, articles_matched bigint");

  @TempDir Path folder;

  @Test
  void rowsAndPastVersionsStayAsTheyAre(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    LocalDate week = LocalDate.of(2025, 1, 6);
    lake.replaceWeeks(LakeTable.CORPUS_WEEK, rows(spark, week, 3), List.of(week), "run");
    long first = lake.version(LakeTable.CORPUS_WEEK);
    lake.replaceWeeks(LakeTable.CORPUS_WEEK, rows(spark, week, 5), List.of(week), "run");

    List<Maintenance.Done> done = Maintenance.of(spark, lake, Maintenance.LEAST_HOURS);

    assertThat(done).extracting(Maintenance.Done::table).containsExactly(LakeTable.CORPUS_WEEK);
    assertThat(done.get(0).filesAfter()).isEqualTo(1);
    assertThat(read(lake.read(LakeTable.CORPUS_WEEK))).containsExactly(5L);
    assertThat(
            read(
                spark
                    .read()
                    .format("delta")
                    .option("versionAsOf", first)
                    .load(lake.path(LakeTable.CORPUS_WEEK))))
        .containsExactly(3L);
  }

  @Test
  void aRetentionUnderAWeekIsRefused(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    assertThatThrownBy(() -> Maintenance.of(spark, lake, 0))
        .hasMessage(
            "RETENTION_TOO_SHORT: --retain-hours 0: files of the last 168 hours may still be in"
                + " use. Keep at least 168 hours.");
  }

  private static List<Long> read(Dataset<Row> rows) {
    return rows.select("articles_read").collectAsList().stream()
        .map(row -> row.getLong(0))
        .toList();
  }

  private static Dataset<Row> rows(SparkSession spark, LocalDate week, long read) {
    return spark.createDataFrame(
        List.of(
            RowFactory.create(
                Date.valueOf(week),
                "wire",
                read,
                read,
                0L,
                0L,
                0L,
                JavaConverters.mapAsScalaMap(Map.of()),
                0L)),
        CORPUS_WEEK);
  }
}
