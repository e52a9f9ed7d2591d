package org.newstide.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.config.InputConfig;
import org.newstide.ingest.InputContract.InputFile;

/**
 * What the first lines of a file of JSON lines say of the columns that the mapping may read.
 *
 * @param columns as the file writes them, with the kinds of their values but null
 * @param repeated those of the columns that a line holds more than once
 * @param hasRow whether any of the lines is a JSON object to its end
 * @param isWhole whether the file has no further lines
 */
record JsonHead(
    InputFile file,
    Map<String, Set<JsonFields.Kind>> columns,
    Set<String> repeated,
    boolean hasRow,
    boolean isWhole) {
  private static final int BYTES = 64 * 1024;

  /** A head, or why there is none. */
  record Outcome(Optional<JsonHead> head, Optional<NewstideException> problem) {
    private static Outcome of(NewstideException problem) {
      return new Outcome(Optional.empty(), Optional.of(problem));
    }
  }

  /** The heads of all files, in their order. */
  static List<Outcome> readAll(
      List<InputFile> files, Mapping mapping, InputConfig input, Configuration hadoop) {
    Set<String> wanted = mapping.possibleColumns();
    return ManyFiles.each(files, file -> read(file, wanted, input, hadoop));
  }

  /** The lines themselves, read again. */
  List<String> lines(Configuration hadoop) {
    List<String> lines = new ArrayList<>();
    try (TextLines text = TextLines.open(file, hadoop, BYTES)) {
      for (String line = text.next(); line != null; line = text.next()) {
        lines.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  /** Whether one of the columns is among those of the head, in whatever spelling. */
  boolean holdsOneOf(Set<String> names) {
    return columns.keySet().stream()
        .anyMatch(column -> names.stream().anyMatch(column::equalsIgnoreCase));
  }

  /**
   * Whether one of the columns stands in any line of the whole file.
   *
   * @throws IOException where the file breaks off
   */
  boolean fileHoldsOneOf(Set<String> names, Configuration hadoop) throws IOException {
    JsonFields fields = new JsonFields(Mapping.lower(names));
    try (TextLines text = TextLines.open(file, hadoop, Long.MAX_VALUE)) {
      String line = text.next();
      while (line != null && fields.columns().isEmpty()) {
        fields.look(line);
        line = text.next();
      }
    }
    return !fields.columns().isEmpty();
  }

  NewstideException cutOff(IOException cause) {
    return new NewstideException(
        ExitCode.INPUT_REJECTED,
        "INPUT_FILE_CORRUPT",
        "the file cannot be read to its end (" + cause.getMessage() + ")",
        file.path(),
        "Restore it from its source or take it out of the input",
        cause);
  }

  private static Outcome read(
      InputFile file, Set<String> wanted, InputConfig input, Configuration hadoop) {
    JsonFields fields = new JsonFields(wanted);
    try (TextLines text = TextLines.open(file, hadoop, BYTES)) {
      for (String line = text.next(); line != null; line = text.next()) {
        fields.look(line);
      }
      if (fields.areNoJson()) {
        return Outcome.of(noJson(file, input, null));
      }
      return new Outcome(
          Optional.of(
              new JsonHead(
                  file, fields.columns(), fields.repeated(), fields.haveRow(), text.atEnd())),
          Optional.empty());
    } catch (IOException e) {
      return Outcome.of(noJson(file, input, e));
    } catch (NewstideException unreadable) {
      return Outcome.of(unreadable);
    }
  }

  private static NewstideException noJson(InputFile file, InputConfig input, Exception cause) {
    return new NewstideException(
        ExitCode.INPUT_REJECTED,
        "INPUT_FILE_CORRUPT",
        "the file starts with no JSON object on a line",
        file.path(),
        "Write one JSON object a line, set the format of input "
            + input.name()
            + ", or take the file out",
        cause);
  }
}
