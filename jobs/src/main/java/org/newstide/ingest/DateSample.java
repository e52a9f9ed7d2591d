package org.newstide.ingest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.newstide.article.PublishedAtParser;
import org.newstide.config.InputConfig;

/**
 * How the first dates of an input are read: enough to see that the configured formats fit.
 *
 * @param taken rows looked at
 * @param read of them with a readable date
 * @param earliest of the dates read
 * @param latest of the dates read
 * @param unread some of the others, as the corpus writes them
 */
public record DateSample(
    int taken,
    int read,
    Optional<Instant> earliest,
    Optional<Instant> latest,
    List<String> unread) {
  private static final int ROWS = 1000;
  private static final int EXAMPLES = 3;
  private static final int LONGEST_EXAMPLE = 40;

  /** Reads the dates of the first rows of the first file, and nothing else of them. */
  public static DateSample take(
      SparkSession spark, InputConfig input, InputContract.Checked checked) {
    if (checked.files().isEmpty()) {
      return new DateSample(0, 0, Optional.empty(), Optional.empty(), List.of());
    }
    List<Row> rows =
        CorpusReader.read(spark, input, checked.onlyFirstFile(), Integer.MAX_VALUE)
            .select(RawArticle.PUBLISHED_TEXT, RawArticle.PUBLISHED_MICROS)
            .takeAsList(ROWS);
    PublishedAtParser dates = new PublishedAtParser(input.dateFormats(), input.zone());
    List<Instant> read = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    for (Row row : rows) {
      Optional<Instant> date = date(row, dates);
      date.ifPresent(read::add);
      if (date.isEmpty() && unread.size() < EXAMPLES) {
        unread.add(excerpt(row.getString(0)));
      }
    }
    return new DateSample(
        rows.size(),
        read.size(),
        read.stream().min(Instant::compareTo),
        read.stream().max(Instant::compareTo),
        unread);
  }

  private static Optional<Instant> date(Row row, PublishedAtParser dates) {
    return row.isNullAt(1)
        ? dates.parse(row.getString(0))
        : Optional.of(Instant.EPOCH.plus(row.getLong(1), ChronoUnit.MICROS));
  }

  private static String excerpt(String date) {
    String line = date.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= LONGEST_EXAMPLE ? line : line.substring(0, LONGEST_EXAMPLE) + "...";
  }
}
