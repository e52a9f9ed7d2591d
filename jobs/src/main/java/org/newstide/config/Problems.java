package org.newstide.config;

import com.typesafe.config.ConfigOrigin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.newstide.ExitCode;
import org.newstide.NewstideException;

/**
 * All that is wrong with a configuration, so that it can be said at once. Values are never quoted:
 * any of them may hold a secret.
 */
final class Problems {
  private record Problem(String place, String key, Supplier<String> text) {
    String line() {
      return (place.isEmpty() ? "" : place + ": ") + key + ": " + text.get();
    }
  }

  /** The library's words for the origin of a block that several files share. */
  private static final String MERGED = "merge of ";

  private final KnownKeys keys = new KnownKeys();
  private final List<Problem> found = new ArrayList<>();

  /** Notes that a configuration may have this key. */
  void know(String key) {
    keys.add(key);
  }

  void add(ConfigOrigin origin, String key, String problem) {
    found.add(new Problem(place(origin), key, () -> problem));
  }

  void addUnknown(ConfigOrigin origin, String key) {
    found.add(
        new Problem(
            place(origin), key, () -> "unknown key; did you mean " + keys.nearest(key) + "?"));
  }

  /**
   * @param name stands between the braces of a substitution
   */
  void addUnset(ConfigOrigin origin, String name) {
    found.add(
        new Problem(
            place(origin),
            name,
            () ->
                keys.contains(name)
                    ? "is not set; give it with --set"
                    : "is neither a key nor an environment variable that is set; did you mean "
                        + keys.nearest(name)
                        + "?"));
  }

  /** Only now are all keys known among which a hint looks for the nearest. */
  void throwIfAny(String file) {
    if (!found.isEmpty()) {
      String count = found.size() == 1 ? "1 problem" : found.size() + " problems";
      String lines = found.stream().map(Problem::line).collect(Collectors.joining("\n  "));
      throw invalid(count + "\n  " + lines + "\n", file, null);
    }
  }

  static NewstideException invalid(String problem, String place, Throwable cause) {
    return new NewstideException(
        ExitCode.USAGE_OR_CONFIG,
        "CONFIG_INVALID",
        problem,
        place,
        "Correct it; conf/newstide.conf explains every key",
        cause);
  }

  /** File and line; empty for what is missing from a block of several files. */
  static String place(ConfigOrigin origin) {
    if (origin.description().startsWith(MERGED)) {
      return "";
    }
    if (origin.filename() == null) {
      return origin.description();
    }
    String name = Path.of(origin.filename()).getFileName().toString();
    return origin.lineNumber() > 0 ? name + ":" + origin.lineNumber() : name;
  }
}
