package org.newstide.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.types.StructType;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.ingest.InputContract.InputFile;

/** What a Parquet file says of itself at its end. */
record ParquetFooter(InputFile file, StructType schema, long rows, int rowGroups) {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  /** A footer, or why there is none. */
  record Outcome(Optional<ParquetFooter> footer, Optional<NewstideException> problem) {}

  /** The footers of all files, in their order. */
  static List<Outcome> readAll(List<InputFile> files, SparkSession spark, Configuration hadoop) {
    ParquetToSparkSchemaConverter types =
        new ParquetToSparkSchemaConverter(spark.sessionState().conf());
    return ManyFiles.each(files, file -> read(file, types, hadoop));
  }

  private static Outcome read(
      InputFile file, ParquetToSparkSchemaConverter types, Configuration hadoop) {
    Path path = new Path(file.path());
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(path, hadoop))) {
      StructType schema = types.convert(reader.getFileMetaData().getSchema());
      return new Outcome(
          Optional.of(
              new ParquetFooter(
                  file, schema, reader.getRecordCount(), reader.getRowGroups().size())),
          Optional.empty());
    } catch (IOException | RuntimeException e) {
      return new Outcome(Optional.empty(), Optional.of(problem(file, path, hadoop, e)));
    } catch (Exception e) { // Spark's AnalysisException, which Scala does not declare
      return new Outcome(Optional.empty(), Optional.of(unknownType(file, e)));
    }
  }

  /** Looks at the start of the file: Parquet's reader words a denied access like a damage. */
  private static NewstideException problem(
      InputFile file, Path path, Configuration hadoop, Exception cause) {
    try {
      return corrupt(file, startsLikeParquet(path, hadoop), cause);
    } catch (IOException e) {
      return file.unreadable(e);
    }
  }

  private static NewstideException corrupt(
      InputFile file, boolean startsLikeParquet, Exception cause) {
    return startsLikeParquet
        ? rejected(
            "the Parquet file is cut off or damaged",
            file,
            "Restore it from its source or take it out of the input",
            cause)
        : rejected(
            "the file is no Parquet file",
            file,
            "Convert it to Parquet, set the input's format, or take the file out of the input",
            cause);
  }

  private static boolean startsLikeParquet(Path path, Configuration hadoop) throws IOException {
    try (FSDataInputStream in = path.getFileSystem(hadoop).open(path)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    }
  }

  private static NewstideException unknownType(InputFile file, Exception cause) {
    return rejected(
        "a column has a type that Spark cannot read (" + cause.getMessage() + ")",
        file,
        "Write the file again without that column",
        cause);
  }

  private static NewstideException rejected(
      String problem, InputFile file, String remedy, Exception cause) {
    return new NewstideException(
        ExitCode.INPUT_REJECTED, "INPUT_FILE_CORRUPT", problem, file.path(), remedy, cause);
  }
}
