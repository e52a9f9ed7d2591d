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
import static org.apache.spark.sql.functions.xxhash64;

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

  private static final Column ARTICLE_ID = col("article_id");

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
    checks.add(this::knownArticles);
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
   * finds a broken row, another tells which check it breaks. Equal keys have equal hashes, so where
   * no hash comes twice, no key does.
   */
  private List<Outcome> contract(LakeTable table) {
    Map<String, Column> rules = rules(table.schema());
    Column isBroken = rules.values().stream().reduce(lit(false), Column::or);
    Column[] key = table.schema().key().stream().map(functions::col).toArray(Column[]::new);
    Row found =
        staging
            .read(table)
            .groupBy(xxhash64(key).as("key_hash"))
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
    long repeated = orZero(found, 0) == 0 ? 0 : repeatedKeys(table, key);
    outcomes.add(new Outcome(table.label() + " key is unique", repeated));
    return outcomes;
  }

  private long repeatedKeys(LakeTable table, Column[] key) {
    return staging.read(table).groupBy(key).count().where("count > 1").count();
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

  private List<Outcome> knownArticles() {
    List<LakeTable> tables =
        List.of(LakeTable.MENTIONS, LakeTable.RELATIONS, LakeTable.SHARE_CLAIMS);
    Map<String, Long> unknown =
        tables.stream()
            .map(table -> staging.read(table).select(lit(table.label()).as("table"), ARTICLE_ID))
            .reduce(Dataset::union)
            .orElseThrow()
            .join(
                staging.read(LakeTable.ARTICLES).select(ARTICLE_ID),
                new String[] {"article_id"},
                "left_anti")
            .groupBy("table")
            .count()
            .collectAsList()
            .stream()
            .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
    return tables.stream()
        .map(LakeTable::label)
        .map(table -> new Outcome(table + " name a known article", unknown.getOrDefault(table, 0L)))
        .toList();
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
