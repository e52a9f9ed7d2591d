package org.newstide.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.newstide.ExitCode;
import org.newstide.NewstideException;

/** Reads JSON lines, gives each to a function, and writes what it returns, in order. */
final class JsonLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonLines() {}

  /** The number of lines written. */
  static long transform(Path input, Path output, UnaryOperator<JsonNode> line) throws IOException {
    long count = 0;
    try (BufferedReader in = Files.newBufferedReader(input);
        BufferedWriter out = Files.newBufferedWriter(output)) {
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        if (text.isBlank()) {
          continue;
        }
        count++;
        out.write(JSON.writeValueAsString(line.apply(parse(text, input, count))));
        out.newLine();
      }
    } catch (NoSuchFileException e) {
      throw new NewstideException(
          ExitCode.INPUT_REJECTED,
          "INPUT_MISSING",
          "there is no such file or folder",
          e.getFile(),
          "Check --input and --output",
          e);
    }
    return count;
  }

  private static JsonNode parse(String text, Path file, long line) {
    try {
      JsonNode node = JSON.readTree(text);
      if (node.isObject() && node.hasNonNull("id")) {
        return node;
      }
    } catch (IOException e) {
      throw bad("the line is not JSON", file, line, e);
    }
    throw bad("the line is no object with an \"id\"", file, line, null);
  }

  private static NewstideException bad(String problem, Path file, long line, IOException cause) {
    return new NewstideException(
        ExitCode.INPUT_REJECTED,
        "INPUT_LINE_INVALID",
        problem,
        file + ":" + line,
        "Give one JSON object a line, as the command's help shows",
        cause);
  }
}
