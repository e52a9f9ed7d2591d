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

  private final Map<UTF8String, String> decoded = new HashMap<>();

  /**
   * @param row with the columns of {@link RawArticle} in their order
   */
  public RawArticle article(InternalRow row) {
    return new RawArticle(
        repeated(row.getUTF8String(0)),
        row.getBinary(1),
        repeated(row.getUTF8String(2)),
        row.getUTF8String(3).toString(),
        row.isNullAt(4) ? null : row.getLong(4),
        row.getBinary(5),
        row.getBinary(6),
        repeated(row.getUTF8String(7)),
        row.getBoolean(8),
        row.getLong(9),
        row.getUTF8String(10).toString());
  }

  private String repeated(UTF8String text) {
    String known = decoded.get(text);
    if (known == null) {
      known = text.toString();
      if (decoded.size() == REMEMBERED) {
        decoded.clear();
      }
      // Spark uses the row's memory again for the next row.
      decoded.put(text.copy(), known);
    }
    return known;
  }
}
