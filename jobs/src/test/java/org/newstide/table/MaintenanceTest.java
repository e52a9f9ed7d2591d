package org.newstide.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Date;
import java.time.Instant;
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
  void rowsAndYoungVersionsStayAsTheyAreInFewerFiles(SparkSession spark) throws IOException {
    Lake lake = new Lake(spark, folder.toString());
    LocalDate week = LocalDate.of(2025, 1, 6);
    lake.replaceWeeks(LakeTable.CORPUS_WEEK, rows(spark, week, 3), List.of(week), "run");
    long first = lake.version(LakeTable.CORPUS_WEEK);
    lake.replaceWeeks(LakeTable.CORPUS_WEEK, rows(spark, week, 5), List.of(week), "run");
    lake.append(LakeTable.CORPUS_WEEK, rows(spark, week, 7));
    long published = lake.version(LakeTable.CORPUS_WEEK);
    finished(spark, lake, published);
    Path orphan = Path.of(lake.path(LakeTable.CORPUS_WEEK), "week_start=2025-01-06/dead.parquet");
    Files.write(orphan, new byte[1]);
    Files.setLastModifiedTime(orphan, FileTime.from(Instant.EPOCH));

    Maintenance.Outcome done = Maintenance.of(spark, lake, Maintenance.LEAST_HOURS);

    assertThat(done.tables())
        .contains(new Maintenance.Done(LakeTable.CORPUS_WEEK, 2, 1))
        .extracting(Maintenance.Done::table)
        .containsExactlyInAnyOrder(LakeTable.CORPUS_WEEK, LakeTable.RUNS);
    assertThat(done.leftAlone()).isEmpty();
    assertThat(orphan).doesNotExist();
    assertThat(read(lake.read(LakeTable.CORPUS_WEEK))).containsExactlyInAnyOrder(5L, 7L);
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
  void aTableThatNoRunHasFinishedIsLeftAlone(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    LocalDate week = LocalDate.of(2025, 1, 6);
    lake.replaceWeeks(LakeTable.CORPUS_WEEK, rows(spark, week, 3), List.of(week), "run");
    finished(spark, lake, lake.version(LakeTable.CORPUS_WEEK));
    lake.append(LakeTable.CORPUS_WEEK, rows(spark, week, 5));
    long unfinished = lake.version(LakeTable.CORPUS_WEEK);

    Maintenance.Outcome done = Maintenance.of(spark, lake, Maintenance.LEAST_HOURS);

    assertThat(done.leftAlone()).containsExactly(LakeTable.CORPUS_WEEK);
    assertThat(lake.version(LakeTable.CORPUS_WEEK)).isEqualTo(unfinished);
  }

  /** A ledger row that names the version of the table. */
  private static void finished(SparkSession spark, Lake lake, long version) {
    lake.append(
        LakeTable.RUNS,
        spark.sql(
            "SELECT 1L AS sequence, 'run' AS run_id, array() AS weeks, DATE'2025-02-01' AS as_of,"
                + " array() AS inputs, array() AS notes, 'c' AS config_hash, 'c' AS catalog_hash,"
                + " 'm' AS model_hash, '1' AS code_version, map() AS counts, array() AS checks,"
                + " map('corpus_week', "
                + version
                + "L) AS published, 'PUBLISHED' AS status, null AS failure,"
                + " current_timestamp() AS finished_at"));
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
