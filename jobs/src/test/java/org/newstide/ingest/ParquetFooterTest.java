package org.newstide.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.security.AccessControlException;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.SparkExtension;
import org.newstide.ingest.InputContract.InputFile;

@ExtendWith(SparkExtension.class)
class ParquetFooterTest {
  /** Lists files and lets nobody read them: even root, as whom containers run tests. */
  public static final class ShutFiles extends RawLocalFileSystem {
    @Override
    public FSDataInputStream open(Path file, int bufferSize) throws IOException {
      throw new AccessControlException("Permission denied: user=guest");
    }
  }

  @TempDir java.nio.file.Path folder;

  @Test
  void aFileThatMayNotBeReadIsNotTakenForABadOne(SparkSession spark) throws IOException {
    java.nio.file.Path file = Files.writeString(folder.resolve("a.parquet"), "PAR1");
    Configuration shut = spark.sessionState().newHadoopConf();
    shut.set("fs.file.impl", ShutFiles.class.getName());
    shut.setBoolean("fs.file.impl.disable.cache", true);

    NewstideException problem =
        ParquetFooter.readAll(List.of(new InputFile(file.toUri().toString(), 4)), spark, shut)
            .get(0)
            .problem()
            .orElseThrow();

    assertThat(problem.exitCode()).isEqualTo(ExitCode.INPUT_REJECTED);
    assertThat(problem)
        .hasMessageStartingWith("INPUT_FILE_UNREADABLE: " + file.toUri())
        .hasMessageContaining("the file cannot be read (Permission denied: user=guest). Give")
        .hasCauseInstanceOf(AccessControlException.class);
  }
}
