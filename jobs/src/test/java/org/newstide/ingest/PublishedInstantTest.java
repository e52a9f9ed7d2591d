package org.newstide.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newstide.SparkExtension;
import org.newstide.article.IsoWeek;
import org.newstide.article.PublishedAtParser;
import org.newstide.config.InputConfig;

@ExtendWith(SparkExtension.class)
class PublishedInstantTest {
  @TempDir Path folder;

  /** The zone is the input's, of times that name none; the session and the machine have others. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "TIMESTAMP'2024-12-30 00:00:00Z'      | Asia/Tokyo | 2024-12-30T00:00:00Z | 2025-W01",
        "TIMESTAMP'2026-11-22 23:59:59-08:00' | UTC        | 2026-11-23T07:59:59Z | 2026-W48",
        "TIMESTAMP_NTZ'2021-01-03 23:59:59.5' | UTC        | 2021-01-03T23:59:59.500Z | 2020-W53",
        "TIMESTAMP_NTZ'2021-01-04 08:59:59'   | Asia/Tokyo | 2021-01-03T23:59:59Z | 2020-W53",
        "DATE'2027-01-01'                     | UTC        | 2027-01-01T00:00:00Z | 2026-W53",
        "DATE'2024-12-30'                     | Asia/Tokyo | 2024-12-30T00:00:00Z | 2025-W01",
        "'2024-12-30'                         | Asia/Tokyo | 2024-12-30T00:00:00Z | 2025-W01",
        "'2026-11-22T23:59:59-08:00'          | UTC        | 2026-11-23T07:59:59Z | 2026-W48",
      })
  void instantAndWeekDependOnTheInputAlone(
      String date, ZoneId zone, Instant instant, String week, SparkSession spark) {
    spark
        .sql("SELECT " + date + " AS date, 'AWS' AS title")
        .coalesce(1)
        .write()
        .parquet(folder.resolve("corpus").toString());
    InputConfig input =
        new InputConfig(
            "test",
            InputConfig.Format.PARQUET,
            folder.resolve("corpus").toString(),
            new InputConfig.Columns(
                Optional.empty(),
                Optional.empty(),
                "date",
                "title",
                Optional.empty(),
                Optional.empty()),
            List.of(),
            zone,
            Optional.empty());
    TimeZone machine = TimeZone.getDefault();
    try {
      for (String other : List.of("UTC", "Pacific/Kiritimati", "America/Los_Angeles")) {
        TimeZone.setDefault(TimeZone.getTimeZone(other));
        spark.conf().set("spark.sql.session.timeZone", other);
        Instant read = published(spark, input);
        assertThat(read).as("session and machine in " + other).isEqualTo(instant);
        assertThat(IsoWeek.of(read).label()).isEqualTo(week);
      }
    } finally {
      TimeZone.setDefault(machine);
      spark.conf().set("spark.sql.session.timeZone", "UTC");
    }
  }

  private static Instant published(SparkSession spark, InputConfig input) {
    Row row =
        CorpusReader.read(spark, input, InputContract.check(spark, input), 1000)
            .select(RawArticle.PUBLISHED_TEXT, RawArticle.PUBLISHED_MICROS)
            .head();
    return row.isNullAt(1)
        ? new PublishedAtParser(List.of(), input.zone()).parse(row.getString(0)).orElseThrow()
        : Instant.EPOCH.plus(row.getLong(1), ChronoUnit.MICROS);
  }
}
