package org.newstide;

/**
 * The process' exit codes: schedulers decide by them whether a retry makes sense. Of several
 * problems the one with the first code here is the process', as the last only waits to be tried
 * again.
 */
public enum ExitCode {
  DONE(0),
  INTERNAL(1),
  USAGE_OR_CONFIG(2),
  INPUT_REJECTED(3),
  AUDIT_FAILED(4),
  RETRYABLE(5);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  /** The number given to the operating system. */
  public int status() {
    return status;
  }
}
