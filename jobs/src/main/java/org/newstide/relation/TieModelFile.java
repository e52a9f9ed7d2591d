package org.newstide.relation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.newstide.ExitCode;
import org.newstide.NewstideException;

/**
 * The bytes of a model: gzip of "NSTW", version, bits, scale, threshold, the largest weight, then
 * one signed byte per weight in units of 1/127 of the largest. Its SHA-256 must be known before a
 * byte of it is believed.
 */
final class TieModelFile {
  private static final String BUNDLED = "/relation/ties-v1.bin.gz";
  private static final int MAGIC = 0x4E535457;
  private static final int VERSION = 1;

  private TieModelFile() {}

  /** The model that ships with Newstide. */
  static TieWeights bundled() {
    String digest = new String(resource(BUNDLED + ".sha256"), StandardCharsets.UTF_8);
    return decode(resource(BUNDLED), digest, BUNDLED);
  }

  private static byte[] resource(String name) {
    try (InputStream in = TieModelFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw untrusted("The bundled model is missing", name, null);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] encode(TieWeights model) {
    float largest = Float.MIN_NORMAL;
    for (float weight : model.weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      out.writeInt(FeatureVector.BITS);
      out.writeDouble(model.scale);
      out.writeDouble(model.threshold);
      out.writeFloat(largest);
      byte[] levels = new byte[model.weights.length];
      for (int i = 0; i < levels.length; i++) {
        levels[i] = (byte) Math.round(model.weights[i] / largest * 127);
      }
      out.write(levels);
    } catch (IOException e) {
      throw new IllegalStateException("Writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  /**
   * @param sha256 the digest in hex, anything behind white space ignored
   * @throws NewstideException MODEL_UNTRUSTED where the digest differs or the content is no model
   */
  static TieWeights decode(byte[] bytes, String sha256, String place) {
    if (!sha256.strip().split("\\s+", 2)[0].equalsIgnoreCase(sha256(bytes))) {
      throw untrusted("The model's SHA-256 is not the one written beside it", place, null);
    }
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
      if (in.readInt() != MAGIC || in.readInt() != VERSION || in.readInt() != FeatureVector.BITS) {
        throw untrusted("This is no relation model of version " + VERSION, place, null);
      }
      double scale = in.readDouble();
      double threshold = in.readDouble();
      float unit = in.readFloat() / 127;
      byte[] levels = new byte[FeatureVector.SPACE * TieWeights.CLASSES];
      in.readFully(levels);
      float[] weights = new float[levels.length];
      for (int i = 0; i < levels.length; i++) {
        weights[i] = levels[i] * unit;
      }
      return new TieWeights(weights, scale, threshold);
    } catch (IOException e) {
      throw untrusted("The model cannot be read", place, e);
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static NewstideException untrusted(String problem, String place, Throwable cause) {
    return new NewstideException(
        ExitCode.USAGE_OR_CONFIG,
        "MODEL_UNTRUSTED",
        problem,
        place,
        "Fetch the model and its .sha256 again, or train it anew with train-relations",
        cause);
  }
}
