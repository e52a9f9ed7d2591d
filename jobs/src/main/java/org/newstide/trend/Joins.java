package org.newstide.trend;

import java.util.List;
import scala.collection.JavaConverters;
import scala.collection.immutable.Seq;

/** Column names as Spark's {@code join} wants them. */
final class Joins {
  private Joins() {}

  static Seq<String> on(String... columns) {
    return JavaConverters.asScalaBuffer(List.of(columns)).toList();
  }
}
