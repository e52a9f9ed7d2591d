package org.newstide.claim;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
 * Characters per second in which the gate before stated shares looks for figures, and for words of
 * shares, on one core. The {@code texts} parameter is a file with one text a line; without it a
 * small prose of the benchmark's own is read, which measures no corpus.
 *
 * <pre>java -cp target/test-classes:target/classes:... org.openjdk.jmh.Main FigureBenchmark \
 *     -p texts=FILE</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class FigureBenchmark {
  private static final List<String> PROSE =
      List.of(
          "The halls hold three times as many machines as they did when the heat came in May.",
          "It held a third of the market, the firm said, ten points more than the quarter before.",
          "Its rival's takings rose by 12% in the same period.");

  @Param("")
  public String texts;

  private List<String> lines;

  /** Counts characters beside calls. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Characters {
    public long characters;
  }

  @Setup
  public void read() throws Exception {
    lines = texts.isEmpty() ? PROSE : Files.readAllLines(Path.of(texts));
  }

  @Benchmark
  public int figures(Characters counter) {
    int found = 0;
    for (String line : lines) {
      found += new FigureGate(line).mayState() ? 1 : 0;
      counter.characters += line.length();
    }
    return found;
  }

  @Benchmark
  public int shares(Characters counter) {
    int found = 0;
    for (String line : lines) {
      found += new FigureGate(line).mayBeShare() ? 1 : 0;
      counter.characters += line.length();
    }
    return found;
  }
}
