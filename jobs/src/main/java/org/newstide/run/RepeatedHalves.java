package org.newstide.run;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * First halves of article ids that stand in several rows. Halves travel packed, some dozen of one
 * range to a row, and those of a range are sorted as plain numbers: of millions of articles hardly
 * one is repeated, and a row for each would cost more than all the rest.
 */
final class RepeatedHalves {
  /** Ranges of equal width; ids are hashes, so each gets about as many, and few enough to sort. */
  private static final int RANGE_BITS = 12;

  private static final int HALVES_A_ROW = 64;

  private static final StructType PACKED = StructType.fromDDL("range int, halves binary");

  private RepeatedHalves() {}

  /**
   * @param keys packed rows of the run
   * @param elsewhere {@code high}: further halves
   * @return {@code high}, each once
   */
  static Dataset<Row> of(Dataset<Row> keys, Optional<Dataset<Row>> elsewhere) {
    Dataset<Row> ofRun =
        keys.select("keys.high")
            .mapPartitions((MapPartitionsFunction<Row, Row>) ByRange::new, Encoders.row(PACKED));
    Dataset<Row> all =
        elsewhere
            .map(rows -> ofRun.union(rows.select("high").map(alone(), Encoders.row(PACKED))))
            .orElse(ofRun);
    FlatMapGroupsFunction<Integer, Row, Long> repeated =
        (range, packed) -> repeated(packed).iterator();
    return all.groupByKey((MapFunction<Row, Integer>) row -> row.getInt(0), Encoders.INT())
        .flatMapGroups(repeated, Encoders.LONG())
        .toDF("high");
  }

  private static MapFunction<Row, Row> alone() {
    return row -> packed(range(row.getLong(0)), new long[] {row.getLong(0)}, 1);
  }

  /** The halves of a task's blocks, put together by their ranges. */
  private static final class ByRange implements Iterator<Row> {
    private final Iterator<Row> blocks;
    private final long[][] halves = new long[1 << RANGE_BITS][];
    private final int[] counts = new int[1 << RANGE_BITS];
    private final List<Row> full = new ArrayList<>();

    ByRange(Iterator<Row> blocks) {
      this.blocks = blocks;
    }

    @Override
    public boolean hasNext() {
      while (full.isEmpty() && blocks.hasNext()) {
        sortIn(ByteBuffer.wrap(blocks.next().getAs(0)));
        if (!blocks.hasNext()) {
          drain();
        }
      }
      return !full.isEmpty();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return full.remove(full.size() - 1);
    }

    private void sortIn(ByteBuffer ids) {
      while (ids.hasRemaining()) {
        long half = ids.getLong();
        int range = range(half);
        if (halves[range] == null) {
          halves[range] = new long[HALVES_A_ROW];
        }
        halves[range][counts[range]++] = half;
        if (counts[range] == HALVES_A_ROW) {
          take(range);
        }
      }
    }

    private void drain() {
      for (int range = 0; range < counts.length; range++) {
        if (counts[range] > 0) {
          take(range);
        }
      }
    }

    private void take(int range) {
      full.add(packed(range, halves[range], counts[range]));
      counts[range] = 0;
    }
  }

  private static int range(long half) {
    return (int) (half >>> (Long.SIZE - RANGE_BITS));
  }

  private static Row packed(int range, long[] halves, int count) {
    ByteBuffer bytes = ByteBuffer.allocate(count * Long.BYTES);
    bytes.asLongBuffer().put(halves, 0, count);
    return RowFactory.create(range, bytes.array());
  }

  /** Of all halves of a range those that come twice or more often, each once. */
  private static List<Long> repeated(Iterator<Row> packed) {
    long[] halves = new long[HALVES_A_ROW];
    int count = 0;
    while (packed.hasNext()) {
      byte[] bytes = packed.next().getAs(1);
      int more = bytes.length / Long.BYTES;
      if (count + more > halves.length) {
        halves = Arrays.copyOf(halves, Math.max(count + more, 2 * halves.length));
      }
      ByteBuffer.wrap(bytes).asLongBuffer().get(halves, count, more);
      count += more;
    }
    Arrays.sort(halves, 0, count);
    List<Long> repeated = new ArrayList<>();
    for (int i = 1; i < count; i++) {
      boolean isFirstAgain = i < 2 || halves[i - 2] != halves[i];
      if (halves[i] == halves[i - 1] && isFirstAgain) {
        repeated.add(halves[i]);
      }
    }
    return repeated;
  }
}
