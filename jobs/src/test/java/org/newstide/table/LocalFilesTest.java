package org.newstide.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {
  @TempDir private java.nio.file.Path folder;

  private static FileSystem files() throws IOException {
    Configuration configuration = new Configuration(false);
    configuration.set("fs.file.impl", LocalFiles.class.getName());
    return FileSystem.newInstance(URI.create("file:///"), configuration);
  }

  @Test
  void whatIsWrittenHasHadoopsPermissions() throws IOException {
    try (FileSystem files = files()) {
      Path file = new Path(folder.resolve("week_start=2024-01-01/part").toUri());
      files.create(file).close();

      assertThat(permissions("week_start=2024-01-01")).isEqualTo("rwxr-xr-x");
      assertThat(permissions("week_start=2024-01-01/part")).isEqualTo("rw-r--r--");
      assertThat(permissions("week_start=2024-01-01/.part.crc")).isEqualTo("rw-r--r--");

      files.setPermission(file, new FsPermission("640"));
      assertThat(permissions("week_start=2024-01-01/part")).isEqualTo("rw-r-----");
    }
  }

  @Test
  void whatIsNotThereHasNoPermissions() throws IOException {
    try (FileSystem files = files()) {
      Path absent = new Path(folder.resolve("absent").toUri());

      assertThatThrownBy(() -> files.setPermission(absent, new FsPermission("640")))
          .isInstanceOf(NoSuchFileException.class);
    }
  }

  @Test
  void linksToFoldersAreFollowed() throws IOException {
    Files.createDirectories(folder.resolve("there/2024"));
    Files.writeString(folder.resolve("there/2024/a.json"), "{}");
    Files.createSymbolicLink(folder.resolve("corpus"), folder.resolve("there"));
    try (FileSystem files = files()) {
      RemoteIterator<LocatedFileStatus> found =
          files.listFiles(new Path(folder.resolve("corpus").toUri()), true);

      assertThat(found.next().getPath().getName()).isEqualTo("a.json");
      assertThat(found.hasNext()).isFalse();
    }
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }
}
