package org.newstide.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The shipped model knows its features by their hashes only. If words or features change, it reads
 * nonsense without a word, so what it says of some texts is held here. After a change train it
 * again (docs/measurements.md), then run this with {@code -Dnewstide.update=true}.
 */
class ShippedTiesTest {
  private static final Path RESOURCES =
      Path.of(System.getProperty("newstide.root")).resolve("jobs/src/test/resources/relation");
  private static final Path TEXTS = RESOURCES.resolve("cases.csv");
  private static final Path HELD = RESOURCES.resolve("shipped.tsv");

  @Test
  void theFeaturesAreThoseThatTheShippedModelWasTrainedOn() throws IOException {
    List<String> found =
        Files.readAllLines(TEXTS).stream()
            .skip(1)
            .map(line -> line.split("\\|", -1)[1])
            .map(text -> text + "\t" + ties(text))
            .toList();
    if (Boolean.getBoolean("newstide.update")) {
      Files.write(HELD, found);
    }
    assertThat(found).hasSizeGreaterThan(10).isEqualTo(Files.readAllLines(HELD));
  }

  private static String ties(String text) {
    NamedText told = NamedText.of(text);
    return new RelationFinder()
        .find(told.document(), told.mentions()).stream()
            .map(
                tie ->
                    String.format(
                        Locale.ROOT,
                        "%s %s %s %.5f",
                        tie.organisationA(),
                        tie.organisationB(),
                        tie.type(),
                        tie.confidence()))
            .collect(Collectors.joining("; "));
  }
}
