package org.newstide.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.newstide.NewstideException;

class TieModelFileTest {
  private static final float[] WEIGHTS = new float[FeatureVector.SPACE * TieWeights.CLASSES];

  static {
    WEIGHTS[3] = 2;
    WEIGHTS[8] = -1;
  }

  @Test
  void aModelComesBackToWithinHalfALevel() {
    byte[] bytes = TieModelFile.encode(new TieWeights(WEIGHTS, 1.1, 0.3));
    TieWeights read = TieModelFile.decode(bytes, TieModelFile.sha256(bytes), "here");
    assertThat(read.scale).isEqualTo(1.1);
    assertThat(read.threshold).isEqualTo(0.3);
    assertThat(read.weights[3]).isEqualTo(2);
    assertThat(read.weights[8]).isEqualTo(-1, Offset.offset(1 / 127f));
    assertThat(read.weights[0]).isZero();
  }

  @Test
  void aModelThatDiffersFromItsDigestIsNotRead() {
    byte[] bytes = TieModelFile.encode(new TieWeights(WEIGHTS, 1, 0.5));
    String digest = TieModelFile.sha256(bytes);
    bytes[bytes.length / 2]++;
    assertThatThrownBy(() -> TieModelFile.decode(bytes, digest, "here"))
        .isInstanceOf(NewstideException.class)
        .hasMessageContaining("MODEL_UNTRUSTED")
        .hasMessageContaining("The model's SHA-256 is not the one written beside it");
  }

  @Test
  void bytesThatAreNoModelAreNotRead() {
    byte[] bytes = "no model".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> TieModelFile.decode(bytes, TieModelFile.sha256(bytes), "here"))
        .isInstanceOf(NewstideException.class)
        .hasMessageContaining("The model cannot be read");
  }
}
