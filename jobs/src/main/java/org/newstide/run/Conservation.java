package org.newstide.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newstide.table.LakeTable;

/**
 * No row is lost: read = accepted + exact duplicates + quarantined, by input and in total, and read
 * = what the files say they hold, where they say it. What is compared was counted in different
 * ways.
 */
final class Conservation {
  private final Staging staging;
  private final RunManifest extracted;
  private final TrendsStage.Manifest trends;

  Conservation(Staging staging, RunManifest extracted, TrendsStage.Manifest trends) {
    this.staging = staging;
    this.extracted = extracted;
    this.trends = trends;
  }

  List<Audit.Outcome> outcomes() {
    Map<String, Row> staged = byInput(stagedRows());
    Map<String, Row> refused = byInput(quarantinedRows());
    List<Audit.Outcome> outcomes = new ArrayList<>();
    for (RunManifest.Input input : extracted.inputs()) {
      outcomes.addAll(ofStaged(input, Optional.ofNullable(staged.get(input.input()))));
      long quarantined =
          Optional.ofNullable(refused.get(input.input())).map(row -> row.getLong(1)).orElse(0L);
      InputCounts counts = trends.inputs().getOrDefault(input.input(), InputCounts.NONE);
      outcomes.add(
          difference(
              "read = accepted + exact duplicates + quarantined of " + input.input(),
              counts.read() - counts.accepted() - counts.exactDuplicates() - quarantined));
    }
    outcomes.addAll(weeksHoldTheTotals());
    return outcomes;
  }

  private static List<Audit.Outcome> ofStaged(RunManifest.Input input, Optional<Row> staged) {
    long accepted = staged.map(row -> row.getLong(1)).orElse(0L);
    long withKeys = staged.map(row -> row.getLong(2)).orElse(0L);
    long refused = staged.map(row -> row.getLong(3)).orElse(0L);
    long withReason = staged.map(row -> row.getLong(4)).orElse(0L);
    List<Audit.Outcome> outcomes = new ArrayList<>();
    outcomes.add(
        difference("the accepted rows of " + input.input() + " have keys", accepted - withKeys));
    outcomes.add(
        difference("the refused rows of " + input.input() + " are staged", refused - withReason));
    if (input.rows() >= 0) {
      outcomes.add(
          difference(
              "every row in the files of " + input.input() + " is staged",
              input.rows() - accepted - refused));
    }
    return outcomes;
  }

  /** What was counted by input is what the weeks hold, which was counted by source. */
  private List<Audit.Outcome> weeksHoldTheTotals() {
    InputCounts total = trends.total();
    Row sums =
        staging
            .read(LakeTable.CORPUS_WEEK)
            .where(trends.isOwn())
            .selectExpr(
                "coalesce(sum(articles_accepted), 0)",
                "coalesce(sum(exact_duplicates), 0)",
                "coalesce(sum(articles_matched), 0)")
            .head();
    return List.of(
        difference("the weeks' accepted articles", sums.getLong(0) - total.accepted()),
        difference("the weeks' exact duplicates", sums.getLong(1) - total.exactDuplicates()),
        difference(
            "the weeks' matched articles",
            sums.getLong(2) - trends.rows().get(LakeTable.ARTICLES.label())));
  }

  /**
   * Rows of all weeks by input, each counted in two ways: tallied as accepted, and with packed
   * keys; tallied as refused, and staged for quarantine.
   */
  private Dataset<Row> stagedRows() {
    Column isTally = col("kind").equalTo(Staged.Kind.TALLY.name());
    Column isRefused = col("reason").isNotNull();
    return staging
        .read(ExtractStage.STAGED, Staged.SCHEMA)
        .groupBy("input")
        .agg(
            rowsWhere(isTally.and(not(isRefused))),
            rowsWhere(col("kind").equalTo(Staged.Kind.KEYS.name())),
            rowsWhere(isTally.and(isRefused)),
            rowsWhere(col("kind").equalTo(Staged.Kind.REJECTED.name())));
  }

  private Dataset<Row> quarantinedRows() {
    return staging.read(LakeTable.QUARANTINE).groupBy("input").agg(sum("rows"));
  }

  private static Map<String, Row> byInput(Dataset<Row> counts) {
    return counts.collectAsList().stream()
        .collect(Collectors.toMap(row -> row.getString(0), row -> row));
  }

  private static Column rowsWhere(Column isCounted) {
    return sum(when(isCounted, col("rows")).otherwise(lit(0L)));
  }

  private static Audit.Outcome difference(String check, long difference) {
    return new Audit.Outcome("conservation: " + check, Math.abs(difference));
  }
}
