package org.newstide.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.newstide.article.CodePointOffsets;
import org.newstide.article.Document;
import org.newstide.article.Field;

/**
 * The shipped model knows its features by their hashes only. If tokens or features change, it reads
 * nonsense without a word, so what it says of some texts is held here. After a change train it
 * again (scripts/teach-linear.sh), then run this with {@code -Dnewstide.update=true}.
 */
class ShippedSentimentTest {
  private static final Path ROOT = Path.of(System.getProperty("newstide.root"));
  private static final Path TEXTS = ROOT.resolve("models/encoder/examples.jsonl");
  private static final Path HELD = ROOT.resolve("jobs/src/test/resources/sentiment/shipped.tsv");

  @Test
  void theFeaturesAreThoseThatTheShippedModelWasTrainedOn() throws IOException {
    List<String> judged = judged();
    if (Boolean.getBoolean("newstide.update")) {
      Files.write(HELD, judged);
    }
    assertThat(judged).hasSizeGreaterThan(10).isEqualTo(Files.readAllLines(HELD));
  }

  private static List<String> judged() throws IOException {
    TargetedSentiment sentiment = LinearSentiment.bundled();
    List<String> judged = new ArrayList<>();
    for (String line : Files.readAllLines(TEXTS)) {
      JsonNode example = new ObjectMapper().readTree(line);
      Document document = new Document("", example.get("text").asText(), Optional.empty());
      CodePointOffsets offsets = new CodePointOffsets(document.text());
      Target target =
          new Target(
              Field.TEXT,
              offsets.utf16(example.get("start").asInt()),
              offsets.utf16(example.get("end").asInt()));
      Probabilities p = sentiment.judge(document, List.of(target), List.of());
      judged.add(
          String.format(
              Locale.ROOT,
              "%s\t%.5f\t%.5f\t%.5f",
              document.text(),
              p.negative(),
              p.neutral(),
              p.positive()));
    }
    return judged;
  }
}
