package org.newstide.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.exceptions.ConcurrentAppendException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Serial;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ConcurrentModificationException;
import java.util.List;
import org.apache.hadoop.net.ConnectTimeoutException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
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

  private static List<Throwable> silences() {
    return List.of(
        new SocketTimeoutException("Read timed out"),
        new ConnectException("Connection refused"),
        new NoRouteToHostException("No route to host"),
        new UnknownHostException("no-such-host"),
        new UnresolvedAddressException(),
        new ConnectTimeoutException("20000 millis timeout"),
        new NoHttpResponseException(),
        // As hadoop-aws, hadoop-azure and gcs-connector word them.
        new IOException(
            "getFileStatus on s3a://news/a: com.amazonaws.services.s3.model.AmazonS3Exception:"
                + " Please reduce your request rate. (Service: Amazon S3; Status Code: 503; Error"
                + " Code: SlowDown; Request ID: 4; S3 Extended Request ID: 5), S3 Extended Request"
                + " ID: 5:SlowDown"),
        new IOException(
            "software.amazon.awssdk.services.s3.model.S3Exception: We encountered an internal"
                + " error. (Service: S3, Status Code: 500, Request ID: 4)"),
        new IOException(
            "Operation failed: \"The server is busy.\", 503, HEAD,"
                + " https://a.dfs.core.windows.net/news?upn=false"),
        new IOException("503 Service Unavailable\nGET https://storage.googleapis.com/news"));
  }

  @ParameterizedTest
  @MethodSource("silences")
  void aStoreThatDoesNotAnswerIsRetryable(Throwable silence) {
    assertThat(PassingTrouble.in(new IllegalStateException("read", silence)))
        .hasValueSatisfying(trouble -> assertThat(trouble.code()).isEqualTo("STORE_UNREACHABLE"));
  }

  /** Of HTTP clients only the name is known. */
  private static final class NoHttpResponseException extends IOException {
    @Serial private static final long serialVersionUID = 1L;
  }

  @Test
  void whatDidNotAnswerIsToldWithItsPlace() {
    Throwable failure = new IOException("list", new UnknownHostException("no-such-host"));
    assertThat(PassingTrouble.at("input news in hdfs://no-such-host/news", failure).orElseThrow())
        .hasMessage(
            "STORE_UNREACHABLE: input news in hdfs://no-such-host/news: a store or a machine of the"
                + " cluster did not answer: unknown host no-such-host. Run it again once it answers;"
                + " where it never does, correct its address.");
  }

  @Test
  void whatWasToldAsPassingIsNotToldAgain() {
    NewstideException told = PassingTrouble.in(new ConnectException("refused")).orElseThrow();
    assertThat(PassingTrouble.at("elsewhere", new IllegalStateException(told))).containsSame(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Not Found (Service: Amazon S3; Status Code: 404; Error Code: 404 Not Found)",
        "Forbidden (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied)",
        "Operation failed: \"The specified filesystem does not exist.\", 404, HEAD, https://a",
        "404 Not Found\nGET https://storage.googleapis.com/news",
        "file:/news/500 articles.parquet is not a Parquet file",
        "No space left on device"
      })
  void aStoreThatSaysNoHasAnswered(String message) {
    assertThat(PassingTrouble.in(new IOException(message))).isEmpty();
    assertThat(PassingTrouble.in(new FileNotFoundException(message))).isEmpty();
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
