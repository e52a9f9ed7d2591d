package org.newstide.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.newstide.article.Document;
import org.newstide.article.TextCleaner;
import org.newstide.catalog.Catalog;
import org.newstide.command.SparkSessions;
import org.newstide.config.InputConfig;
import org.newstide.config.NewstideConfig;
import org.newstide.ingest.CorpusReader;
import org.newstide.ingest.InputContract;
import org.newstide.ingest.RawArticle;
import org.newstide.mention.MentionFinder;
import org.newstide.mention.MentionGate;
import org.newstide.run.NewstideJob;
import org.newstide.run.RunPlan;
import org.newstide.run.StageListener;

/**
 * Times, warm and in one run, what a corpus costs: Spark's plain scan of the text columns, gate and
 * matcher, the extract stage, the whole run, and a run of a hundred rows. Rates are characters of
 * title and text a second.
 *
 * <p>Arguments: source folder of the headline corpus, work folder, repeats, configuration file.
 */
public final class JobBench {
  private static final int MEASUREMENTS = 5;
  private static final String WHOLE = "whole run";

  /** What a run costs however little it reads. */
  private static final String START_UP = "start-up";

  private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);

  /** A whole run takes a sixth less time in its fifth round than in its third: the JVM compiles. */
  private static final int WARM_UPS = 4;

  /** A pattern for measurements: {@code -Dbench.only="scan|extract"} takes these alone. */
  private static final String ONLY = System.getProperty("bench.only", ".*");

  private final SparkSession spark;
  private final NewstideConfig config;
  private final NewstideConfig few;
  private final InputConfig input;
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final Map<String, Double> cpuSeconds = new LinkedHashMap<>();

  private JobBench(SparkSession spark, NewstideConfig config, NewstideConfig few) {
    this.spark = spark;
    this.config = config;
    this.few = few;
    this.input = config.inputs().get(0);
  }

  public static void main(String[] arguments) {
    Path work = Path.of(arguments[1]);
    int repeats = Integer.parseInt(arguments[2]);
    SparkSession spark = SparkSessions.open("bench");
    Path corpus = work.resolve("corpus-" + repeats);
    BenchCorpus.writeIfAbsent(spark, arguments[0], corpus, repeats);
    Path few = work.resolve("corpus-few");
    BenchCorpus.writeFewIfAbsent(spark, arguments[0], few);
    Path file = Path.of(arguments[3]);
    new JobBench(
            spark,
            config(file, corpus, newFolder(work.resolve("lake"))),
            config(file, few, newFolder(work.resolve("lake-few"))))
        .run();
    spark.stop();
  }

  /**
   * Without what an earlier benchmark left: the more commits a lake has, the longer a run takes.
   */
  private static Path newFolder(Path lake) {
    if (Files.exists(lake) && !FileUtil.fullyDelete(lake.toFile())) {
      throw new IllegalStateException("Cannot remove " + lake);
    }
    return lake;
  }

  private static NewstideConfig config(Path file, Path corpus, Path lake) {
    return NewstideConfig.load(
        file,
        Map.of(
            "corpus.path",
            corpus.toString(),
            "lake.path",
            lake.toString(),
            "ingest.as_of",
            "2024-12-31",
            "sentiment.engine",
            "linear"));
  }

  private void run() {
    long[] characters = new long[1];
    time("scan", () -> characters[0] = scan());
    time("gate and matcher", this::gateAndMatcher);
    time("extract", () -> job(config).extract());
    time(WHOLE, () -> job(config).run());
    time(START_UP, () -> job(few).run());
    report(characters[0]);
  }

  private long scan() {
    return spark
        .read()
        .parquet(input.path())
        .selectExpr("sum(length(title)) + sum(length(summary))")
        .head()
        .getLong(0);
  }

  private void gateAndMatcher() {
    Catalog catalog = Catalog.load(config.catalogPath());
    Broadcast<MentionGate> gate = broadcast(new MentionGate(catalog));
    Broadcast<MentionFinder> finder = broadcast(new MentionFinder(catalog));
    Dataset<Row> rows =
        CorpusReader.read(
                spark, input, InputContract.check(spark, input), config.ingest().maxDocumentBytes())
            .selectExpr(
                "cast(" + RawArticle.TITLE + " as binary)",
                "cast(" + RawArticle.BODY + " as binary)");
    MapPartitionsFunction<Row, Long> count =
        part -> List.of(mentions(part, gate.value(), finder.value())).iterator();
    rows.mapPartitions(count, Encoders.LONG()).collectAsList();
  }

  private static long mentions(Iterator<Row> rows, MentionGate gate, MentionFinder finder) {
    long found = 0;
    while (rows.hasNext()) {
      Row row = rows.next();
      byte[] title = row.getAs(0);
      byte[] body = row.getAs(1);
      if (gate.mayMention(title) || gate.mayMention(body)) {
        Document document =
            new Document(clean(title), clean(body), Optional.of(LocalDate.of(2023, 3, 1)));
        found += finder.find(document).mentions().size();
      }
    }
    return found;
  }

  private static String clean(byte[] utf8) {
    return TextCleaner.clean(new String(utf8, StandardCharsets.UTF_8)).text();
  }

  private <T> Broadcast<T> broadcast(T value) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(value);
  }

  private NewstideJob job(NewstideConfig of) {
    RunPlan plan = new RunPlan(of, Optional.empty(), of.ingest().asOf().orElse(LocalDate.EPOCH));
    return new NewstideJob(spark, plan, new Steps());
  }

  private void time(String what, Runnable work) {
    if (!what.matches(ONLY)) {
      return;
    }
    double first = secondsOf(work); // counts for itself
    for (int i = 1; i < WARM_UPS; i++) {
      work.run();
    }
    List<Double> taken = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      long cpu = PROCESS.getProcessCpuTime();
      taken.add(secondsOf(work));
      cpuSeconds.put(what, (PROCESS.getProcessCpuTime() - cpu) / 1e9);
    }
    seconds.put(what, taken.stream().sorted().toList().get(taken.size() / 2));
    System.out.printf(
        Locale.ROOT,
        "bench: %s %.1f s %s, CPU %.1f s; the first %.1f s%n",
        what,
        seconds.get(what),
        taken.stream().map(one -> String.format(Locale.ROOT, "%.1f", one)).toList(),
        cpuSeconds.get(what),
        first);
  }

  private static double secondsOf(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private void report(long characters) {
    if (seconds.size() < MEASUREMENTS) {
      return;
    }
    double scan = seconds.get("scan");
    double startUp = seconds.remove(START_UP);
    System.out.printf(Locale.ROOT, "%n%,d characters of title and text%n", characters);
    System.out.printf("%-18s %9s %18s %14s%n", "", "seconds", "million chars/s", "of the scan");
    seconds.forEach(
        (what, taken) ->
            System.out.printf(
                Locale.ROOT,
                "%-18s %9.1f %18.1f %13.0f%%%n",
                what,
                taken,
                characters / taken / 1e6,
                100 * scan / taken));
    double whole = seconds.get(WHOLE);
    System.out.printf(
        Locale.ROOT,
        "whole run = %.1f times the scan; %.1f times and the %.1f s of a run of a hundred rows%n",
        whole / scan,
        (whole - startUp) / scan,
        startUp);
  }

  /** The whole run's steps, to see where its time goes. */
  private static final class Steps implements StageListener {
    private final Map<String, Long> begun = new ConcurrentHashMap<>();

    @Override
    public void started(String step) {
      begun.put(step, System.nanoTime());
    }

    @Override
    public void finished(String step, long rows) {
      System.out.printf(
          Locale.ROOT, "bench:   %s %.1f s%n", step, (System.nanoTime() - begun.get(step)) / 1e9);
    }
  }
}
