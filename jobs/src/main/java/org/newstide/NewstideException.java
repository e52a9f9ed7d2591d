package org.newstide;

import java.util.Objects;

/**
 * A failure that a person can act on: what went wrong, where, and what to do about it. The code
 * stands at the start of the message, in the run ledger and in quarantine reasons; its {@link
 * ExitCode} becomes the process' exit code.
 */
public final class NewstideException extends RuntimeException {
  private final String code;
  private final String place;
  private final ExitCode exitCode;

  public NewstideException(
      ExitCode exitCode, String code, String problem, String place, String remedy) {
    this(exitCode, code, problem, place, remedy, null);
  }

  /**
   * @param code stable upper-case name, such as {@code INPUT_FILE_CORRUPT}
   * @param problem what went wrong, one sentence without its full stop, or lines that end with a
   *     line break
   * @param place file and line, table, column or key; empty where the problem names it already
   * @param remedy what to do, one sentence without its full stop
   */
  public NewstideException(
      ExitCode exitCode,
      String code,
      String problem,
      String place,
      String remedy,
      Throwable cause) {
    super(
        code
            + ": "
            + (place.isEmpty() ? "" : place + ": ")
            + problem
            + (problem.endsWith("\n") ? "" : ". ")
            + remedy
            + ".",
        cause);
    this.code = Objects.requireNonNull(code);
    this.place = place;
    this.exitCode = Objects.requireNonNull(exitCode);
  }

  public String code() {
    return code;
  }

  /** File and line, table, column or key; empty where the problem names it already. */
  public String place() {
    return place;
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}
