package org.newstide;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.util.Progressable;

/**
 * Local files as a store that does not answer: {@code mute:} not at all, {@code deaf:} when files
 * are opened or written, but it lists them.
 */
public final class SilentFiles {
  private SilentFiles() {}

  /** Makes both known; as long as the configuration lives, since nobody else asks for them. */
  public static void in(Configuration hadoop) {
    hadoop.setClass("fs.mute.impl", Mute.class, FileSystem.class);
    hadoop.setClass("fs.deaf.impl", Deaf.class, FileSystem.class);
  }

  /**
   * Local files under another scheme, without the permissions that Hadoop asks {@code file:} for.
   */
  private abstract static class Store extends RawLocalFileSystem {
    @Override
    public FileStatus getFileStatus(Path file) throws IOException {
      FileStatus found = super.getFileStatus(file);
      return new FileStatus(
          found.getLen(), found.isDirectory(), 1, 1, found.getModificationTime(), found.getPath());
    }
  }

  /** A store that refuses to be connected to. */
  public static final class Mute extends Store {
    @Override
    public URI getUri() {
      return URI.create("mute:///");
    }

    @Override
    public FileStatus getFileStatus(Path file) throws IOException {
      throw new ConnectException("Connection refused");
    }

    @Override
    public boolean exists(Path file) throws IOException {
      throw new ConnectException("Connection refused");
    }
  }

  /** A store that lists its files. */
  public static final class Deaf extends Store {
    @Override
    public URI getUri() {
      return URI.create("deaf:///");
    }

    @Override
    public FSDataInputStream open(Path file, int bufferSize) throws IOException {
      getFileStatus(file);
      throw new IOException("open " + file, new SocketTimeoutException("Read timed out"));
    }

    @Override
    public FSDataOutputStream create(
        Path file,
        boolean overwrite,
        int bufferSize,
        short replication,
        long blockSize,
        Progressable progress)
        throws IOException {
      throw new IOException(
          "create "
              + file
              + ": Please reduce your request rate. (Service: Amazon S3; Status Code:"
              + " 503; Error Code: SlowDown; Request ID: 4)");
    }
  }
}
