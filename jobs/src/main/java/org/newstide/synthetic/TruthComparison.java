package org.newstide.synthetic;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.newstide.sentiment.Label;
import org.newstide.synthetic.TruthReport.Coverage;
import org.newstide.synthetic.TruthReport.Reading;
import org.newstide.synthetic.TruthReport.ShareError;
import org.newstide.table.Lake;
import org.newstide.table.LakeTable;
import scala.collection.JavaConverters;

/**
 * Holds the published tables of a synthetic corpus against its truth.
 *
 * <p><b>Shares of voice</b> count the corpus, so their truth is the count of what was written. The
 * planted share, from which the corpus was drawn, stands beside it.
 *
 * <p><b>Net sentiment</b> estimates, from the week's stories, the mean over all stories that could
 * have been told; its interval expresses which of them were. Its truth is therefore the planted P -
 * N, not the mean of the stories that happened to be drawn. A model reads the stories, and no
 * reader is perfect: a clear success read as 92% favourable pulls the estimate toward zero, however
 * many stories there are. So two coverages are told. The first holds the intervals against the
 * planted P - N: interval and reader together, the figure that counts. The second holds them
 * against the planted mix as this reader reads it, P r(positive) + Neu r(neutral) + N r(negative),
 * where r(tone) is its mean reading p(positive) - p(negative) of all stories of the tone in the
 * corpus: the interval alone. Where they differ, the reader is the cause.
 */
public final class TruthComparison {
  private static final String ENTITY_WEEK =
      "week_start date, category string, level string, entity_id string, planted_share double,"
          + " p_negative double, p_neutral double, p_positive double, net_sentiment double,"
          + " mentions bigint, articles bigint, stories bigint, share_of_voice_mentions double,"
          + " share_of_voice_articles double, share_of_voice_stories double,"
          + " share_of_voice_source_balanced double";
  private static final String ARTICLES =
      "url string, organisation_id string, tone string, original_url string";
  private static final String CORPUS =
      "accepted bigint, exact_duplicates bigint, matched bigint, stories bigint";
  private static final List<String> BASES =
      List.of("mentions", "articles", "stories", "source_balanced");

  /** Stories per entity and week from which a band of coverage starts. */
  private static final int[] BANDS = {0, 10, 20, 50, 100, 200};

  private final SparkSession spark;
  private final Lake lake;
  private final String truth;

  /**
   * @param truth the folder {@code truth} of the corpus
   */
  public TruthComparison(SparkSession spark, Lake lake, String truth) {
    this.spark = spark;
    this.lake = lake;
    this.truth = truth;
  }

  /** Compares all weeks of the truth. */
  public TruthReport report() {
    Dataset<Row> joined = joined().persist();
    try {
      Map<Label, Reading> readings = readings();
      return new TruthReport(counts(), shareErrors(joined), readings, coverages(joined, readings));
    } finally {
      joined.unpersist();
    }
  }

  /** Truth and measurement of every entity and week that either of them names. */
  private Dataset<Row> joined() {
    Dataset<Row> written = read(ENTITY_WEEK, TruthFiles.ENTITY_WEEK).as("w");
    Dataset<Row> measured =
        lake.read(LakeTable.ENTITY_WEEK)
            .join(written.select("week_start").distinct(), seq("week_start"), "left_semi")
            .as("m");
    return measured
        .join(written, seq("week_start", "category", "level", "entity_id"), "full")
        .where("w.stories > 0 OR m.stories > 0");
  }

  /** What was written and what was found, by name. */
  private Map<String, long[]> counts() {
    Row written = read(CORPUS, TruthFiles.CORPUS).head();
    Row measured =
        lake.read(LakeTable.CORPUS_WEEK)
            .agg(sum("articles_accepted"), sum("exact_duplicates"), sum("articles_matched"))
            .head();
    long stories = lake.read(LakeTable.ARTICLES).select("story_id").distinct().count();
    Map<String, long[]> counts = new LinkedHashMap<>();
    counts.put("accepted articles", new long[] {written.getLong(0), measured.getLong(0)});
    counts.put("exact duplicates", new long[] {written.getLong(1), measured.getLong(1)});
    counts.put("articles that name", new long[] {written.getLong(2), measured.getLong(2)});
    counts.put("stories", new long[] {written.getLong(3), stories});
    return counts;
  }

  private static List<ShareError> shareErrors(Dataset<Row> joined) {
    List<ShareError> errors = new ArrayList<>();
    for (String basis : BASES) {
      String share = "share_of_voice_" + basis;
      errors.add(shareError(joined, basis, "m." + share, "w." + share));
    }
    errors.add(
        shareError(
            joined, "stories, against planted", "m.share_of_voice_stories", "w.planted_share"));
    return errors;
  }

  private static ShareError shareError(
      Dataset<Row> joined, String basis, String measured, String written) {
    Column error =
        abs(coalesce(col(measured), lit(0)).minus(coalesce(col(written), lit(0)))).multiply(100);
    Row row = joined.agg(count(lit(1)), avg(error), max(error)).head();
    return new ShareError(basis, row.getLong(0), row.getDouble(1), row.getDouble(2));
  }

  /** How the model of the lake reads the stories of each tone. */
  private Map<Label, Reading> readings() {
    Dataset<Row> tones = read(ARTICLES, TruthFiles.ARTICLES);
    Dataset<Row> mentions =
        lake.read(LakeTable.MENTIONS)
            .join(
                lake.read(LakeTable.ARTICLES).select("article_id", "url"),
                seq("article_id"),
                "inner")
            .join(tones, seq("url", "organisation_id"), "inner");
    Column label =
        expr(
            "CASE WHEN p_neutral >= p_negative AND p_neutral >= p_positive THEN 'neutral'"
                + " WHEN p_negative >= p_positive THEN 'negative' ELSE 'positive' END");
    List<Row> rows =
        mentions
            .groupBy("original_url", "organisation_id", "tone")
            .agg(
                avg("p_negative").as("p_negative"),
                avg("p_neutral").as("p_neutral"),
                avg("p_positive").as("p_positive"))
            .groupBy("tone")
            .agg(
                count(lit(1)),
                avg(col("p_positive").minus(col("p_negative"))),
                avg(label.equalTo(col("tone")).cast("double")))
            .collectAsList();
    Map<Label, Reading> readings = new EnumMap<>(Label.class);
    for (Row row : rows) {
      readings.put(
          Label.valueOf(row.getString(0).toUpperCase(Locale.ROOT)),
          new Reading(row.getLong(1), row.getDouble(2), row.getDouble(3)));
    }
    return readings;
  }

  private static List<Coverage> coverages(Dataset<Row> joined, Map<Label, Reading> readings) {
    Column asRead = lit(0.0);
    for (Map.Entry<Label, Reading> reading : readings.entrySet()) {
      asRead =
          asRead.plus(col("w.p_" + reading.getKey().label()).multiply(reading.getValue().mean()));
    }
    // An entity stands in several categories with the same figures.
    Dataset<Row> estimates =
        joined
            .where("m.net_sentiment IS NOT NULL AND w.net_sentiment IS NOT NULL")
            .select(
                col("week_start"),
                col("level"),
                col("entity_id"),
                col("m.stories").as("stories"),
                col("m.net_sentiment").as("net"),
                col("m.net_sentiment_low").as("low"),
                col("m.net_sentiment_high").as("high"),
                col("w.net_sentiment").as("planted"),
                asRead.as("as_read"))
            .dropDuplicates("week_start", "level", "entity_id")
            .persist();
    List<Coverage> coverages = new ArrayList<>();
    coverages.add(coverage("all", estimates));
    coverages.add(coverage("organisations", estimates.where("level = 'organisation'")));
    coverages.add(coverage("offerings", estimates.where("level = 'offering'")));
    for (int band = 0; band < BANDS.length; band++) {
      int from = BANDS[band];
      boolean isLast = band == BANDS.length - 1;
      String name =
          isLast ? from + " stories and more" : from + "-" + (BANDS[band + 1] - 1) + " stories";
      Column within = col("stories").geq(from);
      coverages.add(
          coverage(
              name,
              estimates.where(isLast ? within : within.and(col("stories").lt(BANDS[band + 1])))));
    }
    estimates.unpersist();
    return coverages;
  }

  private static Coverage coverage(String of, Dataset<Row> estimates) {
    Row row =
        estimates
            .agg(
                count(lit(1)),
                expr("coalesce(avg(CAST(planted BETWEEN low AND high AS DOUBLE)), 0.0)"),
                expr("coalesce(avg(CAST(as_read BETWEEN low AND high AS DOUBLE)), 0.0)"),
                expr("coalesce(avg(net - planted), 0.0)"),
                expr("coalesce(avg(abs(net - planted)), 0.0)"),
                expr("coalesce(avg(high - low) / 2, 0.0)"))
            .head();
    return new Coverage(
        of,
        row.getLong(0),
        row.getDouble(1),
        row.getDouble(2),
        row.getDouble(3),
        row.getDouble(4),
        row.getDouble(5));
  }

  private Dataset<Row> read(String schema, String file) {
    return spark.read().schema(schema).json(truth + "/" + file);
  }

  private static scala.collection.immutable.Seq<String> seq(String... names) {
    return JavaConverters.asScalaBuffer(List.of(names)).toList();
  }
}
