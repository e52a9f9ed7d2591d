package org.newstide.run;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.newstide.article.ArticleId;

/**
 * The keys of some thousand accepted rows of one file, packed column by column as big-endian
 * numbers: {@code rows} ids in two halves, version hashes, times, and positions in a list of
 * sources.
 */
final class KeyBlock {
  private static final int ROWS = 4096;

  private final String input;
  private final Consumer<Row> staged;
  private final ByteBuffer high = ByteBuffer.allocate(ROWS * Long.BYTES);
  private final ByteBuffer low = ByteBuffer.allocate(ROWS * Long.BYTES);
  private final ByteBuffer versions = ByteBuffer.allocate(ROWS * Long.BYTES);
  private final ByteBuffer published = ByteBuffer.allocate(ROWS * Long.BYTES);
  private final ByteBuffer sources = ByteBuffer.allocate(ROWS * Short.BYTES);
  private final Map<String, Short> sourceNames = new LinkedHashMap<>();
  private String file = "";
  private int rows;

  /**
   * @param staged takes a full block
   */
  KeyBlock(String input, Consumer<Row> staged) {
    this.input = input;
    this.staged = staged;
  }

  void add(String sourceFile, ArticleId id, Staged.Dated dated) {
    if (rows == ROWS || !sourceFile.equals(file)) {
      drain();
      file = sourceFile;
    }
    high.putLong(id.high());
    low.putLong(id.low());
    versions.putLong(dated.versionHash());
    published.putLong(dated.publishedMicros());
    sources.putShort(
        sourceNames.computeIfAbsent(dated.source(), name -> (short) sourceNames.size()));
    rows++;
  }

  void drain() {
    if (rows == 0) {
      return;
    }
    Row keys =
        RowFactory.create(
            drained(high),
            drained(low),
            drained(versions),
            drained(published),
            drained(sources),
            sourceNames.keySet().toArray());
    staged.accept(Staged.keys(new Staged.Origin(input, file), rows, keys));
    sourceNames.clear();
    rows = 0;
  }

  private static byte[] drained(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.flip().remaining()];
    buffer.get(bytes).clear();
    return bytes;
  }

  /**
   * The rows of a packed {@code keys} whose first half of the id is wanted: its two halves, version
   * hash, microseconds, source.
   */
  static List<Row> unpacked(Row keys, LongPredicate isWanted) {
    ByteBuffer high = ByteBuffer.wrap(keys.getAs(0));
    ByteBuffer low = ByteBuffer.wrap(keys.getAs(1));
    ByteBuffer versions = ByteBuffer.wrap(keys.getAs(2));
    ByteBuffer published = ByteBuffer.wrap(keys.getAs(3));
    ByteBuffer sources = ByteBuffer.wrap(keys.getAs(4));
    List<String> names = keys.getList(5);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < high.capacity() / Long.BYTES; i++) {
      long half = high.getLong(i * Long.BYTES);
      if (isWanted.test(half)) {
        rows.add(
            RowFactory.create(
                half,
                low.getLong(i * Long.BYTES),
                versions.getLong(i * Long.BYTES),
                published.getLong(i * Long.BYTES),
                names.get(sources.getShort(i * Short.BYTES))));
      }
    }
    return rows;
  }
}
