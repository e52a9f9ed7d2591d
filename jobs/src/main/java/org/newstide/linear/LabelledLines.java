package org.newstide.linear;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.newstide.ExitCode;
import org.newstide.NewstideException;

/** Files of labelled JSON lines, which models are trained on. */
public final class LabelledLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LabelledLines() {}

  /**
   * Gives each line that is not blank to a taker, in order.
   *
   * @param fields what the lines must hold, for who has to mend one
   * @throws NewstideException {@code TRAINING_DATA_UNREADABLE}, with the number of the line that is
   *     no JSON or that the taker throws at
   */
  public static void read(Path file, String fields, Consumer<JsonNode> taker) {
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          taker.accept(JSON.readTree(line));
        }
      }
    } catch (IOException | RuntimeException e) {
      throw new NewstideException(
          ExitCode.USAGE_OR_CONFIG,
          "TRAINING_DATA_UNREADABLE",
          "A labelled line cannot be read: " + e.getMessage(),
          file + ":" + number,
          "Give JSON lines with " + fields,
          e);
    }
  }
}
