package org.newstide.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.sketch.BloomFilter;

/**
 * Articles of the run's weeks that earlier runs have published in other weeks. A corrected or late
 * article keeps its id and changes its week; so that it counts once, the published row takes part
 * when {@link Versions} chooses.
 *
 * <p>A run that has read all of the other week, too, and did not find the article there, knows that
 * its date was changed: then the published row is the lesser version whatever its date.
 */
final class PublishedElsewhere implements AutoCloseable {
  /** Stands for the input of a published row; no configured input has an empty name. */
  static final String INPUT = "";

  private static final double FALSE_POSITIVES = 0.01;
  private static final String[] PLACE = {"article_id", "week_day"};
  private static final String[] ARTICLE_ID = {"article_id"};

  /** The first half of an id of 32 hexadecimal digits, as a signed number. */
  private static final Column HIGH =
      expr("CAST(conv(substring(article_id, 1, 16), 16, -10) AS BIGINT)");

  private final Dataset<Row> cached;
  private final Dataset<Row> rows;

  private PublishedElsewhere(Dataset<Row> cached, Dataset<Row> rows) {
    this.cached = cached;
    this.rows = rows;
  }

  /**
   * @param published the articles table
   * @param corpusWeek the table of that name, beside it
   * @param staged rows of the extract stage
   * @param weeks the Mondays that the run replaces
   * @return empty where no article of these weeks is published in another
   */
  static Optional<PublishedElsewhere> find(
      Dataset<Row> published, Dataset<Row> corpusWeek, Dataset<Row> staged, List<LocalDate> weeks) {
    Dataset<Row> others = keyed(published.where(not(col("week_start").isin(weeks.toArray()))));
    if (others.isEmpty()) {
      return Optional.empty();
    }
    Object[] weekDays = weeks.stream().map(week -> (int) week.toEpochDay()).toArray();
    Dataset<Row> here = keysOf(others, staged).where(col("week_day").isin(weekDays));
    Dataset<Row> rows = others.join(here, ARTICLE_ID, "left_semi");
    rows.persist(StorageLevel.MEMORY_AND_DISK());
    if (rows.isEmpty()) {
      rows.unpersist();
      return Optional.empty();
    }
    return Optional.of(new PublishedElsewhere(rows, datedByTheRun(rows, corpusWeek, staged)));
  }

  /** Published articles with the columns of {@link Versions#unpacked}. */
  private static Dataset<Row> keyed(Dataset<Row> published) {
    return published.select(
        lit(INPUT).as("input"),
        lit("").as("source_file"),
        HIGH.as("high"),
        lit(Long.MIN_VALUE).as("version_hash"),
        unix_micros(col("published_at")).as("published_micros"),
        unix_date(col("week_start")).as("week_day"),
        col("source"),
        col("article_id"));
  }

  /** Dates those that the run looked for in vain before all times, so that they are no latest. */
  private static Dataset<Row> datedByTheRun(
      Dataset<Row> published, Dataset<Row> corpusWeek, Dataset<Row> staged) {
    Dataset<Row> missing = published.join(keysOf(published, staged), PLACE, "left_anti");
    Dataset<Row> gone =
        missing
            .where(col("week_day").isin(weeksRead(missing, corpusWeek, staged)))
            .select(col("article_id"), col("week_day"), lit(true).as("is_gone"));
    return published
        .join(gone, PLACE, "left")
        .withColumn(
            "published_micros",
            when(col("is_gone"), Long.MIN_VALUE).otherwise(col("published_micros")))
        .drop("is_gone");
  }

  /**
   * Weeks of which the run has read as many rows as were published, but for the missing articles: a
   * stray row of a week is no reading of it.
   */
  private static Object[] weeksRead(
      Dataset<Row> missing, Dataset<Row> corpusWeek, Dataset<Row> staged) {
    Dataset<Row> held =
        Staged.of(staged, Staged.Kind.TALLY)
            .select(col("week_day"), col("rows"))
            .unionByName(missing.select(col("week_day"), lit(1L).as("rows")))
            .groupBy("week_day")
            .agg(sum("rows").as("held"));
    return corpusWeek
        .groupBy(unix_date(col("week_start")).as("week_day"))
        .agg(sum("articles_read").as("published"))
        .join(held, "week_day")
        .where("held >= published")
        .select("week_day")
        .collectAsList()
        .stream()
        .map(row -> row.getInt(0))
        .toArray();
  }

  /** The run's rows of these articles, and by chance few others. */
  private static Dataset<Row> keysOf(Dataset<Row> articles, Dataset<Row> staged) {
    BloomFilter ids = articles.stat().bloomFilter("high", articles.count(), FALSE_POSITIVES);
    return Versions.unpacked(Staged.of(staged, Staged.Kind.KEYS), ids);
  }

  /** With the columns of {@link Versions#unpacked}. */
  Dataset<Row> rows() {
    return rows;
  }

  @Override
  public void close() {
    cached.unpersist();
  }
}
