package org.newstide.report;

import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.newstide.table.LakeTable;
import org.newstide.table.PublishedTables;
import org.newstide.table.PublishedWeeks;

/**
 * Reads the sentences beneath the figures: per organisation and week the clearest favourable and
 * unfavourable ones, stated ties and stated shares. What does not fit is left out by rank, the
 * weakest first, so that every organisation and week keeps its best; of equal rank the oldest week
 * goes first, and within a week no kind goes before another.
 */
final class EvidenceReader {
  /** Bytes of sentences, sources and addresses that a report may hold. */
  static final int BUDGET = 900_000;

  /** What a row costs beside its texts. */
  private static final int FRAME = 90;

  private static final int PER_WEEK_AND_TONE = 3;
  private static final int PER_WEEK_AND_TIE = 3;

  /** Evidence, and how much was found. */
  record Found(List<ReportData.Evidence> kept, long all) {}

  /**
   * @param rank among its kind for its organisation and week, from 1
   */
  record Ranked(int rank, ReportData.Evidence evidence) {}

  /**
   * @param turn place among the evidence of its rank, week and kind, from 1
   */
  private record Turn(int turn, Ranked ranked) {}

  private final PublishedTables tables;
  private final PublishedWeeks weeks;

  EvidenceReader(PublishedTables tables, PublishedWeeks weeks) {
    this.tables = tables;
    this.weeks = weeks;
  }

  Found evidence() {
    List<Ranked> ranked = new ArrayList<>();
    Dataset<Row> articles =
        tables
            .rows(LakeTable.ARTICLES)
            .where(weeks.condition())
            .select("article_id", "source", "url");
    for (Dataset<Row> kind : List.of(ties(), shares(), tones())) {
      kind.join(articles, "article_id")
          .orderBy(
              functions.desc("weight"),
              functions.col("organisation"),
              functions.col("other"),
              functions.col("kind"),
              functions.col("article_id"),
              functions.col("sentence"))
          .collectAsList()
          .forEach(row -> ranked.add(ranked(row)));
    }
    return new Found(withinBudget(ranked), ranked.size());
  }

  /** The best within the budget, newest week first. */
  static List<ReportData.Evidence> withinBudget(List<Ranked> ranked) {
    List<ReportData.Evidence> kept = new ArrayList<>();
    int bytes = 0;
    for (Turn next : inTurn(ranked)) {
      bytes += cost(next.ranked().evidence());
      if (bytes > BUDGET) {
        break;
      }
      kept.add(next.ranked().evidence());
    }
    kept.sort(Comparator.comparingInt(ReportData.Evidence::week).reversed());
    return kept;
  }

  /** By rank, then from the newest week back, then one of each kind in turn. */
  private static List<Turn> inTurn(List<Ranked> ranked) {
    Map<List<Object>, Integer> taken = new HashMap<>();
    return ranked.stream()
        .map(
            next -> {
              ReportData.Evidence evidence = next.evidence();
              List<Object> row = List.of(next.rank(), evidence.week(), evidence.kind());
              return new Turn(taken.merge(row, 1, Integer::sum), next);
            })
        .sorted(
            Comparator.comparingInt((Turn next) -> next.ranked().rank())
                .thenComparing(next -> next.ranked().evidence().week(), Comparator.reverseOrder())
                .thenComparingInt(Turn::turn))
        .toList();
  }

  static int cost(ReportData.Evidence evidence) {
    String url = evidence.origin().url();
    return FRAME
        + bytes(evidence.sentence())
        + bytes(evidence.origin().source())
        + (url == null ? 0 : bytes(url));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** One sentence per story, the clearest; at most three a week, organisation and tone. */
  private Dataset<Row> tones() {
    return tables
        .rows(LakeTable.MENTIONS)
        .where(weeks.condition())
        .selectExpr(
            "article_id",
            "week_start",
            "story_id",
            "mention_id",
            "organisation_id AS organisation",
            "if(p_positive > p_negative, 'favourable', 'unfavourable') AS kind",
            "greatest(p_positive, p_negative) AS weight",
            "relevance",
            "sentence")
        .where("weight >= 0.5")
        .selectExpr(
            "*",
            "row_number() OVER (PARTITION BY week_start, organisation, story_id"
                + " ORDER BY weight DESC, relevance DESC, mention_id) AS in_story")
        .where("in_story = 1")
        .selectExpr(
            "article_id",
            "week_start",
            "organisation",
            "'' AS other",
            "kind",
            "weight",
            "sentence",
            "row_number() OVER (PARTITION BY week_start, organisation, kind"
                + " ORDER BY weight * relevance DESC, mention_id) AS rank")
        .where("rank <= " + PER_WEEK_AND_TONE);
  }

  private Dataset<Row> ties() {
    return tables
        .rows(LakeTable.RELATIONS)
        .where(weeks.condition())
        .where("polarity = 'asserted'")
        .selectExpr(
            "*",
            "row_number() OVER (PARTITION BY week_start, organisation_a, organisation_b, type,"
                + " story_id ORDER BY confidence DESC, article_id) AS in_story")
        .where("in_story = 1")
        .selectExpr(
            "article_id",
            "week_start",
            "organisation_a AS organisation",
            "organisation_b AS other",
            "type AS kind",
            "confidence AS weight",
            "sentence",
            "row_number() OVER (PARTITION BY week_start, organisation_a, organisation_b, type"
                + " ORDER BY confidence DESC, article_id) AS rank")
        .where("rank <= " + PER_WEEK_AND_TIE);
  }

  private Dataset<Row> shares() {
    Dataset<Row> stories = tables.rows(LakeTable.ARTICLES).select("article_id", "story_id");
    return tables
        .rows(LakeTable.SHARE_CLAIMS)
        .where(weeks.condition())
        .join(stories, "article_id")
        .transform(EvidenceReader::rankedShares);
  }

  /**
   * Copies of a statement count once. Each story's first statement of an organisation's week comes
   * before any story's second.
   *
   * @param claims with their {@code story_id}
   */
  static Dataset<Row> rankedShares(Dataset<Row> claims) {
    return claims
        .selectExpr(
            "*",
            "row_number() OVER (PARTITION BY week_start, organisation_id, story_id, low, high,"
                + " lower(market) ORDER BY article_id, claim_id) AS copy")
        .where("copy = 1")
        .selectExpr(
            "*",
            "row_number() OVER (PARTITION BY week_start, organisation_id, story_id"
                + " ORDER BY article_id, claim_id) AS in_story")
        .selectExpr(
            "article_id",
            "week_start",
            "organisation_id AS organisation",
            "'' AS other",
            "'share' AS kind",
            "(low + high) / 2 AS weight",
            "sentence",
            "row_number() OVER (PARTITION BY week_start, organisation_id"
                + " ORDER BY in_story, article_id, claim_id) AS rank");
  }

  private Ranked ranked(Row row) {
    return new Ranked(
        row.getAs("rank"),
        new ReportData.Evidence(
            weeks.placeOf(row.<Date>getAs("week_start").toLocalDate()),
            row.getAs("organisation"),
            row.getAs("other"),
            row.getAs("kind"),
            Math.round(100 * row.<Double>getAs("weight")) / 100.0,
            row.getAs("sentence"),
            new ReportData.Origin(row.getAs("source"), WebAddress.orNull(row.getAs("url")))));
  }
}
