package org.newstide.synthetic;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.newstide.synthetic.TruthCounts.Kind;

/**
 * A run of rows that is written as one file. A story and all its copies stand in one slice, and a
 * slice draws from its own randomness, so slices can be written in any order and at once.
 */
final class Slice {
  private static final long WEEK_SECONDS = 7 * 86_400L;
  private static final long LONGEST_DELAY = 3 * 86_400L;
  private static final int LATEST_ROWS = 64;

  /** Where rows and the truth about them go. */
  interface Sink {
    void row(SyntheticArticle article) throws IOException;

    void truth(SyntheticArticle article, Story story, SyntheticArticle original) throws IOException;
  }

  private final CorpusPlan plan;
  private final SplittableRandom random;
  private final StoryTeller teller;
  private final List<String> sources;
  private final List<String> hosts;
  private final long number;
  private final long size;
  private final TruthCounts counts;
  private final Instant start;
  private final SyntheticArticle[] latest = new SyntheticArticle[LATEST_ROWS];
  private long written;
  private int usable;

  Slice(
      CorpusPlan plan,
      Phrasebook phrases,
      Cast cast,
      PlantedTrends trends,
      long number,
      long size) {
    this.plan = plan;
    this.number = number;
    this.size = size;
    // Any two slices are far apart in the sequence of the seed's generator (Steele et al. 2014).
    this.random = new SplittableRandom(plan.seed() ^ (number + 1) * 0xbf58476d1ce4e5b9L);
    this.teller = new StoryTeller(phrases, cast, trends, plan.pairs(), random);
    this.sources = phrases.words("source");
    this.hosts = sources.stream().map(Slice::host).toList();
    this.counts = new TruthCounts(cast, plan.weeks(), sources.size());
    this.start = plan.from().weekStart().atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  TruthCounts write(Sink sink) throws IOException {
    CorpusPlan.Parts parts = plan.parts();
    double copiesPerStory = parts.copies() / parts.originals();
    double all = 1 - parts.copies();
    while (written < size) {
      double drawn = random.nextDouble() * all;
      if ((drawn -= parts.noise()) < 0) {
        nobody("noise", Kind.NOISE, sink);
      } else if ((drawn -= parts.lookAlikes()) < 0) {
        nobody("lookalike", Kind.LOOK_ALIKE, sink);
      } else if ((drawn -= parts.broken()) < 0) {
        broken(sink);
      } else if (drawn < parts.exactDuplicates() && usable > 0) {
        row(latest[random.nextInt(Math.min(usable, LATEST_ROWS))], Kind.EXACT_DUPLICATE, sink);
      } else {
        story(copiesPerStory, sink);
      }
    }
    return counts;
  }

  private void story(double copiesPerStory, Sink sink) throws IOException {
    int week = random.nextInt(plan.weeks());
    long second = week * WEEK_SECONDS + random.nextLong(WEEK_SECONDS);
    int source = source();
    Story story = teller.story(week);
    SyntheticArticle original = article(story, source, second);
    usable(original, Kind.ORIGINAL, sink);
    sink.truth(original, story, original);
    counts.article(story, week, source);
    counts.story(story, week);
    long lastSecond = plan.weeks() * WEEK_SECONDS - 1;
    int countedTo = week;
    // A geometric number of copies with the wanted mean.
    while (written < size && random.nextDouble() * (1 + copiesPerStory) < copiesPerStory) {
      long later = Math.min(lastSecond, second + random.nextLong(60, LONGEST_DELAY));
      int copySource = (source + random.nextInt(1, sources.size())) % sources.size();
      Story told = teller.copy(story);
      SyntheticArticle copy = article(told, copySource, later);
      int copyWeek = (int) (later / WEEK_SECONDS);
      usable(copy, Kind.COPY, sink);
      sink.truth(copy, told, original);
      counts.article(told, copyWeek, copySource);
      if (copyWeek > countedTo) {
        countedTo = copyWeek;
        counts.story(told, copyWeek);
      }
    }
  }

  private void nobody(String kind, Kind counted, Sink sink) throws IOException {
    long second = random.nextLong(plan.weeks() * WEEK_SECONDS);
    usable(article(teller.nobody(kind), source(), second), counted, sink);
  }

  /** Rows that the contract refuses: no text, or no believable date. */
  private void broken(Sink sink) throws IOException {
    long second = random.nextLong(plan.weeks() * WEEK_SECONDS);
    SyntheticArticle whole = article(teller.story((int) (second / WEEK_SECONDS)), source(), second);
    int way = random.nextInt(5);
    SyntheticArticle row =
        switch (way) {
          case 0 -> dated(whole, "");
          case 1 -> dated(whole, "last week");
          case 2 -> dated(whole, whole.publishedAt().replaceFirst("-\\d\\d-\\d\\d", "-13-45"));
          case 3 -> dated(whole, start.plus(20 * 365, ChronoUnit.DAYS).toString());
          default -> new SyntheticArticle(whole.url(), whole.source(), whole.publishedAt(), "", "");
        };
    row(row, way < 4 ? Kind.BAD_TIMESTAMP : Kind.EMPTY_TEXT, sink);
  }

  private static SyntheticArticle dated(SyntheticArticle article, String date) {
    return new SyntheticArticle(
        article.url(), article.source(), date, article.title(), article.body());
  }

  private SyntheticArticle article(Story story, int source, long second) {
    String name = sources.get(source);
    String url = "https://" + hosts.get(source) + "/" + number + "/" + written;
    return new SyntheticArticle(
        url, name, start.plusSeconds(second).toString(), story.title(), story.body());
  }

  private static String host(String source) {
    return source.toLowerCase(Locale.ROOT).replace(' ', '-') + ".example";
  }

  /** Early sources print more: source k in proportion to about 1 / sqrt(k). */
  private int source() {
    double drawn = random.nextDouble();
    return (int) (drawn * drawn * sources.size());
  }

  /** A row that is accepted, so it may come again as an exact duplicate. */
  private void usable(SyntheticArticle article, Kind kind, Sink sink) throws IOException {
    latest[usable++ % LATEST_ROWS] = article;
    row(article, kind, sink);
  }

  private void row(SyntheticArticle article, Kind kind, Sink sink) throws IOException {
    sink.row(article);
    counts.row(kind);
    written++;
  }
}
