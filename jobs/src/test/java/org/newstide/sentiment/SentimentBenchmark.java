package org.newstide.sentiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.newstide.article.Document;
import org.newstide.catalog.Catalog;
import org.newstide.mention.Mention;
import org.newstide.mention.MentionFinder;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Mentions per second that the linear model judges on one core, its features included. The {@code
 * texts} parameter is a file with one text a line; without it a small prose of the benchmark's own
 * is repeated, which measures no corpus.
 *
 * <pre>java -cp target/test-classes:target/classes:... org.openjdk.jmh.Main SentimentBenchmark \
 *     -p texts=FILE -p catalog=conf/catalog</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SentimentBenchmark {
  private static final List<String> PROSE =
      List.of(
          "Microsoft and Amazon rent out machines, and OpenAI rents more of them than most.",
          "Shares of Oracle fell after the company said that its new halls had become dearer.",
          "\u201cWe didn\u2019t see it coming,\u201d a manager at Nvidia told reporters on Monday.",
          "Regulators fined Google again. Meta, which had complained, welcomed the decision.");

  private record Question(List<Target> targets, List<Target> others) {}

  private record Item(Document document, List<Question> questions) {}

  @Param("")
  public String texts;

  @Param("conf/catalog")
  public String catalog;

  private final List<Item> items = new ArrayList<>();
  private LinearSentiment sentiment;

  /** Counts mentions beside calls. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Mentions {
    public long mentions;
  }

  @Setup
  public void read() throws Exception {
    sentiment = LinearSentiment.bundled();
    MentionFinder finder = new MentionFinder(Catalog.load(Path.of(catalog)));
    for (String line : texts.isEmpty() ? PROSE : Files.readAllLines(Path.of(texts))) {
      Document document = new Document("", line, Optional.empty());
      List<Mention> mentions = finder.find(document).mentions();
      Set<String> organisations = new LinkedHashSet<>();
      mentions.forEach(mention -> organisations.add(mention.organisationId()));
      List<Question> questions = new ArrayList<>();
      for (String organisation : organisations) {
        questions.add(
            new Question(
                targets(mentions, organisation, true), targets(mentions, organisation, false)));
      }
      items.add(new Item(document, questions));
    }
  }

  private static List<Target> targets(List<Mention> mentions, String organisation, boolean own) {
    return mentions.stream()
        .filter(mention -> mention.organisationId().equals(organisation) == own)
        .map(mention -> new Target(mention.field(), mention.start(), mention.end()))
        .toList();
  }

  @Benchmark
  public double judge(Mentions counter) {
    double positive = 0;
    for (Item item : items) {
      for (Question question : item.questions()) {
        positive +=
            sentiment.judge(item.document(), question.targets(), question.others()).positive();
        counter.mentions += question.targets().size();
      }
    }
    return positive;
  }
}
