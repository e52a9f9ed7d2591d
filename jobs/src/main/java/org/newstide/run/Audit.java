package org.newstide.run;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.table.LakeTable;
import org.newstide.table.TableSchema;

/** Checks the staged tables before anything is published; one failed check publishes nothing. */
final class Audit {
  /** One check and how many rows broke it. */
  record Outcome(String check, long violations) {
    String text() {
      return violations == 0 ? "passed" : violations + " violations";
    }
  }

  private final Staging staging;
  private final RunManifest extracted;
  private final TrendsStage.Manifest trends;

  Audit(Staging staging, RunManifest extracted, TrendsStage.Manifest trends) {
    this.staging = staging;
    this.extracted = extracted;
    this.trends = trends;
  }

  /** All outcomes; throws AUDIT_FAILED where one is broken. */
  List<Outcome> run() {
    List<Supplier<List<Outcome>>> checks = new ArrayList<>();
    for (LakeTable table : LakeTable.values()) {
      if (table != LakeTable.RUNS) {
        checks.add(() -> contract(table));
      }
    }
    checks.add(new Conservation(staging, extracted, trends)::outcomes);
    for (LakeTable table :
        List.of(LakeTable.MENTIONS, LakeTable.RELATIONS, LakeTable.SHARE_CLAIMS)) {
      checks.add(() -> knownArticles(table));
    }
    checks.add(this::sharesSumToOne);
    List<Outcome> outcomes = SideBySide.all(checks).stream().flatMap(List::stream).toList();
    List<Outcome> failed = outcomes.stream().filter(outcome -> outcome.violations() > 0).toList();
    if (!failed.isEmpty()) {
      throw new NewstideException(
          ExitCode.AUDIT_FAILED,
          "AUDIT_FAILED",
          failed.stream()
              .map(outcome -> outcome.check() + ": " + outcome.text())
              .collect(Collectors.joining("; ")),
          "staged tables of " + extracted.weeks(),
          "Nothing was published; read the staged rows, mend the cause and run again");
    }
    return outcomes;
  }

  /**
   * Required columns, CHECK constraints and the key, in one pass over the rows: only where that
   * finds a broken row, another tells which check it breaks.
   */
  private List<Outcome> contract(LakeTable table) {
    Map<String, Column> rules = rules(table.schema());
    Column isBroken = rules.values().stream().reduce(lit(false), Column::or);
    Column[] key = table.schema().key().stream().map(functions::col).toArray(Column[]::new);
    Row found =
        staging
            .read(table)
            .groupBy(key)
            .agg(count(lit(1)).as("rows"), violations(isBroken).as("broken"))
            .agg(violations(col("rows").gt(1)), sum("broken"))
            .head();
    List<Outcome> outcomes = new ArrayList<>();
    long broken = orZero(found, 1);
    Map<String, Long> counts = broken == 0 ? Map.of() : brokenRows(table, rules);
    rules
        .keySet()
        .forEach(
            rule ->
                outcomes.add(
                    new Outcome(table.label() + "." + rule, counts.getOrDefault(rule, 0L))));
    outcomes.add(new Outcome(table.label() + " key is unique", orZero(found, 0)));
    return outcomes;
  }

  /** What breaks each rule of a table: never null. */
  private static Map<String, Column> rules(TableSchema schema) {
    Map<String, Column> rules = new LinkedHashMap<>();
    for (TableSchema.ColumnSchema column : schema.columns()) {
      if (!column.nullable()) {
        rules.put(column.name() + " is present", col(column.name()).isNull());
      }
    }
    // As Delta counts: a check that comes out null is broken.
    schema.checks().forEach((name, sql) -> rules.put(name, not(coalesce(expr(sql), lit(false)))));
    return rules;
  }

  private Map<String, Long> brokenRows(LakeTable table, Map<String, Column> rules) {
    List<String> names = List.copyOf(rules.keySet());
    List<Column> sums = rules.values().stream().map(Audit::violations).toList();
    Row counts =
        staging
            .read(table)
            .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
            .head();
    Map<String, Long> broken = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      broken.put(names.get(i), orZero(counts, i));
    }
    return broken;
  }

  /** A sum over no rows is null. */
  private static long orZero(Row sums, int column) {
    return sums.isNullAt(column) ? 0 : sums.getLong(column);
  }

  private static Column violations(Column isBroken) {
    return sum(when(isBroken, lit(1L)).otherwise(lit(0L)));
  }

  private List<Outcome> knownArticles(LakeTable table) {
    Dataset<Row> articles = staging.read(LakeTable.ARTICLES).select("article_id");
    Dataset<Row> unknown =
        staging.read(table).join(articles, new String[] {"article_id"}, "left_anti");
    return List.of(new Outcome(table.label() + " name a known article", unknown.count()));
  }

  private List<Outcome> sharesSumToOne() {
    List<String> shares =
        Stream.of("mentions", "articles", "stories", "source_balanced")
            .map(basis -> "share_of_voice_" + basis)
            .toList();
    Column[] totals = shares.stream().map(share -> sum(share).as(share)).toArray(Column[]::new);
    Column[] broken =
        shares.stream()
            .map(share -> col(share).gt(0).and(abs(col(share).minus(1)).gt(1e-6)))
            .map(Audit::violations)
            .toArray(Column[]::new);
    Row counts =
        staging
            .read(LakeTable.ENTITY_WEEK)
            .groupBy("week_start", "category", "level")
            .agg(totals[0], Arrays.copyOfRange(totals, 1, totals.length))
            .agg(broken[0], Arrays.copyOfRange(broken, 1, broken.length))
            .head();
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < totals.length; i++) {
      String check = shares.get(i) + " sums to one within week, category and level";
      outcomes.add(new Outcome(check, orZero(counts, i)));
    }
    return outcomes;
  }
}
