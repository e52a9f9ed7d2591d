package org.newstide.trend;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Columns by their names, as Spark's {@code select} and {@code groupBy} want them. */
final class Columns {
  private Columns() {}

  static Column[] of(String[] names, String... more) {
    return Stream.concat(Stream.of(names), Stream.of(more))
        .map(functions::col)
        .toArray(Column[]::new);
  }
}
