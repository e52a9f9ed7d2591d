package org.newstide.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newstide.LiteralPath;
import org.newstide.config.InputConfig;

/**
 * Reads one input of any schema and gives its rows the {@link RawArticle} columns that extraction
 * reads.
 */
public final class CorpusReader {
  private static final int LONGEST_MALFORMED = 200;

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
    StructType schema = rows.schema();
    InputConfig.Columns columns = input.columns();
    Column published = Mapping.column(columns.publishedAt(), schema);
    DataType dateType = rows.select(published.as("published")).schema().apply(0).dataType();
    boolean isInstant = dateType.equals(DataTypes.TimestampType);
    Column title = text(Optional.of(columns.title()), schema);
    Column body = text(columns.body(), schema);
    Column tooLarge = octet_length(title).plus(octet_length(body)).gt(maxDocumentBytes);
    return rows.select(
        input_file_name().as(RawArticle.SOURCE_FILE),
        text(columns.url(), schema).as(RawArticle.URL),
        text(columns.source(), schema).as(RawArticle.SOURCE),
        // A local time is no instant until it is read in the input's zone, nor a day until it
        // is read as one of UTC: both go on as text.
        (isInstant ? lit("") : coalesce(published.cast("string"), lit("")))
            .as(RawArticle.PUBLISHED_TEXT),
        (isInstant ? unix_micros(published) : lit(null).cast("bigint"))
            .as(RawArticle.PUBLISHED_MICROS),
        bounded(title, tooLarge).as(RawArticle.TITLE),
        bounded(body, tooLarge).as(RawArticle.BODY),
        text(columns.language(), schema).as(RawArticle.LANGUAGE),
        tooLarge.as(RawArticle.TOO_LARGE),
        xxhash64(title, body).as(RawArticle.VERSION_HASH),
        malformed(input).as(RawArticle.MALFORMED));
  }

  private static Dataset<Row> rows(
      SparkSession spark, InputConfig input, InputContract.Checked checked) {
    String[] files =
        checked.files().stream().map(file -> LiteralPath.of(file.path())).toArray(String[]::new);
    return switch (input.format()) {
      case PARQUET ->
          filtered(
              input,
              reader(spark, checked)
                  // Pages written with a checksum are verified, so flipped bytes are an error, not
                  // text.
                  .option("parquet.page.verify-checksum.enabled", "true")
                  .parquet(files));
      case JSON ->
          JsonRows.read(ofFolder(spark.read(), checked), files, checked.schema(), input.filter());
      case DELTA ->
          filtered(
              input,
              spark
                  .read()
                  .format("delta")
                  .option("versionAsOf", checked.version().orElseThrow())
                  .load(input.path()));
    };
  }

  private static Dataset<Row> filtered(InputConfig input, Dataset<Row> rows) {
    return input.filter().map(rows::where).orElse(rows);
  }

  private static DataFrameReader reader(SparkSession spark, InputContract.Checked checked) {
    return ofFolder(spark.read().schema(checked.schema()), checked);
  }

  private static DataFrameReader ofFolder(DataFrameReader reader, InputContract.Checked checked) {
    return checked.folder().map(folder -> reader.option("basePath", folder)).orElse(reader);
  }

  /** Parquet and Delta have no rows that cannot be read: a damaged file is an error. */
  private static Column malformed(InputConfig input) {
    return input.format() == InputConfig.Format.JSON
        ? coalesce(substring(col(JsonSchema.CORRUPT), 1, LONGEST_MALFORMED), lit(""))
        : lit("");
  }

  private static Column text(Optional<String> mapping, StructType schema) {
    return mapping
        .map(sql -> coalesce(Mapping.column(sql, schema).cast("string"), lit("")))
        .orElseGet(() -> lit(""));
  }

  private static Column bounded(Column text, Column tooLarge) {
    return when(tooLarge, lit("")).otherwise(text);
  }
}
