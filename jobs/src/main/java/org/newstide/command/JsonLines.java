package org.newstide.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.newstide.ExitCode;
import org.newstide.NewstideException;

/**
 * Reads JSON lines, gives each to a function, and writes what it returns, in order. A block of
 * lines is read by all cores.
 */
final class JsonLines {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BLOCK = 512;

  private record Line(String text, long number) {}

  private JsonLines() {}

  /**
   * The number of lines written.
   *
   * @param line called from several threads
   */
  static long transform(Path input, Path output, UnaryOperator<JsonNode> line) throws IOException {
    long count = 0;
    List<Line> block = new ArrayList<>(BLOCK);
    try (BufferedReader in = Files.newBufferedReader(input);
        BufferedWriter out = Files.newBufferedWriter(output)) {
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        if (text.isBlank()) {
          continue;
        }
        block.add(new Line(text, ++count));
        if (block.size() == BLOCK) {
          write(block, input, line, out);
        }
      }
      write(block, input, line, out);
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

  private static void write(
      List<Line> block, Path input, UnaryOperator<JsonNode> line, BufferedWriter out)
      throws IOException {
    List<JsonNode> answers =
        block.parallelStream()
            .map(read -> line.apply(parse(read.text(), input, read.number())))
            .toList();
    for (JsonNode answer : answers) {
      out.write(JSON.writeValueAsString(answer));
      out.newLine();
    }
    block.clear();
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
