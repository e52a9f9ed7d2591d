package org.newstide.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.NewstideException;
import org.newstide.article.IsoWeek;
import org.newstide.synthetic.CorpusPlan.Format;
import org.newstide.synthetic.CorpusPlan.Parts;

class SyntheticCorpusTest {
  private static final Path CATALOG =
      Path.of(System.getProperty("newstide.root"), "conf", "catalog");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void theSamePlanGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
    for (Format format : Format.values()) {
      Map<String, List<Byte>> first = written("first-" + format, 7, format);
      assertThat(written("second-" + format, 7, format)).isEqualTo(first);
      assertThat(written("third-" + format, 8, format)).isNotEqualTo(first);
    }
  }

  @Test
  void rowsAreConservedAndEveryKindOfRowIsThere() throws IOException {
    write("corpus", 1, Format.JSON);
    JsonNode corpus = lines("corpus/truth/corpus.jsonl").get(0);
    assertThat(lines("corpus/articles/part-00000.jsonl")).hasSize(3000);
    assertThat(corpus.get("read").asLong()).isEqualTo(3000);
    assertThat(sum(corpus, "accepted", "exact_duplicates", "quarantined")).isEqualTo(3000);
    assertThat(sum(corpus, "stories", "copies", "noise", "look_alikes"))
        .isEqualTo(corpus.get("accepted").asLong());
    assertThat(corpus).allSatisfy(count -> assertThat(count.asLong()).isPositive());
  }

  @Test
  void theTruthCountsTheArticlesThatItLists() throws IOException {
    write("corpus", 1, Format.JSON);
    long listed =
        lines("corpus/truth/articles/part-00000.jsonl").stream()
            .filter(line -> line.get("organisation_id").asText().equals("openai"))
            .count();
    long counted =
        lines("corpus/truth/entity_week.jsonl").stream()
            .filter(line -> line.get("entity_id").asText().equals("openai"))
            .mapToLong(line -> line.get("articles").asLong())
            .sum();
    assertThat(counted).isEqualTo(listed).isPositive();
  }

  @Test
  void sharesSumToOneWithinWeekCategoryAndLevel() throws IOException {
    write("corpus", 1, Format.JSON);
    for (String share :
        List.of(
            "planted_share",
            "share_of_voice_mentions",
            "share_of_voice_articles",
            "share_of_voice_stories",
            "share_of_voice_source_balanced")) {
      Map<String, Double> sums =
          lines("corpus/truth/entity_week.jsonl").stream()
              .collect(
                  Collectors.groupingBy(
                      line ->
                          line.get("week_label") + " " + line.get("category") + line.get("level"),
                      Collectors.summingDouble(line -> line.get(share).asDouble())));
      assertThat(sums.values())
          .as(share)
          .isNotEmpty()
          .allSatisfy(sum -> assertThat(sum).isBetween(0.999999, 1.000001));
    }
  }

  @Test
  void aFolderWithContentIsRefused() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    assertThatThrownBy(() -> write("", 1, Format.JSON))
        .isInstanceOf(NewstideException.class)
        .hasMessageContaining("OUTPUT_EXISTS");
  }

  private Map<String, List<Byte>> written(String name, long seed, Format format)
      throws IOException {
    Path corpus = write(name, seed, format);
    Map<String, List<Byte>> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(corpus)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        if (!path.endsWith("newstide.conf")) {
          List<Byte> bytes = new ArrayList<>();
          for (byte unit : Files.readAllBytes(path)) {
            bytes.add(unit);
          }
          files.put(corpus.relativize(path).toString(), bytes);
        }
      }
    }
    return files;
  }

  private Path write(String name, long seed, Format format) {
    Path corpus = folder.resolve(name);
    new SyntheticCorpus(
            new CorpusPlan(
                3000,
                IsoWeek.parse("2024-W50"),
                4,
                seed,
                new Parts(0.4, 0.05, 0.1, 0.02, 0.02),
                0.2,
                format),
            CATALOG)
        .write(corpus);
    return corpus;
  }

  private List<JsonNode> lines(String file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(file))) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private static long sum(JsonNode counts, String... names) {
    return Stream.of(names).mapToLong(name -> counts.get(name).asLong()).sum();
  }
}
