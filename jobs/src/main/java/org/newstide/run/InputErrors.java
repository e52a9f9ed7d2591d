package org.newstide.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.Unchecked;

/** Turns Spark's failure to read a file into an error that names the file. */
final class InputErrors {
  private static final Pattern FILE = Pattern.compile("while reading file (\\S+?)\\.?(?=\\s|$)");

  private InputErrors() {}

  static void named(Runnable read) {
    try {
      read.run();
    } catch (Exception e) { // Spark throws its checked SparkException undeclared
      throw translated(e);
    }
  }

  private static RuntimeException translated(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      boolean isReading =
          message.contains("FAILED_READ_FILE") || message.contains("while reading file");
      Matcher file = FILE.matcher(message);
      if (isReading && file.find()) {
        return new NewstideException(
            ExitCode.INPUT_REJECTED,
            "INPUT_FILE_CORRUPT",
            "the file cannot be decoded",
            file.group(1),
            "Restore it from its source or take it out of the input; nothing was published",
            failure);
      }
    }
    return Unchecked.of(failure);
  }
}
