package org.newstide.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a tie is told as a fact, a denial or a possibility. */
class TellingTest {
  private static final Path SENTENCES =
      Path.of(System.getProperty("newstide.root"))
          .resolve("jobs/src/test/resources/relation/tellings.csv");
  private static final RelationFinder FINDER = new RelationFinder();

  /** Sentences by how they tell the tie, each read of two pairs: shares told so. */
  @Test
  void denialAndProspectAreNoFacts() throws IOException {
    Map<String, List<String>> told =
        Files.readAllLines(SENTENCES).stream()
            .skip(1)
            .map(line -> line.split("\\|", 2))
            .collect(
                Collectors.groupingBy(
                    cells -> cells[0],
                    TreeMap::new,
                    Collectors.mapping(cells -> cells[1], Collectors.toList())));
    assertThat(told).containsOnlyKeys("asserted", "hypothetical", "negated");
    assertThat(share("asserted", told)).isGreaterThan(0.95);
    assertThat(share("hypothetical", told)).isGreaterThan(0.9);
    assertThat(share("negated", told)).isGreaterThan(0.8);
  }

  private static double share(String polarity, Map<String, List<String>> sentences) {
    List<String> told =
        sentences.get(polarity).stream()
            .flatMap(
                text ->
                    List.of(text("Microsoft", "OpenAI", text), text("Tencent", "Perplexity", text))
                        .stream())
            .flatMap(text -> polarities(NamedText.of(text)).stream())
            .toList();
    assertThat(told).hasSizeGreaterThan(90);
    return told.stream().filter(polarity::equals).count() / (double) told.size();
  }

  private static String text(String x, String y, String text) {
    return text.replaceAll("\\bX\\b", x).replaceAll("\\bY\\b", y);
  }

  private static List<String> polarities(NamedText named) {
    return FINDER.find(named.document(), named.mentions()).stream()
        .map(tie -> tie.polarity().label())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a plan is ahead           | Microsoft plans to acquire Cohere. | hypothetical
          planned data centres not  | Microsoft signs Cohere as a customer for its planned centre. | asserted
          an eyed stake             | Nvidia eyes a stake in Cohere. | hypothetical
          talks that came before    | Microsoft and OpenAI agreed a deal after long talks. | asserted
          a question                | Should Microsoft acquire OpenAI? | hypothetical
          a report that is false    | Microsoft says the report of a deal with Cohere is false. | negated
          a deal that fell through  | The deal between Microsoft and OpenAI fell through. | negated
          both behind their names   | Microsoft and Cohere are discussing a merger. | hypothetical
          a plan to compete         | Google plans to take on its rival OpenAI. | asserted
          a worth that may be       | Oracle signed a deal with OpenAI that could be worth billions. | asserted
          an impatient user         | We can't wait for the deal of Oracle with OpenAI. | asserted
          """)
  void theClauseOfTheTieTells(String description, String text, String expected) {
    assertThat(polarities(NamedText.of(text))).as(description).containsExactly(expected);
  }
}
