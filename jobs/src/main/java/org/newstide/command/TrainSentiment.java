package org.newstide.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.newstide.ExitCode;
import org.newstide.sentiment.LinearTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
  @Mixin private TrainingOptions training;

  @Option(
      names = "--train",
      required = true,
      paramLabel = "FILE",
      description = "Labelled JSON lines; repeat it for each set.")
  private List<Path> files;

  @Override
  public Integer call() {
    PrintWriter report = spec.commandLine().getOut();
    new LinearTraining(training.seed(), report).run(files, training.out());
    return ExitCode.DONE.status();
  }
}
