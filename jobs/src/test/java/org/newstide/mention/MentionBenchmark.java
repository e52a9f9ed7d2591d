package org.newstide.mention;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.newstide.article.Document;
import org.newstide.article.TextCleaner;
import org.newstide.catalog.Catalog;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Bytes per second of the gate, and of the finder on what the gate lets pass. The {@code texts}
 * parameter is a file with one text a line; without it a small prose of the benchmark's own is
 * repeated, which measures no corpus.
 *
 * <pre>java -cp target/test-classes:target/classes:... org.openjdk.jmh.Main MentionBenchmark \
 *     -p texts=FILE -p catalog=conf/catalog</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class MentionBenchmark {
  private static final List<String> PROSE =
      List.of(
          "The council met on Tuesday and put off the vote on the bridge for another month.",
          "Shares in the builder fell after it said that steel had become dearer.",
          "\u201cWe didn\u2019t see it coming,\u201d she told reporters; nobody else had, either.",
          "Microsoft and Amazon rent out machines, and OpenAI rents more of them than most.");

  @Param("")
  public String texts;

  @Param("conf/catalog")
  public String catalog;

  private final List<byte[]> all = new ArrayList<>();
  private final List<byte[]> withoutNames = new ArrayList<>();
  private final List<String> passing = new ArrayList<>();
  private MentionGate gate;
  private MentionFinder finder;

  /** Counts bytes beside calls. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Bytes {
    public long bytes;
  }

  @Setup
  public void read() throws IOException {
    Catalog names = Catalog.load(Path.of(catalog));
    gate = new MentionGate(names);
    finder = new MentionFinder(names);
    List<String> lines = texts.isEmpty() ? PROSE : Files.readAllLines(Path.of(texts));
    for (String line : lines) {
      byte[] utf8 = line.getBytes(StandardCharsets.UTF_8);
      all.add(utf8);
      if (gate.mayMention(utf8)) {
        passing.add(line);
      } else {
        withoutNames.add(utf8);
      }
    }
  }

  /** The gate on texts in which it finds nothing, so every byte is read. */
  @Benchmark
  public int gateWithoutNames(Bytes bytes) {
    return passed(withoutNames, bytes);
  }

  @Benchmark
  public int gateOnAllTexts(Bytes bytes) {
    return passed(all, bytes);
  }

  /** Cleaning and finding on what the gate lets pass. */
  @Benchmark
  public int cleanAndFind(Bytes bytes) {
    int found = 0;
    for (String text : passing) {
      String clean = TextCleaner.clean(text).text();
      found += finder.find(new Document("", clean, Optional.empty())).mentions().size();
      bytes.bytes += text.length();
    }
    return found;
  }

  private int passed(List<byte[]> texts, Bytes bytes) {
    int passed = 0;
    for (byte[] utf8 : texts) {
      passed += gate.mayMention(utf8) ? 1 : 0;
      bytes.bytes += utf8.length;
    }
    return passed;
  }
}
