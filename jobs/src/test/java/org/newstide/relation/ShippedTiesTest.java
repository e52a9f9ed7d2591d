package org.newstide.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.SharedFolder;
import org.newstide.linear.ModelFile;

class ShippedTiesTest {
  private static final long SEED = 20260101;

  @Test
  void theShippedModelIsTheOneThatTheLabelsGive(@TempDir Path folder) throws Exception {
    Path labels = SharedFolder.file("gold/cloud-ai/train.jsonl");
    List<LabelledItem> items = LabelledItem.read(labels);
    TieWeights shipped = TieWeights.bundled();
    PrintWriter report = new PrintWriter(OutputStream.nullOutputStream());

    TieWeights fitted =
        new TieTraining(SEED, items.size(), report)
            .fit(items, shipped.scale(), shipped.threshold());
    Path file = folder.resolve("ties-v1.bin.gz");
    ModelFile.write(TieWeights.SHAPE, fitted.model(), file, report);

    try (InputStream digest =
        TieWeights.class.getResourceAsStream("/relation/ties-v1.bin.gz" + ".sha256")) {
      assertThat(Path.of(file + ".sha256")).hasBinaryContent(digest.readAllBytes());
    }
  }
}
