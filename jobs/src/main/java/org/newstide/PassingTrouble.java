package org.newstide;

import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.spark.sql.delta.DeltaConcurrentModificationException;

/**
 * Failures that the same command may not meet again: somebody else wrote the table at that moment,
 * a store did not answer, or the cluster took an executor or the whole application away. A
 * scheduler tries those again, and no others.
 */
public final class PassingTrouble {
  /** What Spark 3.5 says in a {@code SparkException} when the cluster, not the work, failed. */
  private static final Pattern LOST =
      Pattern.compile(
          "ExecutorLostFailure|FetchFailed|SparkContext was shut ?down|SparkContext has been shutdown"
              + "|Master removed our application");

  private PassingTrouble() {}

  /** The failure as a message and exit code 5, if it or one of its causes is such a failure. */
  public static Optional<NewstideException> in(Throwable failure) {
    return at("", failure);
  }

  /**
   * The same, with a place; without it where the failure was told as a passing one before.
   *
   * @param place what was looked at; empty where nobody knows
   */
  public static Optional<NewstideException> at(String place, Throwable failure) {
    return ExceptionUtils.getThrowableList(failure).stream()
        .flatMap(cause -> told(cause, place, failure).stream())
        .findFirst();
  }

  private static Optional<NewstideException> told(
      Throwable cause, String place, Throwable failure) {
    if (cause instanceof NewstideException known) {
      return Optional.of(known).filter(told -> told.exitCode() == ExitCode.RETRYABLE);
    }
    if (cause instanceof DeltaConcurrentModificationException) {
      return Optional.of(
          retryable(
              "TABLE_BUSY",
              "another run changed the same table: " + firstSentence(cause),
              place,
              "Run it again once the other run has ended",
              failure));
    }
    if (SilentStore.isToldBy(cause)) {
      return Optional.of(
          retryable(
              "STORE_UNREACHABLE",
              "a store or a machine of the cluster did not answer: " + silence(cause),
              place,
              "Run it again once it answers; where it never does, correct its address",
              failure));
    }
    if (LOST.matcher(String.valueOf(cause.getMessage())).find()) {
      return Optional.of(
          retryable(
              "EXECUTOR_LOST",
              "Spark lost an executor or was stopped: " + firstSentence(cause),
              place,
              "Run it again; if it happens each time, give executors more memory",
              failure));
    }
    return Optional.empty();
  }

  /** Of an unknown host Java gives the name alone, of this machine's own behind it what failed. */
  private static String silence(Throwable cause) {
    String sentence = firstSentence(cause);
    return cause instanceof UnknownHostException
        ? "unknown host " + sentence.split(": ")[0]
        : sentence;
  }

  /** The failure itself, or what {@link #in} makes of it; never a checked one. */
  public static RuntimeException named(Exception failure) {
    return failure instanceof NewstideException known
        ? known
        : in(failure).map(RuntimeException.class::cast).orElseGet(() -> Unchecked.of(failure));
  }

  private static String firstSentence(Throwable cause) {
    String line = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    int end = line.indexOf(". ");
    String sentence = end < 0 ? line : line.substring(0, end);
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private static NewstideException retryable(
      String code, String problem, String place, String remedy, Throwable cause) {
    return new NewstideException(ExitCode.RETRYABLE, code, problem, place, remedy, cause);
  }
}
