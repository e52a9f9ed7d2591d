package org.newstide.sentiment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.newstide.ExitCode;
import org.newstide.NewstideException;

/**
 * The bytes of a model: gzip of "NSLS", version, bits, the largest weight, scale and shift, then
 * one signed byte per weight in units of 1/127 of the largest. Its SHA-256 must be known before a
 * byte of it is believed.
 */
final class ModelFile {
  private static final int MAGIC = 0x4E534C53;
  private static final int VERSION = 1;

  private ModelFile() {}

  static byte[] encode(LinearWeights model) {
    float largest = Float.MIN_NORMAL;
    for (float weight : model.weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      out.writeInt(FeatureVector.BITS);
      out.writeFloat(largest);
      for (int c = 0; c < LinearWeights.CLASSES; c++) {
        out.writeDouble(model.scale[c]);
        out.writeDouble(model.shift[c]);
      }
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
   * @param sha256 the file beside the model: the digest in hex, anything behind white space ignored
   * @throws NewstideException MODEL_UNTRUSTED where the digest differs or the content is no model
   */
  static LinearWeights decode(byte[] bytes, String sha256, String place) {
    String expected = sha256.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    if (!expected.equals(sha256(bytes))) {
      throw untrusted("The model's SHA-256 is not the one written beside it", place, null);
    }
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
      if (in.readInt() != MAGIC || in.readInt() != VERSION || in.readInt() != FeatureVector.BITS) {
        throw untrusted("This is no sentiment model of version " + VERSION, place, null);
      }
      float unit = in.readFloat() / 127;
      double[] scale = new double[LinearWeights.CLASSES];
      double[] shift = new double[LinearWeights.CLASSES];
      for (int c = 0; c < LinearWeights.CLASSES; c++) {
        scale[c] = in.readDouble();
        shift[c] = in.readDouble();
      }
      byte[] levels = new byte[FeatureVector.SPACE * LinearWeights.CLASSES];
      in.readFully(levels);
      float[] weights = new float[levels.length];
      for (int i = 0; i < levels.length; i++) {
        weights[i] = levels[i] * unit;
      }
      return new LinearWeights(weights, scale, shift);
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

  static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static NewstideException untrusted(String problem, String place, Throwable cause) {
    return new NewstideException(
        ExitCode.USAGE_OR_CONFIG,
        "MODEL_UNTRUSTED",
        problem,
        place,
        "Fetch the model and its .sha256 again, or train it anew with train-sentiment",
        cause);
  }
}
