package org.newstide.config;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.newstide.Nearest;

/** The dotted keys that this configuration may have, as they are asked for. */
final class KnownKeys {
  private final Set<String> keys = new LinkedHashSet<>();

  void add(String key) {
    keys.add(key);
  }

  boolean contains(String key) {
    return keys.contains(key);
  }

  /**
   * The key that a person most likely meant: of a like name, in the same section rather than in
   * another. Keys of the right name in the wrong section are found, too.
   */
  String nearest(String key) {
    Comparator<String> byName = Comparator.comparingInt(known -> distance(key, known));
    return keys.stream()
        .min(byName.thenComparingInt(known -> Nearest.distance(key, known)))
        .orElse("");
  }

  private static int distance(String key, String known) {
    int name = Nearest.distance(name(key), name(known));
    return section(key).equals(section(known)) ? name : name + 1;
  }

  private static String section(String key) {
    return key.substring(0, key.lastIndexOf('.') + 1);
  }

  private static String name(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }
}
