package org.newstide.shift;

import static org.apache.spark.sql.functions.expr;

import java.sql.Date;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newstide.article.IsoWeek;
import org.newstide.table.LakeTable;
import org.newstide.table.PublishedTables;

/** The sentences that an answer rests on: ties of the partner with either provider, then names. */
final class ShiftEvidence {
  private static final int SENTENCES = 10;

  /** What a sentence tells, the strongest first; the places decide which are shown. */
  private static final int ASSERTED = 0;

  private static final int HYPOTHETICAL = 1;
  private static final int NAMED_TOGETHER = 2;

  private final PublishedTables tables;
  private final ShiftQuestion question;
  private final String inWeeks;

  /**
   * @param inWeeks condition on week_start
   */
  ShiftEvidence(PublishedTables tables, ShiftQuestion question, String inWeeks) {
    this.tables = tables;
    this.question = question;
    this.inWeeks = inWeeks;
  }

  /**
   * Ties of the partner with either provider, asserted or hypothetical, and which way they speak.
   */
  Dataset<Row> ties() {
    return tables
        .rows(LakeTable.RELATIONS)
        .where(inWeeks)
        .where("polarity <> 'negated' AND type <> 'competition'")
        .withColumn(
            "side",
            expr(
                "CASE WHEN organisation_a = '%1$s' THEN organisation_b WHEN organisation_b = '%1$s' THEN organisation_a END"
                    .formatted(question.partner().id())))
        .where("side IN " + sides())
        .selectExpr(
            "week_start",
            "story_id",
            "article_id",
            "side",
            "type AS kind",
            "(side = '%s') = (type <> 'tension') AS speaks_for".formatted(question.to().id()),
            "polarity = 'asserted' AS asserted",
            "confidence",
            "sentence");
  }

  /**
   * Asserted ties first; where they are few, hypothetical ones, then sentences that name the
   * partner beside one provider. One a story; half of each direction where both have them.
   */
  List<ShiftFindings.Sentence> best() {
    Dataset<Row> articles =
        tables.rows(LakeTable.ARTICLES).where(inWeeks).select("article_id", "source", "url");
    return candidates()
        .withColumn("in_story", place("story_id", "article_id, kind, side"))
        .where("in_story = 1")
        .withColumn("twin", place("sentence", "week_start, story_id"))
        .where("twin = 1")
        .withColumn("place", place("speaks_for, strength", "week_start, story_id"))
        .where("place <= " + SENTENCES)
        .join(articles, "article_id")
        .orderBy("strength", "place", "speaks_for", "story_id")
        .limit(SENTENCES)
        .collectAsList()
        .stream()
        .map(ShiftEvidence::sentence)
        .toList();
  }

  private static Column place(String within, String ties) {
    return expr(
        "row_number() OVER (PARTITION BY %s ORDER BY strength, confidence DESC, %s)"
            .formatted(within, ties));
  }

  private Dataset<Row> candidates() {
    Dataset<Row> told =
        ties()
            .withColumn("strength", expr("if(asserted, " + ASSERTED + ", " + HYPOTHETICAL + ")"))
            .withColumn("kind", expr("if(asserted, kind, concat('hypothetical ', kind))"))
            .drop("asserted");
    return told.unionByName(namedTogether());
  }

  private Dataset<Row> namedTogether() {
    Dataset<Row> mentions =
        tables
            .rows(LakeTable.MENTIONS)
            .where(inWeeks)
            .select(
                "week_start",
                "story_id",
                "article_id",
                "sentence",
                "organisation_id",
                "match_confidence");
    Dataset<Row> partners =
        mentions
            .where("organisation_id = '%s'".formatted(question.partner().id()))
            .groupBy("article_id", "sentence")
            .agg(expr("max(match_confidence) AS partner_confidence"));
    return mentions
        .where("organisation_id IN " + sides())
        .join(partners, new String[] {"article_id", "sentence"}, "inner")
        .groupBy("week_start", "story_id", "article_id", "sentence")
        .agg(
            expr("min(organisation_id) AS side"),
            expr("count(DISTINCT organisation_id) AS named"),
            expr("max(match_confidence * partner_confidence) AS confidence"))
        // A sentence that names both providers speaks for neither.
        .where("named = 1")
        .selectExpr(
            "week_start",
            "story_id",
            "article_id",
            "side",
            "'named together' AS kind",
            "side = '%s' AS speaks_for".formatted(question.to().id()),
            "confidence",
            "sentence",
            NAMED_TOGETHER + " AS strength");
  }

  private String sides() {
    return "('%s', '%s')".formatted(question.from().id(), question.to().id());
  }

  private static ShiftFindings.Sentence sentence(Row row) {
    return new ShiftFindings.Sentence(
        new IsoWeek(row.<Date>getAs("week_start").toLocalDate()).label(),
        row.getAs("side"),
        row.getAs("kind"),
        row.getAs("speaks_for"),
        row.getAs("confidence"),
        row.getAs("sentence"),
        row.getAs("source"),
        row.getAs("url"));
  }
}
