package org.newstide.trend;

import static org.apache.spark.sql.functions.not;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the weekly tables are computed from. Columns are those of the tables of the same name.
 *
 * @param corpusWeek what was read per week and source; the denominator of attention
 * @param articles accepted articles that name an entity, with their story
 * @param mentions mentions with calibrated probabilities of six decimals
 * @param relations stated ties
 * @param shareClaims stated market shares
 * @param publishedEntityWeek published rows of {@code entity_week}; those of other weeks, up to the
 *     last of {@code weeks}, tell who was named before, and change and spike are measured against
 *     them where they lie before a week; may be empty
 * @param publishedCorpusWeek published rows of {@code corpus_week}; they tell which of these weeks
 *     were measured, also where they name nobody of a category
 * @param entities {@code entity_id, organisation_id, level, category}, one row per entity and
 *     category; level is {@code organisation} or {@code offering}
 * @param weeks Mondays of the weeks to compute; rows of other weeks are ignored
 */
public record TrendInput(
    Dataset<Row> corpusWeek,
    Dataset<Row> articles,
    Dataset<Row> mentions,
    Dataset<Row> relations,
    Dataset<Row> shareClaims,
    Dataset<Row> publishedEntityWeek,
    Dataset<Row> publishedCorpusWeek,
    Dataset<Row> entities,
    List<LocalDate> weeks) {

  public TrendInput {
    weeks = weeks.stream().distinct().sorted().toList();
    if (weeks.isEmpty()) {
      throw new IllegalArgumentException("Trends need at least one week");
    }
  }

  Dataset<Row> ofWeeks(Dataset<Row> rows) {
    return rows.where(isOfWeeks(rows.col("week_start")));
  }

  /** Published rows of the weeks before the last, but for the weeks that are computed. */
  Dataset<Row> ofEarlierWeeks(Dataset<Row> published) {
    Column week = published.col("week_start");
    return published.where(week.lt(weeks.get(weeks.size() - 1)).and(not(isOfWeeks(week))));
  }

  private Column isOfWeeks(Column weekStart) {
    return weekStart.isin(weeks.toArray());
  }
}
