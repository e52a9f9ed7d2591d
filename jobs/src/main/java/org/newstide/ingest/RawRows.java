package org.newstide.ingest;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Takes the rows of {@link CorpusReader#read} apart as Spark holds them. Made into Java's rows
 * first, each would cost five decoded strings, most of which repeat from row to row: sources,
 * languages and file names are decoded once. For one task; not thread-safe.
 */
public final class RawRows {
  private static final int REMEMBERED = 4096;

  private final Repeated files = new Repeated();
  private final Repeated sources = new Repeated();
  private final Repeated languages = new Repeated();

  /**
   * @param row with the columns of {@link RawArticle} in their order
   */
  public RawArticle article(InternalRow row) {
    return new RawArticle(
        files.decoded(row.getUTF8String(0)),
        row.getUTF8String(1).getBytes(),
        sources.decoded(row.getUTF8String(2)),
        decoded(row.getUTF8String(3)),
        row.isNullAt(4) ? null : row.getLong(4),
        row.getUTF8String(5).getBytes(),
        row.getUTF8String(6).getBytes(),
        languages.decoded(row.getUTF8String(7)),
        row.getBoolean(8),
        row.getLong(9),
        decoded(row.getUTF8String(10)));
  }

  /** Of most rows dates are no text, and no line is malformed. */
  private static String decoded(UTF8String text) {
    return text.numBytes() == 0 ? "" : text.toString();
  }

  /** The values of one column, of which the last often comes again at once. */
  private static final class Repeated {
    private record Value(UTF8String raw, String decoded) {}

    private final Map<UTF8String, Value> known = new HashMap<>();
    private Value last = new Value(UTF8String.EMPTY_UTF8, "");

    String decoded(UTF8String text) {
      if (!text.equals(last.raw())) {
        Value value = known.get(text);
        last = value == null ? remember(text) : value;
      }
      return last.decoded();
    }

    private Value remember(UTF8String text) {
      if (known.size() == REMEMBERED) {
        known.clear();
      }
      // Spark uses the row's memory again for the next row.
      Value value = new Value(text.copy(), text.toString());
      known.put(value.raw(), value);
      return value;
    }
  }
}
