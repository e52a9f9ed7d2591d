package org.newstide.synthetic;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.newstide.sentiment.Label;
import org.newstide.synthetic.TruthReport.Basis;
import org.newstide.synthetic.TruthReport.Count;
import org.newstide.synthetic.TruthReport.Estimate;
import org.newstide.synthetic.TruthReport.Reading;
import org.newstide.synthetic.TruthReport.Share;
import org.newstide.table.Lake;
import org.newstide.table.LakeTable;
import org.newstide.table.PublishedTables;
import scala.collection.JavaConverters;
import scala.collection.immutable.Seq;

/**
 * Gathers what the published tables of a synthetic corpus tell and what its truth says; {@link
 * TruthReport} holds the one against the other.
 */
public final class TruthComparison {
  private static final String ENTITY_WEEK =
      "week_start date, category string, level string, entity_id string, planted_share double,"
          + " p_negative double, p_neutral double, p_positive double, stories bigint,"
          + " share_of_voice_mentions double, share_of_voice_articles double,"
          + " share_of_voice_stories double, share_of_voice_source_balanced double";
  private static final String ARTICLES =
      "url string, organisation_id string, tone string, in_title boolean, original_url string";
  private static final String CORPUS =
      "accepted bigint, exact_duplicates bigint, matched bigint, stories bigint";

  private final SparkSession spark;
  private final PublishedTables tables;
  private final String truth;

  /**
   * @param truth the folder {@code truth} of the corpus
   */
  public TruthComparison(SparkSession spark, Lake lake, String truth) {
    this.spark = spark;
    this.tables = PublishedTables.of(lake);
    this.truth = truth;
  }

  /** Compares all weeks of the truth. */
  public TruthReport report() {
    List<Row> entityWeeks = entityWeeks();
    return new TruthReport(counts(), shares(entityWeeks), readings(), estimates(entityWeeks));
  }

  /** What was written and what was found. */
  private List<Count> counts() {
    Row written = read(CORPUS, TruthFiles.CORPUS).head();
    Row found =
        tables
            .rows(LakeTable.CORPUS_WEEK)
            .agg(sum("articles_accepted"), sum("exact_duplicates"), sum("articles_matched"))
            .head();
    long stories = tables.rows(LakeTable.ARTICLES).where("is_original").count();
    return List.of(
        new Count("accepted articles", written.getLong(0), found.getLong(0)),
        new Count("exact duplicates", written.getLong(1), found.getLong(1)),
        new Count("articles that name", written.getLong(2), found.getLong(2)),
        new Count("stories", written.getLong(3), stories));
  }

  /**
   * Every entity and week that is named in the truth or in the table: the key, the planted share,
   * the planted tones, the measured estimate, then for each basis the written and the measured
   * share. There are a few thousand: what follows needs no Spark.
   */
  private List<Row> entityWeeks() {
    Dataset<Row> written = read(ENTITY_WEEK, TruthFiles.ENTITY_WEEK).as("w");
    Dataset<Row> measured =
        tables
            .rows(LakeTable.ENTITY_WEEK)
            .join(
                functions.broadcast(written.select("week_start").distinct()),
                names("week_start"),
                "left_semi")
            .as("m");
    List<Column> columns = new ArrayList<>();
    for (String key : List.of("week_start", "category", "level", "entity_id")) {
      columns.add(col(key));
    }
    columns.add(number("w.planted_share"));
    for (Label tone : Label.values()) {
      columns.add(col("w.p_" + tone.label()).as("planted_" + tone.label()));
    }
    columns.add(col("m.stories").as("stories"));
    columns.add(col("m.net_sentiment").as("net_sentiment"));
    columns.add(col("m.net_sentiment_low").as("low"));
    columns.add(col("m.net_sentiment_high").as("high"));
    for (Basis basis : Basis.values()) {
      columns.add(number("w." + basis.column()).as("written_" + basis.column()));
      columns.add(number("m." + basis.column()).as("measured_" + basis.column()));
    }
    return measured
        .join(written, names("week_start", "category", "level", "entity_id"), "full")
        .where("w.stories > 0 OR m.stories > 0")
        .select(columns.toArray(Column[]::new))
        .collectAsList();
  }

  /** Whoever is missing on one side has no share there. */
  private static Column number(String column) {
    return functions.coalesce(col(column), lit(0.0)).as(column.substring(2));
  }

  private static List<Share> shares(List<Row> entityWeeks) {
    List<Share> shares = new ArrayList<>();
    for (Row row : entityWeeks) {
      for (Basis basis : Basis.values()) {
        shares.add(
            new Share(
                basis,
                row.getAs("planted_share"),
                row.getAs("written_" + basis.column()),
                row.getAs("measured_" + basis.column())));
      }
    }
    return shares;
  }

  /** An entity stands in several categories with the same estimate: it counts once. */
  private static List<Estimate> estimates(List<Row> entityWeeks) {
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    for (Row row : entityWeeks) {
      if (row.getAs("net_sentiment") != null && row.getAs("planted_neutral") != null) {
        String level = row.getAs("level");
        String entity = row.getAs("entity_id");
        Tones planted =
            new Tones(
                row.getAs("planted_negative"),
                row.getAs("planted_neutral"),
                row.getAs("planted_positive"));
        estimates.put(
            row.getAs("week_start") + " " + level + " " + entity,
            new Estimate(
                level,
                row.getAs("stories"),
                planted,
                row.getAs("net_sentiment"),
                row.getAs("low"),
                row.getAs("high")));
      }
    }
    return List.copyOf(estimates.values());
  }

  /** How the sentiment model of the lake reads the stories of each tone. */
  private List<Reading> readings() {
    Dataset<Row> tones = read(ARTICLES, TruthFiles.ARTICLES);
    Dataset<Row> mentions =
        tables
            .rows(LakeTable.MENTIONS)
            .select("article_id", "organisation_id", "p_negative", "p_neutral", "p_positive")
            .join(
                tables.rows(LakeTable.ARTICLES).select("article_id", "url"),
                names("article_id"),
                "inner")
            .join(tones, names("url", "organisation_id"), "inner");
    Column label =
        expr(
            "CASE WHEN p_neutral >= p_negative AND p_neutral >= p_positive THEN 'neutral'"
                + " WHEN p_negative >= p_positive THEN 'negative' ELSE 'positive' END");
    return mentions
        .groupBy("original_url", "organisation_id", "tone", "in_title")
        .agg(
            avg("p_negative").as("p_negative"),
            avg("p_neutral").as("p_neutral"),
            avg("p_positive").as("p_positive"))
        .groupBy("tone", "in_title")
        .agg(
            count(lit(1)),
            avg(col("p_positive").minus(col("p_negative"))),
            avg(label.equalTo(col("tone")).cast("double")))
        .orderBy(col("in_title").desc(), col("tone"))
        .collectAsList()
        .stream()
        .map(
            row ->
                new Reading(
                    Label.valueOf(row.getString(0).toUpperCase(Locale.ROOT)),
                    row.getBoolean(1),
                    row.getLong(2),
                    row.getDouble(3),
                    row.getDouble(4)))
        .toList();
  }

  private Dataset<Row> read(String schema, String file) {
    return spark.read().schema(schema).json(truth + "/" + file);
  }

  private static Seq<String> names(String... names) {
    return JavaConverters.asScalaBuffer(List.of(names)).toList();
  }
}
