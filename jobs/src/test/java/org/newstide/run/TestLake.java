package org.newstide.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.newstide.article.IsoWeek;
import org.newstide.config.NewstideConfig;
import org.newstide.table.Lake;
import org.newstide.table.LakeTable;

/** A lake and a JSON-lines corpus in a test's folder. */
final class TestLake {
  static final StageListener SILENT =
      new StageListener() {
        @Override
        public void started(String step) {}

        @Override
        public void finished(String step, long rows) {}
      };
  private static final Path ROOT = Path.of(System.getProperty("newstide.root"));

  /** The lake of the news behind its first run, once a test has asked for it. */
  private static Path publishedNews;

  private final Path folder;
  private final List<String> lines = new ArrayList<>();
  private Map<String, String> settings = Map.of();

  TestLake(Path folder) {
    this.folder = folder;
  }

  /** Four articles of three weeks, the last of which names no company. */
  static TestLake ofNews(Path folder) {
    return new TestLake(folder)
        .article(
            "https://a.example/1",
            "a",
            "2024-01-02T08:00:00Z",
            "Microsoft lifts Azure forecast",
            "Microsoft said on Tuesday that demand for Azure rose.")
        .article(
            "https://b.example/1",
            "b",
            "2024-01-03",
            "Amazon Web Services faces outage",
            "Customers of AWS could not reach their data for hours.")
        .article(
            "https://c.example/1",
            "c",
            "2024-01-09",
            "OpenAI and Microsoft extend their partnership",
            "OpenAI will run on Azure for years, Microsoft said.")
        .article(
            "https://d.example/1",
            "d",
            "2024-01-16",
            "Village fair opens",
            "Nothing here names a company.");
  }

  TestLake article(String url, String source, String publishedAt, String title, String body) {
    lines.add(
        """
        {"url": "%s", "source": "%s", "published_at": "%s", "title": "%s", "body": "%s"}"""
            .formatted(url, source, publishedAt, title, body));
    return this;
  }

  /** The corpus' lines as they will be written. */
  List<String> lines() {
    return lines;
  }

  /** Settings of the runs to come, beside the defaults. */
  TestLake with(Map<String, String> settings) {
    this.settings = settings;
    return this;
  }

  Path corpus() {
    return folder.resolve("corpus");
  }

  NewstideConfig config() {
    try {
      Files.createDirectories(corpus());
      Files.write(corpus().resolve("articles.jsonl"), lines);
      Path file = folder.resolve("test.conf");
      Files.writeString(
          file,
          """
          lake.path = "%s"
          catalog.path = "%s"
          ingest.as_of = "2024-06-30"
          sentiment.engine = linear
          inputs = [{
            name = test, format = json, path = "%s"
            columns { url = url, source = source, published_at = published_at, title = title, body = body }
          }]
          """
              .formatted(folder.resolve("lake"), ROOT.resolve("conf/catalog"), corpus()));
      return NewstideConfig.load(file, settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, Long> run(SparkSession spark) {
    return run(spark, Optional.empty(), SILENT);
  }

  /** As {@link #run} of the news as they are, which is run once for all tests and then copied. */
  void published(SparkSession spark) {
    if (!lines.equals(ofNews(folder).lines)) {
      throw new IllegalStateException("The corpus has changed: it needs a run of its own.");
    }
    config(); // writes corpus and settings, as a run would
    try {
      if (publishedNews == null) {
        Path first = Files.createTempDirectory("newstide-news");
        FileUtils.forceDeleteOnExit(first.toFile());
        ofNews(first).run(spark);
        publishedNews = first.resolve("lake");
      }
      FileUtils.copyDirectory(publishedNews.toFile(), folder.resolve("lake").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, Long> run(SparkSession spark, String fromWeek, String toWeek) {
    return job(spark, fromWeek, toWeek).run();
  }

  Map<String, Long> run(SparkSession spark, Optional<WeekRange> weeks, StageListener listener) {
    return job(spark, weeks, listener).run();
  }

  /** Stops where a killed machine would: the step has begun, nothing of it is written. */
  static StageListener crashingAt(String step) {
    return new StageListener() {
      @Override
      public void started(String begun) {
        if (begun.equals(step)) {
          throw new IllegalStateException("crash at " + step);
        }
      }

      @Override
      public void finished(String ended, long rows) {}
    };
  }

  /** A run of all weeks, whose stages are called one by one. */
  NewstideJob job(SparkSession spark) {
    return job(spark, Optional.empty(), SILENT);
  }

  NewstideJob job(SparkSession spark, String fromWeek, String toWeek) {
    return job(
        spark,
        Optional.of(
            new WeekRange(IsoWeek.parse(fromWeek).weekStart(), IsoWeek.parse(toWeek).weekStart())),
        SILENT);
  }

  NewstideJob job(SparkSession spark, String week, StageListener listener) {
    LocalDate monday = IsoWeek.parse(week).weekStart();
    return job(spark, Optional.of(new WeekRange(monday, monday)), listener);
  }

  private NewstideJob job(SparkSession spark, Optional<WeekRange> weeks, StageListener listener) {
    NewstideConfig config = config();
    RunPlan plan = new RunPlan(config, weeks, config.ingest().asOf().orElse(LocalDate.EPOCH));
    return new NewstideJob(spark, plan, listener);
  }

  /** What the runs of all weeks stage. */
  Staging staging(SparkSession spark) {
    RunPlan plan = new RunPlan(config(), Optional.empty(), LocalDate.EPOCH);
    return new Staging(spark, plan, lake(spark));
  }

  Lake lake(SparkSession spark) {
    return new Lake(spark, folder.resolve("lake").toString());
  }

  /**
   * The rows of all published tables but the ledger, as sorted JSON: equal where the contents are.
   */
  Map<LakeTable, List<String>> contents(SparkSession spark) {
    Map<LakeTable, List<String>> contents = new java.util.EnumMap<>(LakeTable.class);
    for (LakeTable table : LakeTable.values()) {
      if (table != LakeTable.RUNS) {
        contents.put(
            table, lake(spark).read(table).toJSON().collectAsList().stream().sorted().toList());
      }
    }
    return contents;
  }

  Dataset<Row> runs(SparkSession spark) {
    return lake(spark).read(LakeTable.RUNS);
  }

  /** The weeks in which an article stands. */
  List<String> places(SparkSession spark, String url) {
    return texts(lake(spark).read(LakeTable.ARTICLES).where(functions.col("url").equalTo(url)));
  }

  List<String> weeksOf(SparkSession spark, LakeTable table) {
    return texts(lake(spark).read(table).dropDuplicates("week_start"));
  }

  private static List<String> texts(Dataset<Row> rows) {
    return rows.selectExpr("cast(week_start as string)").collectAsList().stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  /** Rows read and articles matched in a week. */
  Row readAndMatched(SparkSession spark, String week) {
    return lake(spark)
        .read(LakeTable.CORPUS_WEEK)
        .where("week_start = '" + week + "'")
        .selectExpr("sum(articles_read)", "sum(articles_matched)")
        .head();
  }
}
