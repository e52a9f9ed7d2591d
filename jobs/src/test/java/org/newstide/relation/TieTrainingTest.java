package org.newstide.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.NewstideException;
import org.newstide.linear.ModelFile;

class TieTrainingTest {
  @TempDir Path folder;
  private final StringWriter report = new StringWriter();

  @Test
  void theSameLabelsAndSeedGiveTheSameBytes() throws IOException {
    Path labels = labels();
    train(labels, folder.resolve("one.bin.gz"));
    train(labels, folder.resolve("other.bin.gz"));
    assertThat(folder.resolve("one.bin.gz")).hasSameBinaryContentAs(folder.resolve("other.bin.gz"));
    assertThat(folder.resolve("one.bin.gz.sha256")).content().endsWith("  one.bin.gz\n");
  }

  @Test
  void whatWasLabelledIsLearnedAndReported() throws IOException {
    Path out = folder.resolve("ties.bin.gz");
    train(labels(), out);
    RelationFinder finder =
        new RelationFinder(new TieWeights(ModelFile.load(TieWeights.SHAPE, out)));
    NamedText suit = NamedText.of("AMD sues Google again.");
    assertThat(finder.find(suit.document(), suit.mentions()))
        .singleElement()
        .returns(Relation.Type.TENSION, Relation::type);
    NamedText list = NamedText.of("AMD, Google and others rose.");
    assertThat(finder.find(list.document(), list.mentions())).isEmpty();
    assertThat(report.toString()).contains("items 40, pairs 40").contains("calibration error");
  }

  @Test
  void aLineWithoutATypeIsNamed() throws IOException {
    Path labels = folder.resolve("labels.jsonl");
    Files.writeString(
        labels,
        item(1, "Oracle sues AMD.", "tension")
            + item(2, "Oracle sues AMD.", "tension").replace("tension", "friendship"));
    assertThatThrownBy(() -> train(labels, folder.resolve("ties.bin.gz")))
        .isInstanceOf(NewstideException.class)
        .hasMessageContaining("TRAINING_DATA_UNREADABLE")
        .hasMessageContaining("labels.jsonl:2");
  }

  private void train(Path labels, Path out) {
    new TieTraining(1, Integer.MAX_VALUE, new PrintWriter(report)).run(List.of(labels), out);
  }

  private Path labels() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      lines.append(item(i, "Oracle sues AMD over case " + i + ".", "tension"));
      lines.append(item(i, "Oracle, AMD and others rose " + i + "%.", ""));
    }
    return Files.writeString(folder.resolve("labels.jsonl"), lines);
  }

  private static String item(int id, String text, String type) {
    String relations =
        type.isEmpty()
            ? ""
            : "{\"a\": \"amd\", \"b\": \"oracle\", \"type\": \"%s\"}".formatted(type);
    return """
        {"id": "%d", "title": "", "text": "%s", "mentions": [%s, %s], "relations": [%s]}
        """
        .formatted(
            id, text, mention(text, "Oracle", "oracle"), mention(text, "AMD", "amd"), relations);
  }

  private static String mention(String text, String name, String organisation) {
    int start = text.indexOf(name);
    return "{\"field\": \"text\", \"start\": %d, \"end\": %d, \"organisation\": \"%s\"}"
        .formatted(start, start + name.length(), organisation);
  }
}
