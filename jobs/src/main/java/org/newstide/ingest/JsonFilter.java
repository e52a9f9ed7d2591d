package org.newstide.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Expression;

/**
 * The filter of an input of JSON lines. A malformed line has no columns by which to judge it, so it
 * passes and is set aside with the others. Its folders it has: what is asked of them alone holds
 * for every line, and folders that are left out are not even opened.
 */
final class JsonFilter {
  private JsonFilter() {}

  /**
   * @param rows with {@link JsonSchema#CORRUPT}
   * @param ofFolders the columns that are folders
   */
  static Dataset<Row> apply(String filter, Dataset<Row> rows, Set<String> ofFolders) {
    Set<String> known = Mapping.lower(ofFolders);
    Column isMalformed = col(JsonSchema.CORRUPT).isNotNull();
    Dataset<Row> kept = rows;
    for (Expression condition : conditions(expr(filter).expr()).toList()) {
      Column asked = new Column(condition);
      kept = kept.where(known.containsAll(columns(condition)) ? asked : asked.or(isMalformed));
    }
    return kept;
  }

  /** What must all be true. */
  private static Stream<Expression> conditions(Expression filter) {
    return filter instanceof And both
        ? Stream.of(both.left(), both.right()).flatMap(JsonFilter::conditions)
        : Stream.of(filter);
  }

  private static Set<String> columns(Expression condition) {
    Set<String> names = new LinkedHashSet<>();
    Mapping.collect(condition, names);
    return Mapping.lower(names);
  }
}
