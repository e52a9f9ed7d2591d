package org.newstide.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.exceptions.ConcurrentAppendException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.SocketTimeoutException;
import java.util.ConcurrentModificationException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newstide.ExitCode;
import org.newstide.PassingTrouble;
import picocli.CommandLine;

class PassingTroubleTest {
  private static final String ADDED =
      "Files were added to partition [week_start=2024-01-01] by a concurrent update. Please try again.";

  @Test
  void aConflictOfTwoWritersIsRetryable() {
    Throwable failure = new IllegalStateException("x", new ConcurrentAppendException(ADDED));
    assertThat(PassingTrouble.in(failure))
        .hasValueSatisfying(
            trouble -> {
              assertThat(trouble.exitCode()).isEqualTo(ExitCode.RETRYABLE);
              assertThat(trouble)
                  .hasMessageStartingWith("TABLE_BUSY: another run changed the same table: Files")
                  .hasMessageContaining("2024-01-01] by a concurrent update. Run it again once");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Job aborted due to stage failure: Task 0 in stage 3.0 failed 4 times, most recent failure:"
            + " Lost task 0.3 in stage 3.0 (TID 9) (10.0.0.7 executor 4): ExecutorLostFailure"
            + " (executor 4 exited caused by one of the running tasks) Reason: Command exited with"
            + " code 137",
        "Job 12 cancelled because SparkContext was shut down"
      })
  void aLostExecutorIsRetryable(String message) {
    assertThat(PassingTrouble.in(new SparkException(message)))
        .hasValueSatisfying(trouble -> assertThat(trouble.code()).isEqualTo("EXECUTOR_LOST"));
  }

  @Test
  void aStoreThatDoesNotAnswerIsRetryable() {
    Throwable failure = new IOException("read", new SocketTimeoutException("Read timed out"));
    assertThat(PassingTrouble.in(failure))
        .hasValueSatisfying(trouble -> assertThat(trouble.code()).isEqualTo("STORE_UNREACHABLE"));
  }

  @Test
  void aFaultOfOurOwnIsNot() {
    Throwable failure =
        new SparkException(
            "Job aborted due to stage failure: Task 0 in stage 3.0 failed 1 times, most recent"
                + " failure: Lost task 0.0 in stage 3.0 (TID 9): java.lang.NullPointerException");
    assertThat(PassingTrouble.in(failure)).isEmpty();
    assertThat(PassingTrouble.in(new ConcurrentModificationException())).isEmpty();
  }

  @Test
  void theProcessEndsWithCodeFive() {
    StringWriter err = new StringWriter();
    CommandLine command =
        Newstide.commandLine().addSubcommand(new Busy()).setErr(new PrintWriter(err));
    assertThat(command.execute("busy")).isEqualTo(5);
    assertThat(err.toString()).startsWith("TABLE_BUSY: ").doesNotContain("\tat ");
  }

  @CommandLine.Command(name = "busy")
  private static final class Busy implements Runnable {
    @Override
    public void run() {
      throw new ConcurrentAppendException(ADDED);
    }
  }
}
