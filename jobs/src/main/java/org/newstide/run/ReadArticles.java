package org.newstide.run;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.newstide.article.PublishedAtParser;
import org.newstide.ingest.RawRows;
import org.newstide.reading.ArticleReader;

/** The one pass over the text: raw rows in, {@link Staged} rows out. */
final class ReadArticles implements FlatMapFunction<Iterator<InternalRow>, Row> {
  private static final long serialVersionUID = 3;

  /**
   * What a row must satisfy.
   *
   * @param input name of the input
   * @param dates reads the dates that are text
   * @param earliest first day that is believed
   * @param latest last day that is believed
   * @param weeks the run's weeks; rows of other weeks are counted, not read
   * @param withPassages whether a second reader will ask for the passages
   */
  record Rules(
      String input,
      PublishedAtParser dates,
      LocalDate earliest,
      LocalDate latest,
      WeekRange weeks,
      boolean withPassages)
      implements java.io.Serializable {}

  private final Rules rules;
  private final Broadcast<ArticleReader> reader;

  ReadArticles(Rules rules, Broadcast<ArticleReader> reader) {
    this.rules = rules;
    this.reader = reader;
  }

  @Override
  public Iterator<Row> call(Iterator<InternalRow> rows) {
    RawRows raw = new RawRows();
    Queue<Row> ready = new ArrayDeque<>();
    RowReader articles = new RowReader(rules, reader.value(), ready::add);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        while (ready.isEmpty() && rows.hasNext()) {
          articles.read(raw.article(rows.next()));
        }
        if (ready.isEmpty()) {
          articles.finish();
        }
        return !ready.isEmpty();
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return ready.remove();
      }
    };
  }
}
