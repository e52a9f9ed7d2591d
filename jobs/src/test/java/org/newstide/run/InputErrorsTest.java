package org.newstide.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipException;
import org.apache.spark.SparkException;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.config.InputConfig;
import org.newstide.ingest.InputContract;

class InputErrorsTest {
  private static final InputConfig NEWS = input("news");
  private static final Exception AT_ITS_START =
      new SparkException(
          "Encountered error while reading file file:///news/a.parquet. Details:",
          new IOException("not a page\nbut text."));

  private static InputConfig input(String name) {
    return new InputConfig(
        name,
        InputConfig.Format.PARQUET,
        "/" + name,
        new InputConfig.Columns(
            Optional.empty(), Optional.empty(), "day", "title", Optional.empty(), Optional.empty()),
        List.of(),
        ZoneOffset.UTC,
        Optional.empty());
  }

  private static InputContract.Checked files(String... paths) {
    return new InputContract.Checked(
        List.of(paths).stream().map(path -> new InputContract.InputFile(path, 1)).toList(),
        new StructType(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        1,
        List.of());
  }

  @Test
  void aFileThatSparkNamesIsThePlace() {
    assertThat(InputErrors.of(NEWS).problem(AT_ITS_START))
        .hasMessage(
            "INPUT_FILE_CORRUPT: file:///news/a.parquet: the file cannot be read (IOException: not"
                + " a page). Restore it from its source, or take it out of input news; nothing was"
                + " published.");
    assertThatThrownBy(() -> InputErrors.of(NEWS).run(() -> sneak(AT_ITS_START)))
        .hasMessage(InputErrors.of(NEWS).problem(AT_ITS_START).getMessage());
  }

  @Test
  void damageBehindTheFirstRowsMayBeOfAnyFile() {
    InputErrors two =
        InputErrors.of(
            List.of(NEWS, input("wire")), List.of(files("/news/a", "/news/b"), files("/wire/c")));
    InputErrors four = InputErrors.of(List.of(NEWS), List.of(files("/a", "/b", "/c", "/d")));

    assertThat(two.problem(new SparkException("Job aborted", new ZipException("bad block"))))
        .hasMessage(
            "INPUT_FILE_CORRUPT: /news/a, /news/b, /wire/c: a file cannot be read behind its first"
                + " rows (ZipException: bad block). Restore it from its source, or take it out of"
                + " its input; nothing was published.");
    assertThat(four.problem(new SparkException("Job aborted", new EOFException())))
        .hasMessageContaining(": one of 4 files, the first of which are /a, /b, /c: a file cannot");
  }

  @Test
  void packedLinesThatAreDamagedAreTheInputsWhateverElseIsDone() {
    IOException damaged = new IOException("gzip stream CRC failure");
    damaged.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement(
              "org.apache.hadoop.io.compress.zlib.BuiltInGzipDecompressor",
              "executeTrailerState",
              "BuiltInGzipDecompressor.java",
              1)
        });
    assertThatThrownBy(() -> InputErrors.of(NEWS).run(() -> sneak(damaged)))
        .hasMessageStartingWith("INPUT_FILE_CORRUPT: /news: a file cannot be read behind its")
        .hasMessageContaining("(IOException: gzip stream CRC failure). Restore it");
  }

  @Test
  void whereMoreIsDoneThanReadingOtherFailuresAreNotTheInputs() {
    Exception full = new SparkException("Job aborted", new IOException("No space left on device"));

    assertThatThrownBy(() -> InputErrors.of(NEWS).run(() -> sneak(full)))
        .isInstanceOf(IllegalStateException.class)
        .hasCause(full);
    assertThat(InputErrors.of(NEWS).problem(full))
        .hasMessageStartingWith("INPUT_FILE_CORRUPT: /news: what lies here cannot be read (IO");
  }

  @Test
  void aMistakeOfOurOwnIsNoProblemOfTheInput() {
    IllegalStateException mistake = new IllegalStateException("no such column");
    assertThatThrownBy(() -> InputErrors.of(NEWS).problem(mistake)).isSameAs(mistake);
    assertThatThrownBy(() -> InputErrors.of(NEWS).run(() -> sneak(mistake))).isSameAs(mistake);
  }

  @Test
  void whatWasToldAlreadyIsNotToldAgain() {
    NewstideException told =
        new NewstideException(ExitCode.INPUT_REJECTED, "INPUT_EMPTY", "no row", "/news", "Look");
    assertThat(InputErrors.of(NEWS).problem(new SparkException("Job aborted", told)))
        .isSameAs(told);
  }

  @Test
  void aStoreThatDoesNotAnswerIsNoDamageAndTheInputIsNamed() {
    Exception behind =
        new SparkException("Job aborted", new ConnectException("Connection refused"));
    Exception atStart =
        new SparkException(
            "Encountered error while reading file s3a://news/a.parquet. Details:",
            new EOFException().initCause(new SocketTimeoutException("Read timed out")));

    assertThat(InputErrors.of(NEWS).problem(behind))
        .satisfies(told -> assertThat(told.exitCode()).isEqualTo(ExitCode.RETRYABLE))
        .hasMessageStartingWith(
            "STORE_UNREACHABLE: reading input news in /news: a store or a machine of the cluster"
                + " did not answer: Connection refused. Run");
    InputErrors two = InputErrors.of(List.of(NEWS, input("wire")), List.of(files(), files()));
    assertThatThrownBy(() -> two.run(() -> sneak(atStart)))
        .hasMessageStartingWith(
            "STORE_UNREACHABLE: reading input news in /news, input wire in /wire:"
                + " s3a://news/a.parquet: a store or");
  }

  @Test
  void aFileThatIsGoneIsNot() {
    Exception gone =
        new SparkException(
            "Encountered error while reading file s3a://news/a.parquet. Details:",
            new FileNotFoundException("No such file or directory: s3a://news/a.parquet"));
    assertThat(InputErrors.of(NEWS).problem(gone))
        .satisfies(told -> assertThat(told.exitCode()).isEqualTo(ExitCode.INPUT_REJECTED))
        .hasMessageStartingWith(
            "INPUT_FILE_CORRUPT: s3a://news/a.parquet: the file cannot be read");
  }

  /** As Scala throws checked exceptions that it does not declare. */
  @SuppressWarnings("unchecked")
  private static <E extends Exception> void sneak(Exception failure) throws E {
    throw (E) failure;
  }
}
