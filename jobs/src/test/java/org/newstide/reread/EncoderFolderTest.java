package org.newstide.reread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncoderFolderTest {
  /**
   * sha256sum of a file that holds "model", of one that holds "vocab", of one that holds "labels".
   */
  private static final String SUMS =
      """
      9372c470eeadd5ecd9c3c74c2b3cb633f8e2f2fad799250a0f70d652b6b825e4  model.onnx
      273e2549599ddf859b4c24385dfb4dcc23e8e66994c2c176b90c602f77a795c0  assets/vocab.txt
      d772ebb4590212c65cc31888ee55c3a893d866d8479f84a4c0ca36918a3fa75f  assets/labels.txt
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeAnEncoder() throws IOException {
    Files.createDirectory(folder.resolve("assets"));
    Files.writeString(folder.resolve("model.onnx"), "model");
    Files.writeString(folder.resolve("assets/vocab.txt"), "vocab");
    Files.writeString(folder.resolve("assets/labels.txt"), "labels");
    Files.writeString(folder.resolve("SHA256SUMS"), SUMS);
  }

  @Test
  void anEncoderIsNamedByItsDigest() {
    assertThat(EncoderFolder.verified(folder).model()).isEqualTo("encoder-9372c470");
  }

  @Test
  void aTamperedModelIsRefused() throws IOException {
    Files.writeString(folder.resolve("model.onnx"), "model with a stowaway");

    assertThatThrownBy(() -> EncoderFolder.verified(folder))
        .hasMessageContaining("MODEL_UNTRUSTED")
        .hasMessageContaining("model.onnx");
  }

  @Test
  void aTamperedVocabularyIsRefused() throws IOException {
    Files.writeString(folder.resolve("assets/vocab.txt"), "other");

    assertThatThrownBy(() -> EncoderFolder.verified(folder))
        .hasMessageContaining("MODEL_UNTRUSTED")
        .hasMessageContaining("vocab.txt");
  }

  @Test
  void anEncoderWithoutSumsIsRefused() throws IOException {
    Files.delete(folder.resolve("SHA256SUMS"));

    assertThatThrownBy(() -> EncoderFolder.verified(folder))
        .hasMessageContaining("MODEL_UNTRUSTED")
        .hasMessageContaining("SHA256SUMS");
  }
}
