package org.newstide.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newstide.table.Lake;
import org.newstide.table.LakeTable;

/**
 * What a run's weeks do to what was published before. A run changes no week outside its range, so
 * it tells where a later one looks back at figures that are no longer there, and where a delivery
 * is much smaller than the one that it replaces.
 *
 * @param weeks Mondays of the weeks that the run replaces
 * @param inputs names of those that it has read
 */
record ReplacedWeeks(Lake lake, Staging staging, List<LocalDate> weeks, List<String> inputs) {
  private static final int MOST_TOLD = 10;
  private static final Column[] STORIES = {
    col("week_start"), col("category"), col("level"), col("entity_id"), col("stories")
  };

  /**
   * @param lookBack how many weeks change and spike look back
   */
  List<String> notes(int lookBack) {
    SortedMap<LocalDate, Long> published = rowsRead(lake.read(LakeTable.CORPUS_WEEK));
    List<String> notes = new ArrayList<>();
    shrunk(published).ifPresent(notes::add);
    ofOtherInputs(published).ifPresent(notes::add);
    outdated(published.keySet().stream().toList(), lookBack).ifPresent(notes::add);
    return notes;
  }

  private static SortedMap<LocalDate, Long> rowsRead(Dataset<Row> corpusWeek) {
    SortedMap<LocalDate, Long> read = new TreeMap<>();
    corpusWeek
        .groupBy("week_start")
        .agg(sum("articles_read"))
        .collectAsList()
        .forEach(row -> read.put(row.getDate(0).toLocalDate(), row.getLong(1)));
    return read;
  }

  private Optional<String> shrunk(SortedMap<LocalDate, Long> published) {
    if (weeks.stream().noneMatch(published::containsKey)) {
      return Optional.empty();
    }
    Map<LocalDate, Long> staged = rowsRead(staging.read(LakeTable.CORPUS_WEEK));
    List<String> shrunk =
        weeks.stream()
            .filter(week -> 2 * staged.getOrDefault(week, 0L) < published.getOrDefault(week, 0L))
            .map(
                week ->
                    RunPlan.label(week)
                        + " ("
                        + staged.getOrDefault(week, 0L)
                        + " of "
                        + published.get(week)
                        + ")")
            .toList();
    return shrunk.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "replaces weeks by fewer than half of the rows that were published: " + told(shrunk));
  }

  /** A lake is comparable where one corpus fills it. */
  private Optional<String> ofOtherInputs(SortedMap<LocalDate, Long> published) {
    if (weeks.stream().noneMatch(published::containsKey)) {
      return Optional.empty();
    }
    List<String> others =
        lake
            .read(LakeTable.ARTICLES)
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

  private Optional<String> outdated(List<LocalDate> published, int lookBack) {
    List<LocalDate> later =
        published.stream()
            .filter(week -> !weeks.contains(week) && week.isAfter(weeks.get(0)))
            .toList();
    if (later.isEmpty()) {
      return Optional.empty();
    }
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

  /** Weeks of the run whose stories are other than those published. */
  private SortedSet<LocalDate> changed() {
    Dataset<Row> before =
        lake.read(LakeTable.ENTITY_WEEK)
            .where(col("week_start").isin(weeks.toArray()))
            .select(STORIES);
    Dataset<Row> now = staging.read(LakeTable.ENTITY_WEEK).select(STORIES);
    return now
        .except(before)
        .union(before.except(now))
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
