package org.newstide.ingest;

import static org.apache.spark.sql.functions.col;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.article.PublishedAtParser;
import org.newstide.config.InputConfig;

/**
 * How the first rows of an input are read: enough to see that the configured date formats fit.
 *
 * @param malformed lines that are no JSON object; 0 where a filter leaves only some of the others,
 *     so that these tell nothing of how many are whole
 * @param rows the others
 * @param read rows with a readable date
 * @param earliest of the dates read
 * @param latest of the dates read
 * @param unread some dates of the other rows, as the corpus writes them
 */
public record DateSample(
    int malformed,
    int rows,
    int read,
    Optional<Instant> earliest,
    Optional<Instant> latest,
    List<String> unread) {
  private static final int MOST_ROWS = 1000;
  private static final int EXAMPLES = 3;
  private static final int LONGEST_EXAMPLE = 40;
  private static final Column IS_WELL_FORMED = col(RawArticle.MALFORMED).equalTo("");

  /**
   * Reads the dates of the first rows of the first file, and nothing else of them. Where that file
   * has none, or its filter leaves none, it reads on in the others until there are some.
   */
  public static DateSample take(
      SparkSession spark, InputConfig input, InputContract.Checked checked) {
    if (checked.files().isEmpty()) {
      return of(List.of(), input);
    }
    DateSample first = of(firstRows(dates(spark, input, checked.onlyFirstFile())), input);
    if (first.rows() > 0 || checked.files().size() == 1) {
      return first;
    }
    return of(firstRows(dates(spark, input, checked).where(IS_WELL_FORMED)), input)
        .with(first.malformed());
  }

  /**
   * Why hardly a row of this input would be read; empty where most are.
   *
   * @param input its name
   */
  public Optional<NewstideException> problem(String input) {
    String place = "input " + input;
    if (malformed + rows == 0) {
      return rejected(
          "INPUT_EMPTY",
          "there is no row to read",
          place,
          "Check path and filter of the input, or deliver it again");
    }
    if (malformed > rows) {
      return rejected(
          "MALFORMED",
          String.format(
              Locale.ROOT,
              "of the first %,d lines %,d are no JSON objects of its columns",
              malformed + rows,
              malformed),
          place,
          "Write one JSON object a line, or deliver the input again");
    }
    if (read * 2 < rows) {
      return rejected(
          "BAD_TIMESTAMP",
          String.format(
              Locale.ROOT,
              "of the first %,d dates only %,d can be read, and '%s' cannot",
              rows,
              read,
              unread.get(0)),
          place + ": columns.published_at",
          "Name the right column, or add the pattern to date.formats");
    }
    return Optional.empty();
  }

  private static Optional<NewstideException> rejected(
      String code, String problem, String place, String remedy) {
    return Optional.of(
        new NewstideException(ExitCode.INPUT_REJECTED, code, problem, place, remedy));
  }

  private static Dataset<Row> dates(
      SparkSession spark, InputConfig input, InputContract.Checked checked) {
    Dataset<Row> rows = CorpusReader.read(spark, input, checked, Integer.MAX_VALUE);
    return (input.filter().isPresent() ? rows.where(IS_WELL_FORMED) : rows)
        .select(RawArticle.PUBLISHED_TEXT, RawArticle.PUBLISHED_MICROS, RawArticle.MALFORMED);
  }

  private static List<Row> firstRows(Dataset<Row> rows) {
    return rows.takeAsList(MOST_ROWS);
  }

  private static DateSample of(List<Row> lines, InputConfig input) {
    PublishedAtParser dates = new PublishedAtParser(input.dateFormats(), input.zone());
    List<Row> rows = lines.stream().filter(line -> line.getString(2).isEmpty()).toList();
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
        lines.size() - rows.size(),
        rows.size(),
        read.size(),
        read.stream().min(Instant::compareTo),
        read.stream().max(Instant::compareTo),
        unread);
  }

  private DateSample with(int malformedBefore) {
    return new DateSample(malformedBefore, rows, read, earliest, latest, unread);
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
