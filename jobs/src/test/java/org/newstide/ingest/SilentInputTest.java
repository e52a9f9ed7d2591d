package org.newstide.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.SilentFiles;
import org.newstide.SparkExtension;
import org.newstide.config.InputConfig;
import org.newstide.config.InputConfig.Format;

/** Of a store that does not answer nobody knows whether the input is there and sound. */
@ExtendWith(SparkExtension.class)
class SilentInputTest {
  @TempDir Path folder;

  @BeforeEach
  void stores(SparkSession spark) {
    SilentFiles.in(spark.sparkContext().hadoopConfiguration());
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aStoreThatDoesNotAnswerIsNoMissingInput(Format format, SparkSession spark) {
    assertThat(InputContract.inspect(spark, input(format, "mute")).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.exitCode()).isEqualTo(ExitCode.RETRYABLE);
              assertThat(problem)
                  .hasMessageMatching(
                      "STORE_UNREACHABLE: input news in mute:/.*: a store or a machine of the"
                          + " cluster did not answer: Connection refused\\. Run it again once.*");
            });
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"PARQUET", "JSON"})
  void aFileThatItDoesNotGiveIsNoUnreadableFile(Format format, SparkSession spark)
      throws IOException {
    Files.writeString(folder.resolve("a.file"), "PAR1");

    assertThat(InputContract.inspect(spark, input(format, "deaf")).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.exitCode()).isEqualTo(ExitCode.RETRYABLE);
              assertThat(problem)
                  .hasMessageStartingWith("STORE_UNREACHABLE: input news in deaf:/")
                  .hasMessageContaining("/a.file: a store or")
                  .hasMessageContaining("did not answer: Read timed out. Run it again");
            });
  }

  @Test
  void whatMustBeMendedIsToldBeforeWhatMayPass(SparkSession spark) throws IOException {
    Files.writeString(folder.resolve("a.file"), "PAR1");
    Files.createFile(folder.resolve("b.file"));
    InputConfig news = input(Format.JSON, "deaf");

    assertThat(InputContract.inspect(spark, news).problems())
        .extracting(NewstideException::code)
        .containsExactlyInAnyOrder("INPUT_FILE_EMPTY", "STORE_UNREACHABLE");
    assertThatThrownBy(() -> InputContract.check(spark, news))
        .hasMessageStartingWith("INPUT_FILE_EMPTY")
        .satisfies(first -> assertThat(first.getSuppressed()).hasSize(1));
  }

  private InputConfig input(Format format, String store) {
    return new InputConfig(
        "news",
        format,
        store + ":" + folder,
        new InputConfig.Columns(
            Optional.empty(), Optional.empty(), "day", "title", Optional.empty(), Optional.empty()),
        List.of(),
        ZoneOffset.UTC,
        Optional.empty());
  }
}
