package org.newstide.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.linear.FeatureVector;

class LinearTrainingTest {
  @TempDir Path folder;

  @Test
  void theSameExamplesGiveTheSameModelAndItLearnsThem() throws IOException {
    Path train = folder.resolve("train.jsonl");
    Files.writeString(
        train,
        target("a", "Acme glimmers today", "positive")
            + target("b", "Acme withers today", "negative")
            + target("c", "Acme meets today", "neutral")
            + target("d", "Acme glimmers again", "positive")
            + target("e", "Acme withers again", "negative")
            + target("f", "Acme meets again", "neutral")
            + target("g", "Acme glimmers once more", "positive")
            + target("h", "Acme withers once more", "negative")
            + target("i", "Acme meets once more", "neutral"));

    Path first = folder.resolve("first.bin.gz");
    Path second = folder.resolve("second.bin.gz");
    String report = train(train, first);
    train(train, second);

    assertThat(first).hasSameBinaryContentAs(second);
    assertThat(report).contains("macro-F1").contains("ECE");
    Document document = new Document("", "Acme withers", Optional.empty());
    List<Target> acme = List.of(new Target(Field.TEXT, 0, 4));
    assertThat(LinearSentiment.load(first).judge(document, acme, List.of()).label())
        .isEqualTo(Label.NEGATIVE);
  }

  @Test
  void offsetsOfLabelledItemsCountCodePoints() throws IOException {
    Path train = folder.resolve("train.jsonl");
    Files.writeString(
        train,
        """
        {"id": "x", "title": "\uD83D\uDE80 Acme wins", "text": "", "mentions": \
        [{"field": "title", "start": 2, "end": 6, "organisation": "acme"}], \
        "sentiment": {"acme": "positive"}}
        """);

    Example read = TrainingSet.read(List.of(train)).get(0);

    Document same = new Document("\uD83D\uDE80 Acme wins", "", Optional.empty());
    FeatureVector features =
        new Workspace().features(same, List.of(new Target(Field.TITLE, 3, 7)), List.of());
    assertThat(read.index()).isEqualTo(features.index());
    assertThat(read.label()).isEqualTo(Label.POSITIVE.ordinal());
  }

  @Test
  void aBrokenLineIsReportedWithItsNumber() throws IOException {
    Path train = folder.resolve("train.jsonl");
    Files.writeString(train, target("a", "Acme glimmers", "positive") + "{broken\n");

    assertThatThrownBy(() -> TrainingSet.read(List.of(train)))
        .hasMessageContaining("TRAINING_DATA_UNREADABLE")
        .hasMessageContaining("train.jsonl:2");
  }

  private static String train(Path train, Path out) {
    StringWriter report = new StringWriter();
    new LinearTraining(1, new PrintWriter(report)).run(List.of(train), out);
    return report.toString();
  }

  private static String target(String id, String text, String label) {
    return "{\"id\": \"%s\", \"text\": \"%s\", \"targets\": [{\"start\": 0, \"end\": 4, \"sentiment\": \"%s\"}]}%n"
        .formatted(id, text, label);
  }
}
