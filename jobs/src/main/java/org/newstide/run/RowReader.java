package org.newstide.run;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.newstide.article.AbsentAddress;
import org.newstide.article.ArticleId;
import org.newstide.article.Document;
import org.newstide.article.IsoWeek;
import org.newstide.article.TextCleaner;
import org.newstide.ingest.RawArticle;
import org.newstide.reading.ArticleReader;
import org.newstide.reading.Reading;

/**
 * Reads the rows of one task. Dates are judged first, then the gate looks at the raw bytes, and
 * only what may name an entity is decoded, cleaned and read, some dozen articles at a time.
 */
final class RowReader {
  private static final int EXCERPT_LENGTH = 200;
  private static final long SECONDS_PER_DAY = 86_400;
  private static final long MICROS_PER_DAY = SECONDS_PER_DAY * 1_000_000;

  private final ReadArticles.Rules rules;
  private final ArticleReader articles;
  private final Consumer<Row> staged;
  private final Candidates candidates = new Candidates();
  private final Tallies tallies = new Tallies();
  private final KeyBlock keys;
  private final long earliestDay;
  private final long latestDay;

  /**
   * @param staged takes the rows of {@link Staged}
   */
  RowReader(ReadArticles.Rules rules, ArticleReader articles, Consumer<Row> staged) {
    this.rules = rules;
    this.articles = articles;
    this.staged = staged;
    this.keys = new KeyBlock(rules.input(), staged);
    this.earliestDay = rules.earliest().toEpochDay();
    this.latestDay = rules.latest().toEpochDay();
  }

  void read(RawArticle raw) {
    String source = Sources.name(raw.source(), raw.url(), rules.input());
    if (!raw.malformed().isEmpty()) {
      reject(raw, source, null, QuarantineReason.MALFORMED, raw.malformed());
      return;
    }
    OptionalLong published = published(raw);
    if (published.isEmpty()) {
      String excerpt = "date '" + date(raw) + "', " + place(raw, source);
      reject(raw, source, null, QuarantineReason.BAD_TIMESTAMP, excerpt);
      return;
    }
    long micros = published.getAsLong();
    int weekDay = weekDay(micros);
    if (raw.tooLarge()) {
      reject(raw, source, weekDay, QuarantineReason.DOC_TOO_LARGE, place(raw, source));
    } else if (isBlank(raw.title()) && isBlank(raw.body())) {
      reject(raw, source, weekDay, QuarantineReason.EMPTY_TEXT, place(raw, source));
    } else {
      accept(raw, new Staged.Dated(source, micros, weekDay, raw.versionHash()));
    }
  }

  /** Reads what still waits, and hands on what is still counted and packed. */
  void finish() {
    readCandidates();
    keys.drain();
    tallies.drainTo(rules.input(), staged);
  }

  private void accept(RawArticle raw, Staged.Dated dated) {
    if (!rules.weeks().contains(dated.weekDay())
        || !(articles.mayMention(raw.title()) || articles.mayMention(raw.body()))) {
      count(raw, dated);
      return;
    }
    candidates.add(new Candidates.Candidate(raw, dated, document(raw, dated)));
    if (candidates.isFull()) {
      readCandidates();
    }
  }

  private void readCandidates() {
    candidates
        .readAll(articles)
        .forEach(
            read ->
                read.reading()
                    .ifPresentOrElse(
                        reading -> stage(read.article(), reading),
                        () -> rejectOverfull(read.article())));
  }

  private void stage(Candidates.Candidate article, Reading reading) {
    RawArticle raw = article.raw();
    ArticleId id = count(raw, article.dated());
    if (!reading.mentions().isEmpty()) {
      String url = hasAddress(raw) ? decode(raw.url()) : "";
      Row row =
          ReadingRow.of(url, raw.language(), article.document(), reading, rules.withPassages());
      staged.accept(Staged.matched(origin(raw), article.dated(), id.toString(), row));
    }
  }

  private void rejectOverfull(Candidates.Candidate article) {
    RawArticle raw = article.raw();
    String source = article.dated().source();
    int weekDay = article.dated().weekDay();
    reject(raw, source, weekDay, QuarantineReason.TOO_MANY_MENTIONS, place(raw, source));
  }

  private ArticleId count(RawArticle raw, Staged.Dated dated) {
    ArticleId id = id(raw, dated.source());
    keys.add(raw.sourceFile(), id, dated);
    tallies.add(dated.source(), dated.weekDay(), null);
    return id;
  }

  private static Document document(RawArticle raw, Staged.Dated dated) {
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(dated.publishedMicros(), MICROS_PER_DAY));
    return new Document(
        TextCleaner.text(decode(raw.title())),
        TextCleaner.text(decode(raw.body())),
        Optional.of(day));
  }

  private void reject(
      RawArticle raw, String source, Integer weekDay, QuarantineReason reason, String excerpt) {
    tallies.add(source, weekDay, reason);
    String id = id(raw, source).toString();
    String bounded = excerpt.substring(0, Math.min(excerpt.length(), EXCERPT_LENGTH));
    staged.accept(Staged.rejected(origin(raw), source, weekDay, reason, id, bounded));
  }

  private Staged.Origin origin(RawArticle raw) {
    return new Staged.Origin(rules.input(), raw.sourceFile());
  }

  /**
   * A line that is no JSON has no columns: its beginning tells it from others. An article that is
   * too large comes without its words, but with their hash.
   */
  private static ArticleId id(RawArticle raw, String source) {
    if (!raw.malformed().isEmpty()) {
      return ArticleId.of(source, raw.malformed(), "");
    }
    if (hasAddress(raw)) {
      return ArticleId.of(raw.url());
    }
    return raw.tooLarge()
        ? ArticleId.of(source, Long.toHexString(raw.versionHash()), "")
        : ArticleId.of(source, decode(raw.title()), decode(raw.body()));
  }

  private static boolean hasAddress(RawArticle raw) {
    return !AbsentAddress.is(raw.url());
  }

  /** The Monday of a time's week, as days since 1970. */
  static int weekDay(long micros) {
    return (int) IsoWeek.mondayOf(Math.floorDiv(micros, MICROS_PER_DAY));
  }

  private OptionalLong published(RawArticle raw) {
    if (raw.publishedMicros() == null) {
      return believed(rules.dates().parse(raw.publishedText()));
    }
    long micros = raw.publishedMicros();
    return isBelieved(Math.floorDiv(micros, MICROS_PER_DAY))
        ? OptionalLong.of(micros)
        : OptionalLong.empty();
  }

  /** The bounds come first: the microseconds of a year of nine digits fit no number. */
  private OptionalLong believed(Optional<Instant> time) {
    return time.isPresent()
            && isBelieved(Math.floorDiv(time.get().getEpochSecond(), SECONDS_PER_DAY))
        ? OptionalLong.of(ChronoUnit.MICROS.between(Instant.EPOCH, time.get()))
        : OptionalLong.empty();
  }

  private boolean isBelieved(long day) {
    return day >= earliestDay && day <= latestDay;
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

  /** Where a row can be found again: by its address, else its title, else its source and date. */
  private static String place(RawArticle raw, String source) {
    if (hasAddress(raw)) {
      return quoted("url", decode(raw.url()));
    }
    return isBlank(raw.title())
        ? quoted("source", source) + ", " + quoted("date", date(raw))
        : quoted("title", decode(raw.title()));
  }

  private static String date(RawArticle raw) {
    return raw.publishedMicros() == null
        ? raw.publishedText()
        : Instant.EPOCH.plus(raw.publishedMicros(), ChronoUnit.MICROS).toString();
  }

  private static String quoted(String name, String value) {
    return name + " '" + value + "'";
  }
}
