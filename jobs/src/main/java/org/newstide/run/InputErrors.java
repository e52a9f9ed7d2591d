package org.newstide.run;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.spark.SparkThrowable;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.PassingTrouble;
import org.newstide.Unchecked;
import org.newstide.config.InputConfig;
import org.newstide.config.MissingFileSystem;
import org.newstide.ingest.InputContract;

/**
 * Turns what Spark throws while it reads inputs into an error with problem, place and remedy. Spark
 * names the file itself where the damage lies in the first rows that it reads; of damage further in
 * only the decoder's words are left, and the error names the files that it may be.
 */
public final class InputErrors {
  /** Spark's words about a file, whose path it writes without spaces. */
  private static final Pattern FILE = Pattern.compile("reading file (\\S+?)\\.?(?=\\s|$)");

  /** Whose exceptions tell of bytes that are no file of their format. */
  private static final List<String> DECODERS =
      List.of(
          "org.apache.parquet.", "com.github.luben.zstd.", "org.xerial.snappy.", "net.jpountz.");

  private static final int MOST_NAMED = 3;

  private final List<InputConfig> inputs;

  /** What a damaged file may be, where Spark does not say. */
  private final List<String> suspects;

  private InputErrors(List<InputConfig> inputs, List<String> suspects) {
    this.inputs = inputs;
    this.suspects = suspects;
  }

  /** Of an input whose files are not known, or not yet. */
  public static InputErrors of(InputConfig input) {
    return new InputErrors(List.of(input), List.of(input.path()));
  }

  /**
   * Of inputs that are read together.
   *
   * @param checked one for each of them
   */
  static InputErrors of(List<InputConfig> inputs, List<InputContract.Checked> checked) {
    return new InputErrors(
        inputs,
        checked.stream()
            .flatMap(files -> files.files().stream())
            .map(InputContract.InputFile::path)
            .toList());
  }

  /** Runs what reads the inputs and does more: of its failures only some are theirs. */
  void run(Runnable reading) {
    try {
      reading.run();
    } catch (Exception e) { // Spark throws its checked SparkException undeclared
      // A store that is silent may be the lake's, unless a file of an input is named.
      Optional<NewstideException> told = file(e).isPresent() ? known(e) : PassingTrouble.in(e);
      throw told.or(() -> known(e))
          .or(() -> damage(e))
          .map(RuntimeException.class::cast)
          .orElseGet(() -> Unchecked.of(e));
    }
  }

  /** Gives what reads the inputs and does nothing else, or its {@link #problem}. */
  <T> T call(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (Exception e) { // likewise
      throw problem(e);
    }
  }

  /**
   * The problem behind a failure of what reads the inputs and does nothing else.
   *
   * @throws RuntimeException the failure itself where no reading has failed: it is a mistake of
   *     Newstide's, and nobody could mend it in the input
   */
  public NewstideException problem(Exception failure) {
    return known(failure).or(() -> damage(failure)).orElseGet(() -> unreadable(failure));
  }

  /** What is no damage, or was told already. */
  private Optional<NewstideException> known(Exception failure) {
    return PassingTrouble.at("reading " + place(failure), failure)
        .or(
            () ->
                ExceptionUtils.getThrowableList(failure).stream()
                    .filter(NewstideException.class::isInstance)
                    .map(NewstideException.class::cast)
                    .findFirst())
        .or(() -> MissingFileSystem.in(failure));
  }

  private String place(Exception failure) {
    String read =
        inputs.stream().map(input -> input.at(input.path())).collect(Collectors.joining(", "));
    return read + file(failure).map(file -> ": " + file).orElse("");
  }

  private Optional<NewstideException> damage(Exception failure) {
    Optional<String> file = file(failure);
    if (file.isPresent()) {
      return file.map(path -> corrupt("the file cannot be read", path, failure));
    }
    return ExceptionUtils.getThrowableList(failure).stream().anyMatch(InputErrors::isOfDecoder)
        ? Optional.of(corrupt("a file cannot be read behind its first rows", suspects(), failure))
        : Optional.empty();
  }

  private NewstideException unreadable(Exception failure) {
    boolean isOfReading =
        ExceptionUtils.getThrowableList(failure).stream()
            .anyMatch(cause -> cause instanceof SparkThrowable || cause instanceof IOException);
    if (!isOfReading) {
      throw Unchecked.of(failure);
    }
    return corrupt("what lies here cannot be read", suspects(), failure);
  }

  /** The file that Spark names. */
  private static Optional<String> file(Exception failure) {
    return ExceptionUtils.getThrowableList(failure).stream()
        .map(cause -> FILE.matcher(String.valueOf(cause.getMessage())))
        .filter(Matcher::find)
        .map(named -> named.group(1))
        .findFirst();
  }

  private static boolean isOfDecoder(Throwable cause) {
    return cause instanceof ZipException
        || cause instanceof EOFException
        || DECODERS.stream().anyMatch(cause.getClass().getName()::startsWith)
        || isThrownByUnpacking(cause);
  }

  /** Hadoop says in a plain IOException that a packed file is damaged. */
  private static boolean isThrownByUnpacking(Throwable cause) {
    StackTraceElement[] calls = cause.getStackTrace();
    return calls.length > 0 && calls[0].getClassName().startsWith("org.apache.hadoop.io.compress.");
  }

  private String suspects() {
    String first = suspects.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return suspects.size() <= MOST_NAMED
        ? first
        : "one of " + suspects.size() + " files, the first of which are " + first;
  }

  private NewstideException corrupt(String problem, String place, Exception failure) {
    return new NewstideException(
        ExitCode.INPUT_REJECTED,
        "INPUT_FILE_CORRUPT",
        problem + " (" + reason(failure) + ")",
        place,
        "Restore it from its source, or take it out of "
            + (inputs.size() == 1 ? "input " + inputs.get(0).name() : "its input")
            + "; nothing was published",
        failure);
  }

  private static String reason(Exception failure) {
    String message = ExceptionUtils.getRootCauseMessage(failure);
    return message.lines().findFirst().orElse("").replaceFirst("\\.$", "");
  }
}
