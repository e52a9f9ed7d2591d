package org.newstide.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.hadoop.util.LineReader;
import org.newstide.ingest.InputContract.InputFile;

/**
 * The first lines of a file, or all of them, as Spark takes them apart: unpacked, and without a
 * byte order mark.
 */
final class TextLines implements Closeable {
  /** Of a longer line only the beginning is looked at. */
  private static final int LONGEST_LINE = 16 * 1024 * 1024;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final LineReader reader;
  private final long mostBytes;
  private final Text line = new Text();
  private long bytes;
  private boolean atEnd;

  private TextLines(LineReader reader, long mostBytes) {
    this.reader = reader;
    this.mostBytes = mostBytes;
  }

  /**
   * @param mostBytes the line that reaches so many unpacked bytes is the last
   * @throws org.newstide.NewstideException INPUT_FILE_UNREADABLE where its store refuses the file
   * @throws IOException where the file is not packed as its name says
   */
  static TextLines open(InputFile file, Configuration hadoop, long mostBytes) throws IOException {
    Path path = new Path(file.path());
    InputStream raw;
    try {
      raw = path.getFileSystem(hadoop).open(path);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
    try {
      CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(path);
      return new TextLines(
          new LineReader(codec == null ? raw : codec.createInputStream(raw)), mostBytes);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /** The next line that is not blank; null where there is none. */
  String next() throws IOException {
    while (bytes < mostBytes) {
      boolean isFirst = bytes == 0;
      int taken = reader.readLine(line, LONGEST_LINE, Integer.MAX_VALUE);
      if (taken == 0) {
        atEnd = true;
        return null;
      }
      bytes += taken;
      String text = isFirst ? withoutMark(line.toString()) : line.toString();
      if (!text.isBlank()) {
        return text.strip();
      }
    }
    return null;
  }

  /** Whether the file has no further line. */
  boolean atEnd() {
    return atEnd;
  }

  private static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
