package org.newstide;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.regex.Pattern;
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
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DeltaConcurrentModificationException) {
        return Optional.of(
            retryable(
                "TABLE_BUSY",
                "another run changed the same table: " + firstSentence(cause),
                "Run it again once the other run has ended",
                failure));
      }
      if (cause instanceof SocketException || cause instanceof SocketTimeoutException) {
        return Optional.of(
            retryable(
                "STORE_UNREACHABLE",
                "a store or a machine of the cluster did not answer: " + firstSentence(cause),
                "Run it again once it answers",
                failure));
      }
      if (LOST.matcher(String.valueOf(cause.getMessage())).find()) {
        return Optional.of(
            retryable(
                "EXECUTOR_LOST",
                "Spark lost an executor or was stopped: " + firstSentence(cause),
                "Run it again; if it happens each time, give executors more memory",
                failure));
      }
    }
    return Optional.empty();
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
      String code, String problem, String remedy, Throwable cause) {
    return new NewstideException(ExitCode.RETRYABLE, code, problem, "", remedy, cause);
  }
}
