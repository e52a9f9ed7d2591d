package org.newstide.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.spark.SparkThrowable;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.Unchecked;
import org.newstide.config.InputConfig;
import org.newstide.config.MissingFileSystem;
import org.newstide.run.PassingTrouble;

/** Turns what Spark throws while it reads an input into a problem of that input. */
final class ReadFailure {
  /** Spark's words about a file, whose path it writes without spaces. */
  private static final Pattern FILE = Pattern.compile("reading file (\\S+?)\\.?(?=\\s|$)");

  private ReadFailure() {}

  /**
   * The problem, with the file as its place where Spark names one: for packed lines it does not.
   *
   * @throws RuntimeException the failure itself where no reading has failed: it is a mistake of
   *     Newstide's, and nobody could mend it in the input
   */
  static NewstideException in(InputConfig input, Exception failure) {
    List<Throwable> causes = ExceptionUtils.getThrowableList(failure);
    Optional<NewstideException> known =
        causes.stream()
            .filter(NewstideException.class::isInstance)
            .map(NewstideException.class::cast)
            .findFirst()
            .or(() -> PassingTrouble.in(failure))
            .or(() -> MissingFileSystem.in(failure));
    if (known.isPresent()) {
      return known.get();
    }
    if (causes.stream().noneMatch(c -> c instanceof SparkThrowable || c instanceof IOException)) {
      throw Unchecked.of(failure);
    }
    return new NewstideException(
        ExitCode.INPUT_REJECTED,
        "INPUT_FILE_CORRUPT",
        "what lies here cannot be read (" + reason(failure) + ")",
        file(causes).orElse(input.path()),
        "Restore the damaged file from its source, or take it out of input " + input.name(),
        failure);
  }

  private static Optional<String> file(List<Throwable> causes) {
    return causes.stream()
        .map(cause -> FILE.matcher(String.valueOf(cause.getMessage())))
        .filter(Matcher::find)
        .map(named -> named.group(1))
        .findFirst();
  }

  private static String reason(Exception failure) {
    String message = ExceptionUtils.getRootCauseMessage(failure);
    return message.lines().findFirst().orElse("").replaceFirst("\\.$", "");
  }
}
