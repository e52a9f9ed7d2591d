package org.newstide.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.NewstideException;

class ModelFileTest {
  private static final ModelShape SHAPE = new ModelShape("weather", 2, 2, 3, 2, "train-weather");
  private static final LinearModel MODEL =
      LinearModel.of(3, new float[] {0, 0, 0, 2, -1, 0.5f, 0, 0, 1, 0, -2, 0}, 1.1, 0.3);

  @TempDir Path folder;

  @Test
  void aModelComesBackToWithinHalfALevel() {
    Path file = written();
    LinearModel read = ModelFile.load(SHAPE, file);
    double[] scores = read.scores(0, FeatureVectorTest.vector(1));
    assertThat(scores[0]).isEqualTo(2, within(1e-6));
    assertThat(scores[1]).isEqualTo(-1, within(1 / 127.0 + 1e-6));
    assertThat(scores[2]).isEqualTo(0.5, within(1 / 127.0 + 1e-6));
    assertThat(read.levels()).isEqualTo(MODEL.levels());
    assertThat(read.setting(0)).isEqualTo(1.1);
    assertThat(read.setting(1)).isEqualTo(0.3);
  }

  @Test
  void aModelThatDiffersFromItsDigestIsNotRead() throws IOException {
    Path file = written();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2]++;
    Files.write(file, bytes);
    assertThatThrownBy(() -> ModelFile.load(SHAPE, file))
        .isInstanceOf(NewstideException.class)
        .hasMessageContaining("MODEL_UNTRUSTED")
        .hasMessageContaining("The model's SHA-256 is not the one written beside it")
        .hasMessageContaining("train-weather");
  }

  @Test
  void bytesThatAreNoModelAreNotRead() {
    byte[] bytes = "no model".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> ModelFile.decode(SHAPE, bytes, ModelFile.sha256(bytes), "here"))
        .isInstanceOf(NewstideException.class)
        .hasMessageContaining("The model cannot be read");
  }

  @Test
  void aModelOfAnotherKindIsNotRead() {
    Path file = written();
    ModelShape other = new ModelShape("harvest", 2, 2, 3, 2, "train-harvest");
    assertThatThrownBy(() -> ModelFile.load(other, file))
        .isInstanceOf(NewstideException.class)
        .hasMessageContaining("This is no harvest model of version 2");
  }

  private Path written() {
    Path file = folder.resolve("weather.bin.gz");
    ModelFile.write(SHAPE, MODEL, file, new PrintWriter(new StringWriter()));
    return file;
  }
}
