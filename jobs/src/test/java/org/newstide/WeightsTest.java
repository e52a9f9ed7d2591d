package org.newstide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the repository may hold of trained weights, as every clone takes them along. */
class WeightsTest {
  private static final Path ROOT = Path.of(System.getProperty("newstide.root"));
  private static final long MOST_BYTES = 40_000_000;

  @Test
  void allWeightsStayWithinFortyMegabytes() throws IOException {
    List<Path> weights = weights();
    assertThat(weights).hasSize(3);
    long bytes = 0;
    for (Path file : weights) {
      bytes += Files.size(file);
    }
    assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES);
  }

  private static List<Path> weights() throws IOException {
    try (Stream<Path> models = Files.walk(ROOT.resolve("models"));
        Stream<Path> resources = Files.walk(ROOT.resolve("jobs/src/main/resources"))) {
      return Stream.concat(models, resources)
          .filter(file -> file.toString().endsWith(".onnx") || file.toString().endsWith(".bin.gz"))
          .toList();
    }
  }
}
