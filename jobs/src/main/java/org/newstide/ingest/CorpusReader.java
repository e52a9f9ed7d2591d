package org.newstide.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.newstide.config.InputConfig;

/**
 * Reads one input of any schema and gives its rows the {@link RawArticle} columns that extraction
 * reads.
 */
public final class CorpusReader {
  private CorpusReader() {}

  /**
   * The rows of an input, one per article, lazily.
   *
   * @param checked what {@link InputContract} saw: just these files (or this Delta version) are
   *     read
   * @param maxDocumentBytes longer titles and bodies are not carried, only marked
   */
  public static Dataset<Row> read(
      SparkSession spark, InputConfig input, InputContract.Checked checked, int maxDocumentBytes) {
    Dataset<Row> rows = rows(spark, input, checked);
    if (input.filter().isPresent()) {
      rows = rows.where(input.filter().get());
    }
    DataType dateType =
        rows.select(expr(input.columns().publishedAt()).as("published"))
            .schema()
            .apply(0)
            .dataType();
    boolean isInstant = !dateType.equals(DataTypes.StringType) && !isNumber(dateType);
    Column published = expr(input.columns().publishedAt());
    Column title = text(Optional.of(input.columns().title()));
    Column body = text(input.columns().body());
    Column tooLarge = octet_length(title).plus(octet_length(body)).gt(maxDocumentBytes);
    return rows.select(
        input_file_name().as(RawArticle.SOURCE_FILE),
        text(input.columns().url()).as(RawArticle.URL),
        text(input.columns().source()).as(RawArticle.SOURCE),
        (isInstant ? lit("") : coalesce(published.cast("string"), lit("")))
            .as(RawArticle.PUBLISHED_TEXT),
        (isInstant ? micros(published, dateType, input) : lit(null).cast("bigint"))
            .as(RawArticle.PUBLISHED_MICROS),
        bounded(title, tooLarge).as(RawArticle.TITLE),
        bounded(body, tooLarge).as(RawArticle.BODY),
        text(input.columns().language()).as(RawArticle.LANGUAGE),
        tooLarge.as(RawArticle.TOO_LARGE));
  }

  private static Dataset<Row> rows(
      SparkSession spark, InputConfig input, InputContract.Checked checked) {
    String[] files = checked.files().stream().map(file -> file.path()).toArray(String[]::new);
    return switch (input.format()) {
      case PARQUET ->
          reader(spark, checked)
              // Pages written with a checksum are verified, so flipped bytes are an error, not
              // text.
              .option("parquet.page.verify-checksum.enabled", "true")
              .parquet(files);
      case JSON -> reader(spark, checked).json(files);
      case DELTA ->
          spark
              .read()
              .format("delta")
              .option("versionAsOf", checked.version().orElseThrow())
              .load(input.path());
    };
  }

  private static DataFrameReader reader(SparkSession spark, InputContract.Checked checked) {
    return spark.read().schema(checked.schema());
  }

  private static boolean isNumber(DataType type) {
    return type.equals(DataTypes.LongType) || type.equals(DataTypes.IntegerType);
  }

  /** Local times without a zone count in the input's zone; Spark's session zone is UTC. */
  private static Column micros(Column published, DataType type, InputConfig input) {
    Column time = published.cast("timestamp");
    boolean isLocal = !type.equals(DataTypes.TimestampType);
    return unix_micros(isLocal ? to_utc_timestamp(time, input.zone().getId()) : time);
  }

  private static Column text(Optional<String> mapping) {
    return mapping.map(sql -> coalesce(expr(sql).cast("string"), lit(""))).orElseGet(() -> lit(""));
  }

  private static Column bounded(Column text, Column tooLarge) {
    return when(tooLarge, lit("")).otherwise(text).cast("binary");
  }
}
