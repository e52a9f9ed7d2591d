package org.newstide.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.table.LakeTable;

/**
 * The unpublished rows of one run, as Parquet under {@code <lake>/_staging/<weeks>}: nobody reads
 * them but the next stage. A stage's folder counts only once its manifest is written, which comes
 * last.
 */
final class Staging {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SparkSession spark;
  private final Path folder;
  private final FileSystem files;

  Staging(SparkSession spark, String lakePath, String weeks) {
    this.spark = spark;
    this.folder = new Path(lakePath + "/_staging/" + weeks);
    try {
      this.files = folder.getFileSystem(spark.sessionState().newHadoopConf());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot reach " + folder, e);
    }
  }

  void write(String name, Dataset<Row> rows) {
    rows.write()
        // Hashes repeat nothing: a dictionary of them is built only to be thrown away.
        .option("parquet.enable.dictionary#keys.high", "false")
        .option("parquet.enable.dictionary#keys.low", "false")
        .option("parquet.enable.dictionary#keys.version_hash", "false")
        .option("parquet.enable.dictionary#keys.published_micros", "false")
        .parquet(path(name));
  }

  /**
   * @param schema what was written; to ask the files for it would take a job each time
   */
  Dataset<Row> read(String name, StructType schema) {
    return spark.read().schema(schema).parquet(path(name));
  }

  void write(LakeTable table, Dataset<Row> rows) {
    write(table.label(), table.schema().conform(rows));
  }

  Dataset<Row> read(LakeTable table) {
    return read(table.label(), table.schema().type());
  }

  boolean exists(String name) {
    try {
      return files.exists(new Path(folder, name + "/_SUCCESS"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look for " + path(name), e);
    }
  }

  /** Removes what an earlier run of these weeks left. */
  void clear() {
    delete(folder);
  }

  /** Removes what an earlier try of a stage left. */
  void clear(String name) {
    delete(new Path(folder, name));
  }

  void writeManifest(String stage, Object manifest) {
    try (FSDataOutputStream out = files.create(new Path(folder, stage + ".json"), true)) {
      out.write(JSON.writeValueAsString(manifest).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the manifest of " + stage + " in " + folder, e);
    }
  }

  <T> T readManifest(String stage, Class<T> type) {
    return findManifest(stage, type)
        .orElseThrow(
            () ->
                new NewstideException(
                    ExitCode.USAGE_OR_CONFIG,
                    "STAGE_MISSING",
                    "the stage " + stage + " has not finished for these weeks",
                    folder.toString(),
                    "Run `newstide " + stage + "` with the same weeks first"));
  }

  private <T> Optional<T> findManifest(String stage, Class<T> type) {
    Path manifest = new Path(folder, stage + ".json");
    try {
      if (!files.exists(manifest)) {
        return Optional.empty();
      }
      try (FSDataInputStream in = files.open(manifest)) {
        return Optional.of(JSON.readValue(in.readAllBytes(), type));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + manifest, e);
    }
  }

  private String path(String name) {
    return new Path(folder, name).toString();
  }

  private void delete(Path path) {
    try {
      files.delete(path, true);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot clear " + path, e);
    }
  }
}
