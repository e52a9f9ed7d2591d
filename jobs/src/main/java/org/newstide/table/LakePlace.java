package org.newstide.table;

import java.io.IOException;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.PassingTrouble;
import org.newstide.config.MissingFileSystem;

/** Where a lake lies: its path in the one way in which it is written, on a store that answers. */
final class LakePlace {
  private LakePlace() {}

  /**
   * The whole path: {@code lake}, {@code hdfs:/lake} and {@code hdfs:///lake} name no two lakes,
   * and Delta creates no table whose path it knows in two ways. Without a scheme on this machine.
   *
   * @throws NewstideException {@code FILE_SYSTEM_MISSING}; {@code LAKE_UNREACHABLE} where the path
   *     is none or its store does not let one look, as without the bucket or a valid key; the
   *     latter with exit code 5 where the network may be the cause
   */
  static String of(String path, Configuration hadoop) {
    Optional<NewstideException> missing = MissingFileSystem.of(path, hadoop);
    if (missing.isPresent()) {
      throw missing.get();
    }
    try {
      Path given = new Path(path);
      FileSystem files = given.getFileSystem(hadoop);
      Path whole = files.makeQualified(given);
      files.exists(whole); // either will do, if the store answers at all
      return isLocal(whole) && isLocal(new Path(FileSystem.getDefaultUri(hadoop)))
          ? whole.toUri().getPath()
          : whole.toString();
    } catch (IOException | IllegalArgumentException e) {
      throw unreachable(path, e);
    }
  }

  private static boolean isLocal(Path path) {
    return path.toUri().getScheme().equals("file");
  }

  private static NewstideException unreachable(String path, Exception cause) {
    boolean mayPass = PassingTrouble.in(cause).isPresent();
    return new NewstideException(
        mayPass ? ExitCode.RETRYABLE : ExitCode.USAGE_OR_CONFIG,
        "LAKE_UNREACHABLE",
        "its store cannot be asked (" + ExceptionUtils.getRootCauseMessage(cause) + ")",
        path,
        mayPass
            ? "Run it again once the store answers, or correct --lake"
            : "Correct --lake, or the settings and keys of its store",
        cause);
  }
}
