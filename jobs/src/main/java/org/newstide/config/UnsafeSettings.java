package org.newstide.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.newstide.ExitCode;
import org.newstide.NewstideException;

/** Refuses Spark settings with which broken or vanished input would be skipped silently. */
public final class UnsafeSettings {
  private static final List<String> LOSSY =
      List.of("spark.sql.files.ignorecorruptfiles", "spark.sql.files.ignoremissingfiles");

  private UnsafeSettings() {}

  /**
   * @param sparkConf settings of the session, as the user gave them or as the session holds them
   * @throws NewstideException CONFIG_UNSAFE if one of them is on
   */
  public static void refuse(Map<String, String> sparkConf) {
    // Spark's SQL settings ignore case, so a comparison in lower case sees every spelling.
    List<String> found =
        new TreeMap<>(sparkConf)
            .entrySet().stream()
                .filter(setting -> LOSSY.contains(lower(setting.getKey())))
                .filter(setting -> !lower(setting.getValue().strip()).equals("false"))
                .map(setting -> setting.getKey() + " = " + setting.getValue())
                .toList();
    if (!found.isEmpty()) {
      throw new NewstideException(
          ExitCode.USAGE_OR_CONFIG,
          "CONFIG_UNSAFE",
          "broken or missing input would be skipped silently",
          String.join(", ", found),
          "Remove the setting; Newstide names a broken file instead of skipping it");
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
