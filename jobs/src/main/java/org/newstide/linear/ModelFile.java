package org.newstide.linear;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.newstide.ExitCode;
import org.newstide.NewstideException;

/**
 * Models as files: gzip of "NSLM", version, name, tables, features, classes, settings, the largest
 * weight, then one signed byte per weight in units of 1/127 of the largest: feature by feature,
 * class by class, those of all tables beside each other, as they resemble each other and pack the
 * smaller for it. The SHA-256 stands beside a file in one of the same name plus .sha256, and must
 * agree before a byte of the file is believed.
 */
public final class ModelFile {
  private static final int MAGIC = 0x4E534C4D;
  private static final int VERSION = 2;

  private ModelFile() {}

  /**
   * A model that ships with Newstide.
   *
   * @param resource its path on the class path
   */
  public static LinearModel bundled(ModelShape shape, String resource) {
    String digest = new String(read(shape, resource + ".sha256"), StandardCharsets.UTF_8);
    return decode(shape, read(shape, resource), digest, resource);
  }

  private static byte[] read(ModelShape shape, String resource) {
    try (InputStream in = ModelFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw untrusted(shape, "The bundled model is missing", resource, null);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws NewstideException MODEL_UNTRUSTED where file or digest is missing, they differ, or the
   *     content is no such model
   */
  public static LinearModel load(ModelShape shape, Path file) {
    try {
      String digest = Files.readString(Path.of(file + ".sha256"));
      return decode(shape, Files.readAllBytes(file), digest, file.toString());
    } catch (IOException e) {
      String problem = "The model or its .sha256 cannot be read";
      throw untrusted(shape, problem, file.toString(), e);
    }
  }

  /** Writes a model and its digest, and says so. */
  public static void write(ModelShape shape, LinearModel model, Path file, PrintWriter report) {
    byte[] bytes = encode(shape, model);
    String digest = sha256(bytes);
    try {
      Files.write(file, bytes);
      Files.writeString(Path.of(file + ".sha256"), digest + "  " + file.getFileName() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    report.println("wrote " + file.getFileName() + ": " + bytes.length + " bytes, " + digest);
    report.flush();
  }

  /** Weights are written once and kept in a repository: smaller counts, faster does not. */
  private static final class SmallestGzip extends GZIPOutputStream {
    SmallestGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
      def.setStrategy(Deflater.FILTERED); // small numbers, few repeats: 3.5% smaller
    }
  }

  static byte[] encode(ModelShape shape, LinearModel model) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new SmallestGzip(bytes))) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      out.writeUTF(shape.name());
      out.writeInt(shape.tables());
      out.writeInt(shape.features());
      out.writeInt(shape.classes());
      out.writeInt(model.settingCount());
      for (int i = 0; i < model.settingCount(); i++) {
        out.writeDouble(model.setting(i));
      }
      out.writeFloat(model.largest());
      out.write(tablesBeside(shape, model.levels()));
    } catch (IOException e) {
      throw new IllegalStateException("Writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  /**
   * @param sha256 the file beside the model: the digest in hex, anything behind white space ignored
   */
  static LinearModel decode(ModelShape shape, byte[] bytes, String sha256, String place) {
    String expected = sha256.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    if (!expected.equals(sha256(bytes))) {
      String problem = "The model's SHA-256 is not the one written beside it";
      throw untrusted(shape, problem, place, null);
    }
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
      if (!isOfShape(shape, in)) {
        String problem = "This is no " + shape.name() + " model of version " + VERSION;
        throw untrusted(shape, problem, place, null);
      }
      double[] settings = new double[shape.settings()];
      for (int i = 0; i < settings.length; i++) {
        settings[i] = in.readDouble();
      }
      float largest = in.readFloat();
      byte[] levels = new byte[shape.weights()];
      in.readFully(levels);
      return new LinearModel(shape.classes(), tablesInTurn(shape, levels), largest, settings);
    } catch (IOException e) {
      throw untrusted(shape, "The model cannot be read", place, e);
    }
  }

  /** From table by table to the file's order. */
  private static byte[] tablesBeside(ModelShape shape, byte[] inTurn) {
    return transposed(inTurn, shape.tables(), shape.weights() / shape.tables());
  }

  private static byte[] tablesInTurn(ModelShape shape, byte[] beside) {
    return transposed(beside, shape.weights() / shape.tables(), shape.tables());
  }

  private static byte[] transposed(byte[] levels, int rows, int columns) {
    byte[] transposed = new byte[levels.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        transposed[column * rows + row] = levels[row * columns + column];
      }
    }
    return transposed;
  }

  private static boolean isOfShape(ModelShape shape, DataInputStream in) throws IOException {
    return in.readInt() == MAGIC
        && in.readInt() == VERSION
        && in.readUTF().equals(shape.name())
        && in.readInt() == shape.tables()
        && in.readInt() == shape.features()
        && in.readInt() == shape.classes()
        && in.readInt() == shape.settings();
  }

  static String sha256(byte[] bytes) {
    return DigestUtils.sha256Hex(bytes);
  }

  private static NewstideException untrusted(
      ModelShape shape, String problem, String place, Throwable cause) {
    return new NewstideException(
        ExitCode.USAGE_OR_CONFIG,
        "MODEL_UNTRUSTED",
        problem,
        place,
        "Fetch the model and its .sha256 again, or train it anew with " + shape.command(),
        cause);
  }
}
