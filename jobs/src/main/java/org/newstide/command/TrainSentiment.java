package org.newstide.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.newstide.ExitCode;
import org.newstide.sentiment.LinearTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains, cross-validates and writes a linear sentiment model. */
@Command(
    name = "train-sentiment",
    description = "Train a linear sentiment model on labelled JSON lines and report its quality.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  newstide train-sentiment --train newsmtsc.jsonl --train sentfin.jsonl --out linear-v2.bin.gz"
    })
public final class TrainSentiment implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--train",
      required = true,
      paramLabel = "FILE",
      description = "Labelled JSON lines; repeat it for each set.")
  private List<Path> files;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The model to write, such as linear-v2.bin.gz; FILE.sha256 goes beside it.")
  private Path out;

  @Option(
      names = "--seed",
      defaultValue = "20260101",
      description = "Seed of the order of the examples (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() {
    PrintWriter report = spec.commandLine().getOut();
    new LinearTraining(seed, report).run(files, out);
    return ExitCode.DONE.status();
  }
}
