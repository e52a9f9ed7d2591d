package org.newstide.run;

import java.io.EOFException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.Unchecked;
import org.newstide.ingest.InputContract;

/**
 * Turns Spark's failure to read a file into an error that names the file. Spark names it itself
 * where the damage lies in the first rows that it reads; of damage further in only the decoder's
 * words are left, and the error names the files that it may be.
 */
final class InputErrors {
  private static final Pattern FILE = Pattern.compile("while reading file (\\S+?)\\.?(?=\\s|$)");

  /** Whose exceptions tell of bytes that are no file of their format. */
  private static final List<String> DECODERS =
      List.of(
          "org.apache.parquet.", "com.github.luben.zstd.", "org.xerial.snappy.", "net.jpountz.");

  private static final int MOST_NAMED = 3;

  private InputErrors() {}

  /**
   * @param inputs what is read
   */
  static void named(List<InputContract.Checked> inputs, Runnable read) {
    try {
      read.run();
    } catch (Exception e) { // Spark throws its checked SparkException undeclared
      throw translated(e, inputs);
    }
  }

  private static RuntimeException translated(
      Exception failure, List<InputContract.Checked> inputs) {
    if (PassingTrouble.in(failure).isPresent()) {
      return PassingTrouble.named(failure);
    }
    List<Throwable> causes = ExceptionUtils.getThrowableList(failure);
    Optional<String> file = causes.stream().flatMap(cause -> named(cause).stream()).findFirst();
    if (file.isPresent()) {
      return corrupt("the file cannot be decoded", file.get(), failure);
    }
    return causes.stream().anyMatch(InputErrors::isOfDecoder)
        ? corrupt("a file cannot be decoded, behind its first rows", candidates(inputs), failure)
        : Unchecked.of(failure);
  }

  private static Optional<String> named(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    boolean isReading =
        message.contains("FAILED_READ_FILE") || message.contains("while reading file");
    Matcher file = FILE.matcher(message);
    return isReading && file.find() ? Optional.of(file.group(1)) : Optional.empty();
  }

  private static boolean isOfDecoder(Throwable cause) {
    return cause instanceof ZipException
        || cause instanceof EOFException
        || DECODERS.stream().anyMatch(cause.getClass().getName()::startsWith);
  }

  private static String candidates(List<InputContract.Checked> inputs) {
    List<String> files =
        inputs.stream()
            .flatMap(i -> i.files().stream())
            .map(InputContract.InputFile::path)
            .toList();
    String first = files.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return files.size() <= MOST_NAMED
        ? first
        : "one of " + files.size() + " files, the first of which are " + first;
  }

  private static NewstideException corrupt(String problem, String place, Exception failure) {
    return new NewstideException(
        ExitCode.INPUT_REJECTED,
        "INPUT_FILE_CORRUPT",
        problem,
        place,
        "Restore it from its source or take it out of the input; nothing was published",
        failure);
  }
}
