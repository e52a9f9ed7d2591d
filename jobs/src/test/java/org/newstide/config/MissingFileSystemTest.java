package org.newstide.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newstide.ExitCode;

class MissingFileSystemTest {
  private final Configuration hadoop = new Configuration();

  @ParameterizedTest
  @CsvSource({
    "s3a://news/articles, s3a, org.apache.hadoop:hadoop-aws:3.3.4",
    "abfss://news@account.dfs.core.windows.net/a, abfss, org.apache.hadoop:hadoop-azure:3.3.4",
    "gs://news/articles, gs, com.google.cloud.bigdataoss:gcs-connector",
  })
  void aStoreThatSparkCannotReachIsToldWithWhatItNeeds(String path, String scheme, String module) {
    assertThat(MissingFileSystem.of(path, hadoop))
        .hasValueSatisfying(
            missing -> {
              assertThat(missing.exitCode()).isEqualTo(ExitCode.USAGE_OR_CONFIG);
              assertThat(missing)
                  .hasMessage(
                      "FILE_SYSTEM_MISSING: "
                          + path
                          + ": this Spark has no file system for paths that begin with "
                          + scheme
                          + "://. Start with a SPARK_HOME that has "
                          + module
                          + " and what it needs among its jars, or give it with --packages or"
                          + " --jars before the command.");
            });
  }

  @Test
  void aMistypedSchemeMayBeCorrected() {
    assertThat(MissingFileSystem.of("s4://news/articles", hadoop).orElseThrow())
        .hasMessageContaining("that begin with s4://. Correct the path. Start with");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"corpus", "/data/corpus", "file:/data", "hdfs://name:8020/a", "a b: c", ""})
  void whatSparkReachesOrListsByItselfPasses(String path) {
    assertThat(MissingFileSystem.of(path, hadoop)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3a", "abfs", "gs"})
  void hadoopsOwnFailuresAreToldAlike(String scheme) {
    assertThat(MissingFileSystem.in(failureOf(scheme)))
        .hasValueSatisfying(
            missing ->
                assertThat(missing)
                    .hasMessageStartingWith("FILE_SYSTEM_MISSING: " + scheme + "://: this Spark"));
    assertThat(MissingFileSystem.in(new IllegalStateException("Class org.a.B not found")))
        .isEmpty();
  }

  private RuntimeException failureOf(String scheme) {
    try {
      new Path(scheme + "://lake/newstide").getFileSystem(hadoop);
      throw new AssertionError("this Spark has " + scheme);
    } catch (UnsupportedFileSystemException e) {
      return new UncheckedIOException("Cannot reach the lake", e);
    } catch (java.io.IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      return e;
    }
  }
}
