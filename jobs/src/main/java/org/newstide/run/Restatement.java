package org.newstide.run;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newstide.table.LakeTable;
import org.newstide.table.PublishedTables;

/**
 * Published weeks that a run replaces beside its own, because an article has moved out of them.
 * Their evidence is taken from the lake as the last finished run left it, without the article; the
 * corpus need not hold these weeks any more. Weeks between them and the run's are restated with
 * them: their change and spike look back at the weeks before.
 */
final class Restatement {
  private static final String[] ARTICLE_ID = {"article_id"};
  private static final List<LakeTable> EVIDENCE =
      List.of(LakeTable.ARTICLES, LakeTable.MENTIONS, LakeTable.RELATIONS, LakeTable.SHARE_CLAIMS);

  private final PublishedTables lake;
  private final Optional<Dataset<Row>> moved;
  private final List<LocalDate> weeks;

  private Restatement(PublishedTables lake, Optional<Dataset<Row>> moved, List<LocalDate> weeks) {
    this.lake = lake;
    this.moved = moved;
    this.weeks = weeks;
  }

  /**
   * @param moved {@link Versions#moved}
   * @param runWeeks Mondays of the run's own weeks, at least one
   */
  static Restatement of(
      PublishedTables lake, Optional<Dataset<Row>> moved, List<LocalDate> runWeeks) {
    List<LocalDate> left = moved.map(Restatement::weeksOf).orElse(List.of());
    return new Restatement(lake, moved, left.isEmpty() ? List.of() : between(lake, left, runWeeks));
  }

  private static List<LocalDate> weeksOf(Dataset<Row> moved) {
    return moved.select("week_day").distinct().collectAsList().stream()
        .map(row -> LocalDate.ofEpochDay(row.getInt(0)))
        .toList();
  }

  private static List<LocalDate> between(
      PublishedTables lake, List<LocalDate> left, List<LocalDate> runWeeks) {
    TreeSet<LocalDate> span = new TreeSet<>(runWeeks);
    span.addAll(left);
    return lake.rows(LakeTable.CORPUS_WEEK).select("week_start").distinct().collectAsList().stream()
        .map(row -> row.getDate(0).toLocalDate())
        .filter(week -> !week.isBefore(span.first()) && !week.isAfter(span.last()))
        .filter(week -> !runWeeks.contains(week))
        .sorted()
        .toList();
  }

  /** The Mondays of the restated weeks, in order. */
  List<LocalDate> weeks() {
    return weeks;
  }

  /** What the ledger says of it; empty where no article has moved. */
  List<String> notes() {
    if (weeks.isEmpty()) {
      return List.of();
    }
    String restated = weeks.stream().map(RunPlan::label).collect(Collectors.joining(" "));
    return List.of(
        "articles that have moved from weeks published before: "
            + moved.orElseThrow().count()
            + "; restated: "
            + restated);
  }

  /** Stages what stays of the restated weeks beside the run's own rows. */
  void stage(Staging staging) {
    if (weeks.isEmpty()) {
      return;
    }
    staging.add(LakeTable.CORPUS_WEEK, corpusWeek());
    for (LakeTable table : EVIDENCE) {
      staging.add(table, stays(restated(table)));
    }
  }

  /** Published rows without those of articles that have moved. */
  Dataset<Row> stays(Dataset<Row> published) {
    return moved
        .map(left -> published.join(left.select("article_id"), ARTICLE_ID, "left_anti"))
        .orElse(published);
  }

  /** The denominators: what has moved is a superseded version in its old week. */
  private Dataset<Row> corpusWeek() {
    Dataset<Row> superseded =
        moved
            .orElseThrow()
            .groupBy(date_from_unix_date(col("week_day")).as("week_start"), col("source"))
            .agg(count(lit(1)).as("moved"));
    Column left = coalesce(col("moved"), lit(0L));
    return restated(LakeTable.CORPUS_WEEK)
        .join(superseded, new String[] {"week_start", "source"}, "left")
        .withColumn("exact_duplicates", col("exact_duplicates").plus(left))
        .withColumn("superseded_versions", col("superseded_versions").plus(left))
        .withColumn("articles_accepted", col("articles_accepted").minus(left))
        .withColumn("articles_matched", col("articles_matched").minus(left));
  }

  private Dataset<Row> restated(LakeTable table) {
    return lake.rows(table).where(col("week_start").isin(weeks.toArray()));
  }
}
