package org.newstide.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.newstide.ExitCode;
import org.newstide.relation.TieTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains, cross-validates and writes the model that finds relations. */
@Command(
    name = "train-relations",
    header = "Train the model of ties between organisations.",
    description = {
      "Train the model of ties between organisations on labelled JSON lines",
      "{\"title\", \"text\", \"mentions\", \"relations\"} and report its quality."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  newstide train-relations --train train.jsonl --as-drawn 3067 --out ties.bin.gz"
    })
public final class TrainRelations implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TrainingOptions training;

  @Option(
      names = "--train",
      required = true,
      paramLabel = "FILE",
      description = "Labelled JSON lines; repeat it for each set.")
  private List<Path> files;

  @Option(
      names = "--as-drawn",
      defaultValue = "" + Integer.MAX_VALUE,
      paramLabel = "N",
      description = {
        "The first N items were not picked for being hard: threshold,",
        "scale and figures are taken on them (default: all)."
      })
  private int asDrawn;

  @Override
  public Integer call() {
    PrintWriter report = spec.commandLine().getOut();
    new TieTraining(training.seed(), asDrawn, report).run(files, training.out());
    return ExitCode.DONE.status();
  }
}
