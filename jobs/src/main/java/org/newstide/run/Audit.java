package org.newstide.run;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
  private final List<Outcome> outcomes = new ArrayList<>();

  Audit(Staging staging, RunManifest extracted, TrendsStage.Manifest trends) {
    this.staging = staging;
    this.extracted = extracted;
    this.trends = trends;
  }

  /** All outcomes; throws AUDIT_FAILED where one is broken. */
  List<Outcome> run() {
    for (LakeTable table : LakeTable.values()) {
      if (table != LakeTable.RUNS) {
        checkContract(table);
      }
    }
    checkConservation();
    checkReferences();
    checkSharesSumToOne();
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
    return List.copyOf(outcomes);
  }

  private void checkContract(LakeTable table) {
    TableSchema schema = table.schema();
    Dataset<Row> rows = staging.read(table);
    List<String> names = new ArrayList<>();
    List<Column> violations = new ArrayList<>();
    for (TableSchema.ColumnSchema column : schema.columns()) {
      if (!column.nullable()) {
        names.add(table.label() + "." + column.name() + " is present");
        violations.add(violations(col(column.name()).isNull()));
      }
    }
    schema
        .checks()
        .forEach(
            (name, sql) -> {
              names.add(table.label() + "." + name);
              // As Delta counts: a check that comes out null is broken.
              violations.add(violations(not(coalesce(expr(sql), lit(false)))));
            });
    Row counts =
        rows.agg(violations.get(0), violations.subList(1, violations.size()).toArray(Column[]::new))
            .head();
    for (int i = 0; i < names.size(); i++) {
      outcomes.add(new Outcome(names.get(i), counts.isNullAt(i) ? 0 : counts.getLong(i)));
    }
    Column[] key = schema.key().stream().map(functions::col).toArray(Column[]::new);
    outcomes.add(
        new Outcome(
            table.label() + " key is unique",
            rows.groupBy(key).count().where("count > 1").count()));
  }

  private static Column violations(Column isBroken) {
    return sum(when(isBroken, lit(1L)).otherwise(lit(0L)));
  }

  /**
   * read = accepted + exact duplicates + quarantined, in total, and read = what the files say they
   * hold.
   */
  private void checkConservation() {
    Row sums =
        staging
            .read(LakeTable.CORPUS_WEEK)
            .selectExpr(
                "coalesce(sum(articles_read), 0)",
                "coalesce(sum(articles_accepted), 0)",
                "coalesce(sum(exact_duplicates), 0)",
                "coalesce(sum(articles_quarantined), 0)")
            .head();
    long quarantined = sums.getLong(3) + trends.quarantinedWithoutWeek();
    add("conservation: accepted in total", sums.getLong(1) - trends.accepted());
    add(
        "conservation: read = accepted + exact duplicates + quarantined",
        trends.read() - trends.accepted() - sums.getLong(2) - quarantined);
    for (RunManifest.Input input : extracted.inputs()) {
      if (input.rows() >= 0) {
        long staged =
            staging.read(ExtractStage.STAGED).where(col("input").equalTo(input.input())).count();
        add("conservation: every row of " + input.input() + " is staged", input.rows() - staged);
      }
    }
  }

  private void add(String check, long difference) {
    outcomes.add(new Outcome(check, Math.abs(difference)));
  }

  private void checkReferences() {
    Dataset<Row> articles = staging.read(LakeTable.ARTICLES).select("article_id");
    for (LakeTable table :
        List.of(LakeTable.MENTIONS, LakeTable.RELATIONS, LakeTable.SHARE_CLAIMS)) {
      add(
          table.label() + " name a known article",
          staging.read(table).join(articles, new String[] {"article_id"}, "left_anti").count());
    }
  }

  private void checkSharesSumToOne() {
    for (String basis : List.of("mentions", "articles", "stories", "source_balanced")) {
      String share = "share_of_voice_" + basis;
      outcomes.add(
          new Outcome(
              share + " sums to one within week, category and level",
              staging
                  .read(LakeTable.ENTITY_WEEK)
                  .groupBy("week_start", "category", "level")
                  .agg(sum(col(share)).as("total"))
                  .where("total IS NOT NULL AND abs(total - 1) > 1e-6 AND total > 0")
                  .count()));
    }
  }
}
