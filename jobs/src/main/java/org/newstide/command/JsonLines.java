package org.newstide.command;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final int BLOCK = 512;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private record Line(String text, long number) {}

  /** What is wrong with a line, said by the function that reads it. */
  static final class BadLine extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadLine(String problem) {
      super(problem);
    }
  }

  private JsonLines() {}

  /**
   * The number of lines written. The output appears under its name once it is whole.
   *
   * @param line called from several threads; may throw a {@link BadLine}
   * @throws NewstideException {@code INPUT_MISSING}, {@code INPUT_UNREADABLE}, {@code
   *     INPUT_LINE_INVALID}, {@code OUTPUT_UNWRITABLE} or {@code OUTPUT_IS_INPUT}
   */
  static long transform(Path input, Path output, UnaryOperator<JsonNode> line) throws IOException {
    requireInput(input);
    requireApart(input, output);
    if (Files.exists(output) && !Files.isRegularFile(output) && !Files.isDirectory(output)) {
      return write(input, output, line); // a pipe or a device
    }
    Path partial = output.resolveSibling(output.getFileName() + ".partial");
    createFolderOf(output);
    try {
      long count = write(input, partial, line);
      Files.move(partial, output, StandardCopyOption.REPLACE_EXISTING);
      return count;
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static void requireInput(Path input) {
    if (!Files.exists(input)) {
      throw new NewstideException(
          ExitCode.INPUT_REJECTED,
          "INPUT_MISSING",
          "there is no such file or folder",
          input.toString(),
          "Check --input");
    }
  }

  private static void requireApart(Path input, Path output) throws IOException {
    if (Files.exists(output) && Files.isSameFile(input, output)) {
      throw new NewstideException(
          ExitCode.USAGE_OR_CONFIG,
          "OUTPUT_IS_INPUT",
          "the output would replace the input",
          output.toString(),
          "Name another file in --output");
    }
  }

  /**
   * @throws NewstideException {@code OUTPUT_UNWRITABLE}
   */
  static void createFolderOf(Path output) {
    try {
      if (Files.isDirectory(output)) {
        throw new IOException("it is a folder");
      }
      Files.createDirectories(output.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new NewstideException(
          ExitCode.USAGE_OR_CONFIG,
          "OUTPUT_UNWRITABLE",
          "the output cannot be written: " + e.getMessage(),
          output.toString(),
          "Name a file in a folder that you may write to",
          e);
    }
  }

  private static long write(Path input, Path output, UnaryOperator<JsonNode> line)
      throws IOException {
    long count = 0;
    long number = 0;
    List<Line> block = new ArrayList<>(BLOCK);
    try (BufferedReader in = Files.newBufferedReader(input);
        BufferedWriter out = Files.newBufferedWriter(output)) {
      for (String text = next(in, input); text != null; text = next(in, input)) {
        number++;
        if (number == 1 && text.startsWith(BYTE_ORDER_MARK)) {
          text = text.substring(BYTE_ORDER_MARK.length());
        }
        if (text.isBlank()) {
          continue;
        }
        count++;
        block.add(new Line(text, number));
        if (block.size() == BLOCK) {
          write(block, input, line, out);
        }
      }
      write(block, input, line, out);
    }
    return count;
  }

  private static String next(BufferedReader in, Path input) {
    try {
      return in.readLine();
    } catch (IOException e) {
      String problem =
          e instanceof MalformedInputException ? "the file is not UTF-8" : e.getMessage();
      throw new NewstideException(
          ExitCode.INPUT_REJECTED,
          "INPUT_UNREADABLE",
          problem,
          input.toString(),
          "Give a file of JSON lines in UTF-8",
          e);
    }
  }

  private static void write(
      List<Line> block, Path input, UnaryOperator<JsonNode> line, BufferedWriter out)
      throws IOException {
    List<JsonNode> answers = block.parallelStream().map(read -> answer(read, input, line)).toList();
    for (JsonNode answer : answers) {
      out.write(JSON.writeValueAsString(answer));
      out.newLine();
    }
    block.clear();
  }

  private static JsonNode answer(Line read, Path input, UnaryOperator<JsonNode> line) {
    JsonNode item = parse(read.text(), input, read.number());
    try {
      return line.apply(item);
    } catch (BadLine e) {
      throw bad(e.getMessage(), input, read.number(), e);
    }
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

  private static NewstideException bad(String problem, Path file, long line, Exception cause) {
    return new NewstideException(
        ExitCode.INPUT_REJECTED,
        "INPUT_LINE_INVALID",
        problem,
        file + ":" + line,
        "Give one JSON object a line, as the command's help shows",
        cause);
  }
}
