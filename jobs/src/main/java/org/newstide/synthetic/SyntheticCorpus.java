package org.newstide.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.catalog.Catalog;

/**
 * Writes a news corpus whose truth is known: {@code articles/}, {@code truth/} and a configuration
 * that reads it. The same plan and catalog give the same articles and truth, byte by byte, whatever
 * the machine; memory does not grow with the number of articles.
 */
public final class SyntheticCorpus {
  /** Rows of one file. */
  private static final long SLICE = 25_000;

  private final CorpusPlan plan;
  private final Path catalogPath;
  private final Cast cast;
  private final PlantedTrends trends;
  private final Phrasebook phrases = Phrasebook.bundled();

  /**
   * @param catalogPath the catalog whose organisations the corpus speaks of
   */
  public SyntheticCorpus(CorpusPlan plan, Path catalogPath) {
    this.plan = plan;
    this.catalogPath = catalogPath;
    this.cast =
        new Cast(
            Catalog.load(catalogPath),
            plan.from().weekStart(),
            plan.last().weekStart().plusDays(6));
    this.trends =
        new PlantedTrends(
            cast.organisations(), plan.weeks(), new SplittableRandom(plan.seed()).split());
  }

  /**
   * Writes it into a new or empty folder.
   *
   * @throws NewstideException OUTPUT_EXISTS where the folder holds anything
   */
  public void write(Path folder) {
    try {
      refuseContent(folder);
      Path articles = Files.createDirectories(folder.resolve("articles"));
      Path truth = folder.resolve("truth");
      Path articleTruth = Files.createDirectories(truth.resolve(TruthFiles.ARTICLES));
      TruthFiles files = new TruthFiles(plan, cast, trends);
      files.totals(truth, slices(articles, articleTruth, files));
      Files.writeString(folder.resolve("newstide.conf"), configuration(articles));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + folder, e);
    }
  }

  private static void refuseContent(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> content = Files.list(folder)) {
      if (content.findAny().isPresent()) {
        throw new NewstideException(
            ExitCode.USAGE_OR_CONFIG,
            "OUTPUT_EXISTS",
            "the folder is not empty",
            folder.toString(),
            "Give another --output, or remove the folder first");
      }
    }
  }

  private TruthCounts slices(Path articles, Path truth, TruthFiles files) {
    TruthCounts total = new TruthCounts(cast, plan.weeks(), phrases.words("source").size());
    int threads = Runtime.getRuntime().availableProcessors();
    long count = (plan.articles() + SLICE - 1) / SLICE;
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      // A round at a time, so that the counts of a long corpus are never all in memory.
      for (long first = 0; first < count; first += threads) {
        List<Future<TruthCounts>> round = new ArrayList<>();
        for (long number : LongStream.range(first, Math.min(count, first + threads)).toArray()) {
          round.add(workers.submit(() -> slice(number, articles, truth, files)));
        }
        for (Future<TruthCounts> slice : round) {
          total.add(slice.get());
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("A slice could not be written", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while writing the corpus", e);
    } finally {
      workers.shutdownNow();
    }
    return total;
  }

  private TruthCounts slice(long number, Path articles, Path truth, TruthFiles files)
      throws IOException {
    String name = String.format(Locale.ROOT, "part-%05d", number);
    long size = Math.min(SLICE, plan.articles() - number * SLICE);
    try (ArticleFile rows = ArticleFile.create(plan.format(), articles, name);
        JsonFile tones = new JsonFile(truth.resolve(name + ".jsonl"))) {
      return new Slice(plan, phrases, cast, trends, number, size)
          .write(
              new Slice.Sink() {
                @Override
                public void row(SyntheticArticle article) throws IOException {
                  rows.write(article);
                }

                @Override
                public void truth(SyntheticArticle article, Story story, SyntheticArticle original)
                    throws IOException {
                  files.article(tones, article, story, original);
                }
              });
    }
  }

  private String configuration(Path articles) {
    return """
        # Reads the synthetic corpus beside it: newstide run --config THIS --lake DIR
        lake.path = lake
        catalog.path = "%s"
        ingest.as_of = "%s"
        # The planted tone is stated for this reader.
        sentiment.engine = linear
        inputs = [
          {
            name = synthetic
            format = %s
            path = "%s"
            columns {
              url = url
              source = source
              published_at = published_at
              title = title
              body = body
            }
          }
        ]
        """
        .formatted(
            escaped(catalogPath),
            plan.last().weekStart().plusDays(6),
            plan.format().name().toLowerCase(Locale.ROOT),
            escaped(articles));
  }

  private static String escaped(Path path) {
    return path.toAbsolutePath().normalize().toString().replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
