package org.newstide.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.SharedFolder;
import org.newstide.linear.LinearModel;
import org.newstide.linear.ModelFile;

class ShippedSentimentTest {
  private static final String RESOURCE = "/sentiment/linear-v1.bin.gz";
  private static final long SEED = 20260101;

  @Test
  void theShippedModelIsTheOneThatTheLabelsGive(@TempDir Path folder) throws Exception {
    List<Path> labels =
        List.of(
            SharedFolder.file("gold/newsmtsc/train.jsonl"),
            SharedFolder.file("gold/sentfin/train.jsonl"),
            SharedFolder.file("gold/cloud-ai/train.jsonl"));
    LinearModel shipped = ModelFile.bundled(LinearSentiment.SHAPE, RESOURCE);
    double[] settings = new double[LinearSentiment.SHAPE.settings()];
    for (int i = 0; i < settings.length; i++) {
      settings[i] = shipped.setting(i);
    }
    PrintWriter report = new PrintWriter(OutputStream.nullOutputStream());

    LinearModel fitted = new LinearTraining(SEED, report).fit(TrainingSet.read(labels), settings);
    Path file = folder.resolve("linear-v1.bin.gz");
    ModelFile.write(LinearSentiment.SHAPE, fitted, file, report);

    try (InputStream digest = LinearSentiment.class.getResourceAsStream(RESOURCE + ".sha256")) {
      assertThat(Path.of(file + ".sha256")).hasBinaryContent(digest.readAllBytes());
    }
  }
}
