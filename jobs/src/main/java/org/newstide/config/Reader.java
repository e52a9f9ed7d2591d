package org.newstide.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads one level of the configuration and collects every problem: people mend them all at once.
 */
final class Reader {
  private final Config config;
  private final String prefix;
  private final List<String> problems;
  private final Set<String> known = new LinkedHashSet<>();

  Reader(Config config, String prefix, List<String> problems) {
    this.config = config;
    this.prefix = prefix;
    this.problems = problems;
  }

  Reader at(String key) {
    known.add(key);
    if (!config.hasPath(key)) {
      return new Reader(com.typesafe.config.ConfigFactory.empty(), prefix + key + ".", problems);
    }
    return value(key, config::getConfig)
        .map(inner -> new Reader(inner, prefix + key + ".", problems))
        .orElseGet(
            () ->
                new Reader(
                    com.typesafe.config.ConfigFactory.empty(), prefix + key + ".", problems));
  }

  List<Reader> list(String key) {
    known.add(key);
    List<Reader> readers = new ArrayList<>();
    if (!config.hasPath(key)) {
      problems.add(prefix + key + " is missing");
      return readers;
    }
    List<? extends Config> items = value(key, config::getConfigList).orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      readers.add(new Reader(items.get(i), prefix + key + "[" + i + "].", problems));
    }
    return readers;
  }

  String text(String key) {
    return optionalText(key).orElseGet(() -> missing(key));
  }

  Optional<String> optionalText(String key) {
    known.add(key);
    return config.hasPath(key) ? value(key, config::getString) : Optional.empty();
  }

  List<String> texts(String key) {
    known.add(key);
    return config.hasPath(key) ? value(key, config::getStringList).orElse(List.of()) : List.of();
  }

  int whole(String key, int fallback, int low, int high) {
    known.add(key);
    int found = config.hasPath(key) ? value(key, config::getInt).orElse(fallback) : fallback;
    if (found < low || found > high) {
      problem(key, found + " is not in " + low + " to " + high);
    }
    return found;
  }

  double fraction(String key, double fallback) {
    known.add(key);
    double found = config.hasPath(key) ? value(key, config::getDouble).orElse(fallback) : fallback;
    if (found < 0 || found > 1) {
      problem(key, found + " is not in 0 to 1");
    }
    return found;
  }

  <T> Optional<T> parsed(String key, String form, Function<String, T> parse) {
    Optional<String> found = optionalText(key);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(found.get()));
    } catch (RuntimeException e) {
      problem(key, "'" + found.get() + "' is not " + form);
      return Optional.empty();
    }
  }

  /** Call last: every key that nobody asked for is a problem. */
  void refuseUnknown() {
    for (String key : config.root().keySet()) {
      if (!known.contains(key)) {
        problem(key, "is not a known key; the nearest is " + prefix + nearest(key));
      }
    }
  }

  private String missing(String key) {
    problems.add(prefix + key + " is missing");
    return "";
  }

  private void problem(String key, String problem) {
    ConfigValue value = config.root().get(key);
    String place =
        value == null || value.origin().lineNumber() < 0 ? "" : value.origin().description() + ": ";
    problems.add(place + prefix + key + " " + problem);
  }

  private <T> Optional<T> value(String key, Function<String, T> get) {
    try {
      return Optional.of(get.apply(key));
    } catch (ConfigException e) {
      problem(key, "has the wrong type: " + e.getMessage());
      return Optional.empty();
    }
  }

  private String nearest(String key) {
    return Nearest.to(key, known);
  }
}
