package org.newstide.config;

import java.util.List;
import java.util.Map;
import org.newstide.ExitCode;
import org.newstide.NewstideException;

/** Spark settings with which a run would lose data without a word. */
public final class UnsafeSettings {
  private static final List<String> REFUSED =
      List.of("spark.sql.files.ignoreCorruptFiles", "spark.sql.files.ignoreMissingFiles");

  private UnsafeSettings() {}

  /**
   * @throws NewstideException CONFIG_UNSAFE where one of them is on
   */
  public static void refuse(Map<String, String> sparkSettings) {
    for (String setting : REFUSED) {
      if ("true".equalsIgnoreCase(sparkSettings.get(setting))) {
        throw new NewstideException(
            ExitCode.USAGE_OR_CONFIG,
            "CONFIG_UNSAFE",
            "with it Spark skips files that it cannot read, and the weekly figures would not show it",
            setting,
            "Set it to false; a bad file stops the run and is named");
      }
    }
  }
}
