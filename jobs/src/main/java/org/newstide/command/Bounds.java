package org.newstide.command;

import org.newstide.ExitCode;
import org.newstide.NewstideException;

/** Refuses option values that mean nothing, before a session is opened for them. */
final class Bounds {
  private Bounds() {}

  /**
   * @param option as a user writes it, such as {@code --weeks}
   * @param usual a value that makes sense
   * @throws NewstideException {@code code}, where the given value is below the least
   */
  static void atLeast(int least, String option, int given, int usual, String code) {
    if (given < least) {
      throw new NewstideException(
          ExitCode.USAGE_OR_CONFIG,
          code,
          option + " is below " + least,
          "",
          "Give " + option + " " + usual);
    }
  }
}
