package org.newstide.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a sentence says of two organisations is not to depend on who they are. The sentences of
 * {@code swaps.csv} were written for this; each is read with the names of ten pairs.
 */
class SwappedNamesTest {
  private static final Path SENTENCES =
      Path.of(System.getProperty("newstide.root"))
          .resolve("jobs/src/test/resources/relation/swaps.csv");
  private static final RelationFinder FINDER = new RelationFinder();

  private record Names(String x, String y) {
    NamedText in(String text) {
      return NamedText.of(text.replaceAll("\\bX\\b", x).replaceAll("\\bY\\b", y));
    }
  }

  private static final List<Names> PAIRS =
      List.of(
          new Names("Microsoft", "OpenAI"),
          new Names("OpenAI", "Microsoft"),
          new Names("Amazon", "Anthropic"),
          new Names("DigitalOcean", "Databricks"),
          new Names("Tencent", "Perplexity"),
          new Names("Google", "Oracle"),
          new Names("Nvidia", "Cohere"),
          new Names("Cohere", "Nvidia"),
          new Names("xAI", "AMD"),
          new Names("Snowflake", "IBM"));

  private record Sentence(String type, String text) {
    static Stream<Sentence> all() throws IOException {
      return Files.readAllLines(SENTENCES).stream()
          .skip(1)
          .map(line -> line.split("\\|", 2))
          .map(cells -> new Sentence(cells[0], cells[1]));
    }

    /** How many of the pairs are told each type. */
    Map<String, Integer> told() {
      Map<String, Integer> told = new HashMap<>();
      PAIRS.forEach(names -> told.merge(readType(names.in(text)), 1, Integer::sum));
      return told;
    }
  }

  private static String readType(NamedText named) {
    return FINDER.find(named.document(), named.mentions()).stream()
        .map(tie -> tie.type().label())
        .findFirst()
        .orElse("none");
  }

  /** With the names as features it was .926 before. */
  @Test
  void theTypeStaysWhoeverTheTwoAre() throws IOException {
    double kept =
        Sentence.all()
            .mapToInt(sentence -> Collections.max(sentence.told().values()))
            .average()
            .orElseThrow();
    assertThat(kept / PAIRS.size()).isGreaterThan(0.93);
  }

  @Test
  void theTypeIsTheStatedOne() throws IOException {
    Map<String, Integer> sentences = new HashMap<>();
    Map<String, Integer> right = new HashMap<>();
    Sentence.all()
        .forEach(
            sentence -> {
              sentences.merge(sentence.type(), PAIRS.size(), Integer::sum);
              right.merge(
                  sentence.type(), sentence.told().getOrDefault(sentence.type(), 0), Integer::sum);
            });
    assertThat(sentences).hasSize(5);
    sentences.forEach(
        (type, all) ->
            assertThat(right.get(type) / (double) all)
                .as(String.format(Locale.ROOT, "%s %d of %d", type, right.get(type), all))
                .isGreaterThan(0.7));
  }
}
