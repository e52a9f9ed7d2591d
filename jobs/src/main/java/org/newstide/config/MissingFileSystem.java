package org.newstide.config;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.VersionInfo;
import org.newstide.ExitCode;
import org.newstide.NewstideException;

/**
 * Says of paths such as {@code s3a://bucket/news} that Spark cannot reach them and what it lacks.
 * Spark itself comes with the local file system and HDFS; each other is a jar of its own.
 */
public final class MissingFileSystem {
  private static final String CODE = "FILE_SYSTEM_MISSING";

  /** Hadoop's words, where no class is known for a scheme and where the class is not there. */
  private static final Pattern UNKNOWN_SCHEME =
      Pattern.compile("No FileSystem for scheme \"?([\\w+.-]+)");

  private static final Pattern ABSENT_CLASS = Pattern.compile("Class (\\S+) not found");

  private record Connector(String scheme, String classes, String module) {}

  private static final List<Connector> CONNECTORS =
      List.of(
          new Connector("s3a", "org.apache.hadoop.fs.s3a.", ofHadoop("hadoop-aws")),
          new Connector("abfs", "org.apache.hadoop.fs.azurebfs.", ofHadoop("hadoop-azure")),
          new Connector("abfss", "org.apache.hadoop.fs.azurebfs.", ofHadoop("hadoop-azure")),
          new Connector(
              "gs", "com.google.cloud.hadoop.", "com.google.cloud.bigdataoss:gcs-connector"));

  private MissingFileSystem() {}

  /**
   * FILE_SYSTEM_MISSING, exit code 2, where a path's file system is not there. Connects to none.
   */
  public static Optional<NewstideException> of(String path, Configuration hadoop) {
    String scheme = scheme(path);
    if (scheme == null) {
      return Optional.empty();
    }
    try {
      FileSystem.getFileSystemClass(scheme, hadoop);
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.of(missing(scheme, path, e));
    }
  }

  /** The same for a failure that is, or was caused by, a missing file system. */
  public static Optional<NewstideException> in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Optional<String> scheme = missingScheme(String.valueOf(cause.getMessage()));
      if (scheme.isPresent()) {
        return scheme.map(name -> missing(name, name + "://", failure));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> missingScheme(String message) {
    Matcher unknown = UNKNOWN_SCHEME.matcher(message);
    if (unknown.find()) {
      return Optional.of(unknown.group(1));
    }
    Matcher absent = ABSENT_CLASS.matcher(message);
    return absent.find()
        ? CONNECTORS.stream()
            .filter(connector -> absent.group(1).startsWith(connector.classes()))
            .map(Connector::scheme)
            .findFirst()
        : Optional.empty();
  }

  /** Null for a path without one, and for what is no path: that is found out by listing it. */
  private static String scheme(String path) {
    try {
      return new Path(path).toUri().getScheme();
    } catch (IllegalArgumentException noPath) {
      return null;
    }
  }

  private static NewstideException missing(String scheme, String place, Throwable cause) {
    return new NewstideException(
        ExitCode.USAGE_OR_CONFIG,
        CODE,
        "this Spark has no file system for paths that begin with " + scheme + "://",
        place,
        CONNECTORS.stream()
            .filter(connector -> connector.scheme().equals(scheme))
            .map(connector -> remedy(connector.module()))
            .findFirst()
            .orElseGet(() -> "Correct the path. " + remedy("the connector of its store")),
        cause);
  }

  private static String remedy(String module) {
    return "Start with a SPARK_HOME that has "
        + module
        + " and what it needs among its jars, or give it with --packages or --jars before the"
        + " command";
  }

  private static String ofHadoop(String module) {
    return "org.apache.hadoop:" + module + ":" + VersionInfo.getVersion();
  }
}
