package org.newstide.config;

import com.typesafe.config.ConfigOrigin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.newstide.ExitCode;
import org.newstide.Nearest;
import org.newstide.NewstideException;

/**
 * All that is wrong with a configuration, so that it can be said at once. Values are never quoted:
 * any of them may hold a secret.
 */
final class Problems {
  private final List<String> found = new ArrayList<>();

  void add(ConfigOrigin origin, String key, String problem) {
    found.add(place(origin) + ": " + key + ": " + problem);
  }

  void addUnknown(ConfigOrigin origin, String prefix, String name, Collection<String> known) {
    add(origin, prefix + name, "unknown key; did you mean " + Nearest.to(name, known) + "?");
  }

  void throwIfAny(String file) {
    if (!found.isEmpty()) {
      String count = found.size() == 1 ? "1 problem" : found.size() + " problems";
      throw invalid(count + "\n  " + String.join("\n  ", found) + "\n", file, null);
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

  static String place(ConfigOrigin origin) {
    if (origin.filename() == null) {
      return origin.description();
    }
    String name = Path.of(origin.filename()).getFileName().toString();
    return origin.lineNumber() > 0 ? name + ":" + origin.lineNumber() : name;
  }
}
