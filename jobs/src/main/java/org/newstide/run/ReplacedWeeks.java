package org.newstide.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newstide.table.LakeTable;
import org.newstide.table.PublishedTables;

/**
 * What a run's weeks do to what was published before: it tells where a week that it does not
 * compute again looks back at figures that are no longer there, and where a delivery is much
 * smaller than the one that it replaces.
 *
 * @param weeks Mondays of the run's own weeks
 * @param restated Mondays of those that {@link Restatement} computes again from the lake
 * @param inputs names of those that it has read
 */
record ReplacedWeeks(
    PublishedTables lake,
    Staging staging,
    List<LocalDate> weeks,
    List<LocalDate> restated,
    List<String> inputs) {
  private static final int MOST_TOLD = 10;
  private static final Column[] STORIES = {
    col("week_start"), col("category"), col("level"), col("entity_id"), col("stories")
  };

  /**
   * Rows of a week.
   *
   * @param published read before this run
   * @param staged read by it
   */
  private record RowsRead(LocalDate week, long published, long staged) {
    boolean hasShrunk() {
      return 2 * staged < published;
    }

    String told() {
      return RunPlan.label(week) + " (" + staged + " of " + published + ")";
    }
  }

  /**
   * @param lookBack how many weeks change and spike look back
   */
  List<String> notes(int lookBack) {
    List<String> notes = new ArrayList<>();
    SortedSet<LocalDate> computed = computed();
    List<RowsRead> published = published();
    List<RowsRead> replaced =
        published.stream().filter(read -> weeks.contains(read.week())).toList();
    List<LocalDate> later =
        published.stream()
            .map(RowsRead::week)
            .filter(week -> !computed.contains(week) && week.isAfter(computed.first()))
            .toList();
    if (!replaced.isEmpty()) {
      shrunk(replaced).ifPresent(notes::add);
      ofOtherInputs().ifPresent(notes::add);
    }
    if (!later.isEmpty()) {
      outdated(later, lookBack).ifPresent(notes::add);
    }
    return notes;
  }

  private SortedSet<LocalDate> computed() {
    SortedSet<LocalDate> computed = new TreeSet<>(weeks);
    computed.addAll(restated);
    return computed;
  }

  /** The weeks that are published, in order. */
  private List<RowsRead> published() {
    return lake
        .rows(LakeTable.CORPUS_WEEK)
        .select(col("week_start"), col("articles_read").as("published"), lit(0L).as("staged"))
        .union(
            staging
                .read(LakeTable.CORPUS_WEEK)
                .select(col("week_start"), lit(0L), col("articles_read")))
        .groupBy("week_start")
        .agg(sum("published").as("published"), sum("staged"))
        .where("published > 0")
        .orderBy("week_start")
        .collectAsList()
        .stream()
        .map(row -> new RowsRead(row.getDate(0).toLocalDate(), row.getLong(1), row.getLong(2)))
        .toList();
  }

  private static Optional<String> shrunk(List<RowsRead> replaced) {
    List<String> shrunk =
        replaced.stream().filter(RowsRead::hasShrunk).map(RowsRead::told).toList();
    return shrunk.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "replaces weeks by fewer than half of the rows that were published: " + told(shrunk));
  }

  /** A lake is comparable where one corpus fills it. */
  private Optional<String> ofOtherInputs() {
    List<String> others =
        lake
            .rows(LakeTable.ARTICLES)
            .where(
                col("week_start")
                    .isin(weeks.toArray())
                    .and(not(col("input").isin(inputs.toArray()))))
            .groupBy("input")
            .count()
            .orderBy("input")
            .collectAsList()
            .stream()
            .map(row -> row.getString(0) + " (" + row.getLong(1) + ")")
            .toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of("replaces articles that came from other inputs: " + told(others));
  }

  private Optional<String> outdated(List<LocalDate> later, int lookBack) {
    SortedSet<LocalDate> changed = changed();
    List<String> outdated =
        later.stream()
            .filter(week -> !changed.subSet(week.minusWeeks(lookBack), week).isEmpty())
            .map(RunPlan::label)
            .toList();
    return outdated.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "change and spike of later weeks still compare with the stories that were published"
                + " before; run these weeks, too: "
                + told(outdated));
  }

  /** Weeks that the run computes whose stories are other than those published. */
  private SortedSet<LocalDate> changed() {
    Dataset<Row> before =
        lake.rows(LakeTable.ENTITY_WEEK)
            .where(col("week_start").isin(computed().toArray()))
            .select(STORIES)
            .withColumn("sign", lit(-1));
    Dataset<Row> now =
        staging.read(LakeTable.ENTITY_WEEK).select(STORIES).withColumn("sign", lit(1));
    return before
        .union(now)
        .groupBy(STORIES)
        .agg(sum("sign").as("difference"))
        .where("difference <> 0")
        .select("week_start")
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> row.getDate(0).toLocalDate())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String told(List<String> weeks) {
    String first = String.join(" ", weeks.subList(0, Math.min(MOST_TOLD, weeks.size())));
    return weeks.size() <= MOST_TOLD
        ? first
        : first + " and " + (weeks.size() - MOST_TOLD) + " more";
  }
}
