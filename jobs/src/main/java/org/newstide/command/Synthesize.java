package org.newstide.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.newstide.ExitCode;
import org.newstide.article.IsoWeek;
import org.newstide.synthetic.CorpusPlan;
import org.newstide.synthetic.SyntheticCorpus;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a corpus with planted truth. */
@Command(
    name = "synthesize",
    header = "Write a corpus of any size with planted truth.",
    description = {
      "Write a corpus of any size with planted truth: shares of voice, sentiment, copies, noise,",
      "look-alikes and broken rows. The same options give the same bytes. DIR/newstide.conf reads",
      "it, and compare-truth holds the tables against DIR/truth."
    },
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    footer = {
      "",
      "Example:",
      "  newstide synthesize --articles 200000 --from-week 2024-W01 --weeks 26 --output corpus",
      "  newstide run --config corpus/newstide.conf --lake lake",
      "  newstide compare-truth --lake lake --truth corpus/truth"
    })
final class Synthesize implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "A new or empty folder.")
  private Path output;

  @Option(names = "--articles", paramLabel = "N", defaultValue = "200000", description = "Rows.")
  private long articles;

  @Option(
      names = "--from-week",
      paramLabel = "WEEK",
      defaultValue = "2024-W01",
      description = "First ISO week.")
  private String fromWeek;

  @Option(names = "--weeks", paramLabel = "N", defaultValue = "26", description = "How many weeks.")
  private int weeks;

  @Option(names = "--seed", defaultValue = "1", description = "Another seed, another corpus.")
  private long seed;

  @Option(
      names = "--noise",
      paramLabel = "PART",
      defaultValue = "0.5",
      description = "Part of the rows that names nobody.")
  private double noise;

  @Option(
      names = "--look-alikes",
      paramLabel = "PART",
      defaultValue = "0.05",
      description = "Part of the rows with words that look like a name and are none.")
  private double lookAlikes;

  @Option(
      names = "--duplicates",
      paramLabel = "PART",
      defaultValue = "0.1",
      description = "Part of the rows that is a syndicated copy with small edits.")
  private double duplicates;

  @Option(
      names = "--exact-duplicates",
      paramLabel = "PART",
      defaultValue = "0.02",
      description = "Part of the rows that repeats another row.")
  private double exactDuplicates;

  @Option(
      names = "--broken",
      paramLabel = "PART",
      defaultValue = "0.01",
      description = "Part of the rows without text or without a believable date.")
  private double broken;

  @Option(
      names = "--pairs",
      paramLabel = "PART",
      defaultValue = "0.2",
      description = "Part of the stories that speaks of two organisations.")
  private double pairs;

  @Option(
      names = "--format",
      defaultValue = "parquet",
      description = "parquet or json (JSON lines).",
      converter = FormatConverter.class)
  private CorpusPlan.Format format;

  @Option(
      names = "--catalog",
      paramLabel = "DIR",
      defaultValue = "${sys:newstide.home:-.}/conf/catalog",
      description = "Whom it speaks of.")
  private Path catalog;

  @Override
  public Integer call() {
    long started = System.nanoTime();
    CorpusPlan plan =
        new CorpusPlan(
            articles,
            IsoWeek.parse(fromWeek),
            weeks,
            seed,
            new CorpusPlan.Parts(noise, lookAlikes, duplicates, exactDuplicates, broken),
            pairs,
            format);
    new SyntheticCorpus(plan, catalog).write(output);
    double seconds = (System.nanoTime() - started) / 1e9;
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%,d articles in %.1f s, %,.0f a second: %s%n",
            articles,
            seconds,
            articles / seconds,
            output);
    return ExitCode.DONE.status();
  }

  /** Formats as a user writes them. */
  static final class FormatConverter implements ITypeConverter<CorpusPlan.Format> {
    @Override
    public CorpusPlan.Format convert(String name) {
      return CorpusPlan.Format.valueOf(name.toUpperCase(Locale.ROOT));
    }
  }
}
