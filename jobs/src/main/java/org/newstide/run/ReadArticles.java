package org.newstide.run;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Optional;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.newstide.article.ArticleId;
import org.newstide.article.Document;
import org.newstide.article.IsoWeek;
import org.newstide.article.PublishedAtParser;
import org.newstide.article.TextCleaner;
import org.newstide.reading.ArticleReader;
import org.newstide.reading.Reading;

/**
 * The one pass over the text: a raw row in, a {@link Staged} row out. Dates are judged first, then
 * the gate looks at the raw bytes, and only what may name an entity is decoded, cleaned and read.
 */
final class ReadArticles implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1;
  private static final int EXCERPT_LENGTH = 200;

  /**
   * What a row must satisfy.
   *
   * @param input name of the input
   * @param dates reads the dates that are text
   * @param earliest first day that is believed
   * @param latest last day that is believed
   * @param weeks the run's weeks; rows of other weeks are counted, not read
   */
  record Rules(
      String input, PublishedAtParser dates, LocalDate earliest, LocalDate latest, WeekRange weeks)
      implements java.io.Serializable {}

  private final Rules rules;
  private final Broadcast<ArticleReader> reader;

  ReadArticles(Rules rules, Broadcast<ArticleReader> reader) {
    this.rules = rules;
    this.reader = reader;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    ArticleReader articles = reader.value();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Row next() {
        return stage(rows.next(), articles);
      }
    };
  }

  private Row stage(Row raw, ArticleReader articles) {
    String url = raw.getString(1);
    byte[] title = raw.getAs(5);
    byte[] body = raw.getAs(6);
    Optional<Instant> published = published(raw);
    String source = Sources.name(raw.getString(2), url, rules.input());
    String id =
        url.isBlank() ? ArticleId.of("", source, decode(title), decode(body)) : ArticleId.of(url);
    StagedRow staged =
        new StagedRow(rules.input(), raw.getString(0), id, source, VersionHash.of(title, body));
    if (published.isEmpty()) {
      return staged.quarantined(
          QuarantineReason.BAD_TIMESTAMP,
          excerpt("date '" + raw.getString(3) + "', title '", title));
    }
    Instant time = published.get();
    IsoWeek week = IsoWeek.of(time);
    StagedRow dated = staged.at(time, week.weekStart());
    if (raw.getBoolean(8)) {
      return dated.quarantined(QuarantineReason.DOC_TOO_LARGE, "url '" + cut(url) + "'");
    }
    if (isBlank(title) && isBlank(body)) {
      return dated.quarantined(QuarantineReason.EMPTY_TEXT, "url '" + cut(url) + "'");
    }
    boolean isInRange = rules.weeks().contains(week.weekStart());
    if (!isInRange || !(articles.mayMention(title) || articles.mayMention(body))) {
      return dated.unmatched();
    }
    Document document =
        new Document(
            TextCleaner.clean(decode(title)).text(),
            TextCleaner.clean(decode(body)).text(),
            Optional.of(time.atZone(ZoneOffset.UTC).toLocalDate()));
    Reading reading = articles.read(document);
    return reading.mentions().isEmpty()
        ? dated.unmatched()
        : dated.matched(ReadingRow.of(url, raw.getString(7), document, reading));
  }

  private Optional<Instant> published(Row raw) {
    Optional<Instant> time =
        raw.isNullAt(4)
            ? rules.dates().parse(raw.getString(3))
            : Optional.of(Instant.EPOCH.plus(raw.getLong(4), ChronoUnit.MICROS));
    return time.filter(
        instant -> {
          LocalDate day = instant.atZone(ZoneOffset.UTC).toLocalDate();
          return !day.isBefore(rules.earliest()) && !day.isAfter(rules.latest());
        });
  }

  private static boolean isBlank(byte[] text) {
    for (byte unit : text) {
      if (unit < 0 || unit > ' ') {
        return false;
      }
    }
    return true;
  }

  private static String decode(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static String excerpt(String before, byte[] title) {
    return cut(before + decode(title)) + "'";
  }

  private static String cut(String text) {
    return text.length() <= EXCERPT_LENGTH ? text : text.substring(0, EXCERPT_LENGTH);
  }

  /** A row on its way into the stage, filled in as it is judged. */
  private static final class StagedRow {
    private final Object[] values = new Object[Staged.SCHEMA.size()];

    StagedRow(String input, String file, String id, String source, long versionHash) {
      values[0] = input;
      values[1] = file;
      values[2] = id;
      values[3] = source;
      values[4] = versionHash;
      values[9] = false;
    }

    StagedRow at(Instant time, LocalDate weekStart) {
      values[5] = ChronoUnit.MICROS.between(Instant.EPOCH, time);
      values[6] = (int) weekStart.toEpochDay();
      return this;
    }

    Row quarantined(QuarantineReason reason, String excerpt) {
      values[7] = reason.name();
      values[8] = excerpt;
      return row();
    }

    Row unmatched() {
      return row();
    }

    Row matched(Row reading) {
      values[9] = true;
      values[10] = reading;
      return row();
    }

    private Row row() {
      return RowFactory.create(values);
    }
  }
}
