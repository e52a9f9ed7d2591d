package org.newstide.reread;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.newstide.ExitCode;
import org.newstide.NewstideException;

/**
 * A folder with an encoder: {@code model.onnx}, {@code assets/vocab.txt}, {@code
 * assets/labels.txt}, and {@code SHA256SUMS} over the three, in the form of {@code sha256sum}.
 * Nothing of it is loaded before the sums are right.
 */
final class EncoderFolder {
  private static final List<String> FILES =
      List.of("model.onnx", "assets/vocab.txt", "assets/labels.txt");

  private final Path path;
  private final String modelDigest;

  private EncoderFolder(Path path, String modelDigest) {
    this.path = path;
    this.modelDigest = modelDigest;
  }

  /**
   * @throws NewstideException MODEL_UNTRUSTED where a file or its sum is missing or they differ
   */
  static EncoderFolder verified(Path path) {
    Map<String, String> sums = sums(path);
    for (String file : FILES) {
      if (!sha256(path.resolve(file)).equals(sums.get(file))) {
        throw untrusted(
            "the encoder's file differs from its SHA-256 in SHA256SUMS", path.resolve(file), null);
      }
    }
    return new EncoderFolder(path, sums.get("model.onnx"));
  }

  Path path() {
    return path;
  }

  /** Name and version, such as encoder-3f2a90c1: the tables tell by it who judged. */
  String model() {
    return "encoder-" + modelDigest.substring(0, 8);
  }

  /** SHA-256 of the model. */
  String digest() {
    return modelDigest;
  }

  private static Map<String, String> sums(Path folder) {
    Path file = folder.resolve("SHA256SUMS");
    try {
      Map<String, String> sums = new HashMap<>();
      for (String line : Files.readAllLines(file)) {
        String[] parts = line.strip().split("\\s+\\*?", 2);
        if (parts.length == 2) {
          sums.put(parts[1], parts[0]);
        }
      }
      return sums;
    } catch (IOException e) {
      throw untrusted("the encoder's SHA256SUMS cannot be read", file, e);
    }
  }

  private static String sha256(Path file) {
    try {
      return DigestUtils.sha256Hex(Files.readAllBytes(file));
    } catch (IOException e) {
      throw untrusted("the encoder's file cannot be read", file, e);
    }
  }

  private static NewstideException untrusted(String problem, Path place, IOException cause) {
    return new NewstideException(
        ExitCode.USAGE_OR_CONFIG,
        "MODEL_UNTRUSTED",
        problem,
        place.toString(),
        "Fetch the encoder again, or train it anew with scripts/train-encoder.sh",
        cause);
  }
}
