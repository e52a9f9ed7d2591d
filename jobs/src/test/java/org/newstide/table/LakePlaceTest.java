package org.newstide.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.newstide.ExitCode;
import org.newstide.NewstideException;

class LakePlaceTest {
  /** Stands in for a cluster's store. */
  public static final class Store extends RawLocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create("store://news");
    }
  }

  /** One that asks to be left in peace for a while, as S3 does. */
  public static final class BusyStore extends RawLocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create("busy://news");
    }

    @Override
    public boolean exists(org.apache.hadoop.fs.Path file) throws IOException {
      throw new IOException("Slow down (Service: Amazon S3; Status Code: 503; Request ID: 4)");
    }
  }

  private final Configuration hadoop = new Configuration();

  LakePlaceTest() {
    hadoop.setClass("fs.store.impl", Store.class, FileSystem.class);
    hadoop.setClass("fs.busy.impl", BusyStore.class, FileSystem.class);
    hadoop.setInt("ipc.client.connect.max.retries", 0);
  }

  @Test
  void aPathOnThisMachineHasNoScheme() {
    assertThat(of("file:///some/lake/")).isEqualTo("/some/lake");
    assertThat(of("/some/lake")).isEqualTo("/some/lake");
    assertThat(of("some/lake")).isEqualTo(Path.of("").toAbsolutePath() + "/some/lake");
  }

  @Test
  void aPathOnAStoreKeepsItsScheme() {
    assertThat(of("store://news/lake")).isEqualTo("store://news/lake");
  }

  @Test
  void onAClusterAPathWithoutASchemeIsTheClusters() {
    FileSystem.setDefaultUri(hadoop, "store://news");
    assertThat(of("/lake")).isEqualTo("store://news/lake");
    assertThat(of("lake")).startsWith("store://news/").endsWith("/lake");
    assertThat(of("file:///lake")).isEqualTo("file:/lake");
  }

  @Test
  void whatIsNoPathOrHasNoFileSystemIsTold() {
    assertThatThrownBy(() -> of("lake:2024")).hasMessageStartingWith("LAKE_UNREACHABLE");
    assertThatThrownBy(() -> of("no-such://news/lake"))
        .hasMessageStartingWith("FILE_SYSTEM_MISSING");
    assertThatThrownBy(() -> of("s3a://news/lake"))
        .hasMessageStartingWith("FILE_SYSTEM_MISSING")
        .hasMessageContaining("hadoop-aws");
  }

  @Test
  void aStoreThatDoesNotAnswerMayBeTriedAgain() {
    assertThatThrownBy(() -> of("hdfs://localhost:1/lake"))
        .isInstanceOfSatisfying(
            NewstideException.class,
            told -> assertThat(told.exitCode()).isEqualTo(ExitCode.RETRYABLE))
        .hasMessageContaining("LAKE_UNREACHABLE", "hdfs://localhost:1/lake");
    assertThatThrownBy(() -> of("busy://news/lake"))
        .isInstanceOfSatisfying(
            NewstideException.class,
            told -> assertThat(told.exitCode()).isEqualTo(ExitCode.RETRYABLE))
        .hasMessageStartingWith("LAKE_UNREACHABLE: busy://news/lake: ");
  }

  private String of(String path) {
    return LakePlace.of(path, hadoop);
  }
}
