package org.newstide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newstide.catalog.Catalog;
import org.newstide.catalog.Entity;

/** Newstide's own labels: whole, of known organisations, and without a word of the texts. */
class LabelsTest {
  private static final Path ROOT = Path.of(System.getProperty("newstide.root"));
  private static final Set<String> FIELDS =
      Set.of("id", "check", "from", "to", "mentions", "sentiment", "relations");

  private final Set<String> organisations =
      Catalog.load(ROOT.resolve("conf/catalog")).entities().stream()
          .map(Entity::organisationId)
          .collect(Collectors.toSet());

  @ParameterizedTest
  @CsvSource({"cloud-ai.jsonl, 10293", "cloud-ai-doubted.jsonl, 6616"})
  void holdPlacesAndLabelsOnly(String file, int items) throws IOException {
    List<String> lines = Files.readAllLines(ROOT.resolve("training/labels").resolve(file));
    Set<String> passages = new HashSet<>();
    for (String line : lines) {
      JsonNode item = new ObjectMapper().readTree(line);
      check(item, line);
      assertThat(passages.add(item.get("id") + "#" + item.get("from"))).as(line).isTrue();
    }
    assertThat(lines).hasSize(items);
  }

  private void check(JsonNode item, String line) {
    assertThat(FIELDS).as(line).containsAll(names(item));
    assertThat(item.get("check").asText()).as(line).matches("[0-9a-f]{8}");
    int length = item.get("to").asInt() - item.get("from").asInt();
    Set<String> named = new TreeSet<>();
    for (JsonNode mention : item.get("mentions")) {
      assertThat(mention.get(0).asText()).as(line).isIn("title", "text");
      assertThat(mention.get(1).asInt()).as(line).isBetween(0, mention.get(2).asInt() - 1);
      if (mention.get(0).asText().equals("text")) {
        assertThat(mention.get(2).asInt()).as(line).isLessThanOrEqualTo(length);
      }
      named.add(mention.get(3).asText());
    }
    assertThat(organisations).as(line).containsAll(named);
    assertThat(names(item.get("sentiment"))).as(line).isEqualTo(named);
    item.get("sentiment")
        .forEach(
            label -> assertThat(label.asText()).as(line).isIn("negative", "neutral", "positive"));
    for (JsonNode relation : item.path("relations")) {
      assertThat(named).as(line).contains(relation.get(0).asText(), relation.get(1).asText());
      assertThat(relation.get(2).asText())
          .as(line)
          .isIn("partnership", "investment", "tension", "competition");
    }
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
