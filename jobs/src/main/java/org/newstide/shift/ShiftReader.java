package org.newstide.shift;

import static org.apache.spark.sql.functions.expr;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newstide.NewstideException;
import org.newstide.article.IsoWeek;
import org.newstide.table.LakeTable;
import org.newstide.table.PublishedTables;
import org.newstide.table.PublishedWeeks;
import org.newstide.trend.StoryReadings;

/** Reads from the published tables what an answer rests on; Spark counts, the rest is small. */
public final class ShiftReader {
  private static final String[] SUMS = {
    "of_from", "of_to", "beside_from", "beside_to", "tone_from", "tone_to", "for_it", "against_it"
  };

  private final PublishedTables tables;
  private final ShiftQuestion question;
  private final PublishedWeeks weeks;
  private final ShiftEvidence evidence;

  /**
   * @throws NewstideException {@code NO_WEEKS} where the question's weeks hold none that was
   *     published
   */
  public ShiftReader(PublishedTables tables, ShiftQuestion question) {
    this.tables = tables;
    this.question = question;
    weeks = PublishedWeeks.all(tables, question.firstWeek(), question.lastWeek());
    evidence = new ShiftEvidence(tables, question, weeks.condition());
  }

  /** The answer. */
  public ShiftFindings findings() {
    List<ShiftFindings.Figure> figures =
        ShiftAnswer.figures(weeks.list(), cells(), question.names());
    return new ShiftFindings(
        question.from().id(),
        question.to().id(),
        question.partner().id(),
        weeks.list().stream().map(IsoWeek::label).toList(),
        figures,
        evidence.best());
  }

  private static String is(String column, ShiftQuestion.Party party) {
    return column + " = '" + party.id() + "'";
  }

  private List<Cell> cells() {
    Dataset<Row> stories = stories().cache();
    try {
      return stories
          .join(ties(), new String[] {"week_start", "story_id"}, "left")
          .groupBy("week_start", "source")
          .sum(SUMS)
          .orderBy("week_start", "source")
          .collectAsList()
          .stream()
          .map(this::cell)
          .toList();
    } finally {
      stories.unpersist();
    }
  }

  private Cell cell(Row row) {
    return new Cell(
        weeks.placeOf(row.getDate(0).toLocalDate()),
        row.getString(1),
        count(row, "of_from"),
        count(row, "of_to"),
        count(row, "beside_from"),
        count(row, "beside_to"),
        count(row, "tone_from") / 1e6,
        count(row, "tone_to") / 1e6,
        count(row, "for_it"),
        count(row, "against_it"));
  }

  /** A sum; null where no story of the cell states a tie. */
  private static long count(Row row, String column) {
    Long sum = row.getAs("sum(" + column + ")");
    return sum == null ? 0 : sum;
  }

  /** One row a story and week, with tones in millionths as in {@link StoryReadings}. */
  private Dataset<Row> stories() {
    String from = is("organisation_id", question.from());
    String to = is("organisation_id", question.to());
    String partner = is("organisation_id", question.partner());
    return tables
        .rows(LakeTable.MENTIONS)
        .where(weeks.condition())
        .where(from + " OR " + to + " OR " + partner)
        .withColumn("negative", StoryReadings.micro("p_negative"))
        .withColumn("positive", StoryReadings.micro("p_positive"))
        .groupBy("week_start", "story_id", "article_id", "source", "published_at")
        .agg(
            expr("max(" + from + ") AS names_from"),
            expr("max(" + to + ") AS names_to"),
            expr("max(" + partner + ") AS names_partner"),
            toward(from, "negative").as("from_negative"),
            toward(from, "positive").as("from_positive"),
            toward(to, "negative").as("to_negative"),
            toward(to, "positive").as("to_positive"))
        .groupBy("week_start", "story_id")
        .agg(
            expr("min_by(source, struct(published_at, article_id)) AS source"),
            expr("max(names_from) AS f"),
            expr("max(names_to) AS t"),
            expr("max(names_partner) AS p"),
            StoryReadings.mean("from_negative").as("from_negative"),
            StoryReadings.mean("from_positive").as("from_positive"),
            StoryReadings.mean("to_negative").as("to_negative"),
            StoryReadings.mean("to_positive").as("to_positive"))
        .selectExpr(
            "week_start",
            "story_id",
            "source",
            "CAST(f AS BIGINT) AS of_from",
            "CAST(t AS BIGINT) AS of_to",
            "CAST(f AND p AS BIGINT) AS beside_from",
            "CAST(t AND p AS BIGINT) AS beside_to",
            "coalesce(from_positive - from_negative, 0) AS tone_from",
            "coalesce(to_positive - to_negative, 0) AS tone_to");
  }

  /** The mean over an article's mentions of one party; null where it names it nowhere. */
  private static Column toward(String isParty, String probability) {
    return StoryReadings.mean("if(" + isParty + ", " + probability + ", NULL)");
  }

  /** Of stories that assert ties of the partner: whether any speaks for the move, or against. */
  private Dataset<Row> ties() {
    return evidence
        .ties()
        .where("asserted")
        .groupBy("week_start", "story_id")
        .agg(
            expr("CAST(max(speaks_for) AS BIGINT) AS for_it"),
            expr("CAST(max(NOT speaks_for) AS BIGINT) AS against_it"));
  }
}
