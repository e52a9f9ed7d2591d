package org.newstide.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.newstide.ExitCode;
import org.newstide.catalog.Catalog;
import org.newstide.relation.TieTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains, cross-validates and writes the model that finds relations. */
@Command(
    name = "train-relations",
    description = {
      "Train the model of ties between organisations on labelled JSON lines",
      "{\"title\", \"text\", \"mentions\", \"relations\"} and report its quality. The",
      "configured catalog tells offerings from companies."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  newstide train-relations --train train.jsonl --as-drawn 3067 --out ties.bin.gz"
    })
public final class TrainRelations implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;

  @Option(
      names = "--train",
      required = true,
      paramLabel = "FILE",
      description = "Labelled JSON lines.")
  private Path file;

  @Option(
      names = "--as-drawn",
      defaultValue = "" + Integer.MAX_VALUE,
      paramLabel = "N",
      description = {
        "The first N items were not picked for being hard: threshold,",
        "scale and figures are taken on them (default: all)."
      })
  private int asDrawn;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The model to write, such as ties-v1.bin.gz; FILE.sha256 goes beside it.")
  private Path out;

  @Option(
      names = "--seed",
      defaultValue = "20260101",
      description = "Seed of the order of the examples (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() {
    PrintWriter report = spec.commandLine().getOut();
    Catalog catalog = Catalog.load(options.load().catalogPath());
    new TieTraining(catalog, seed, asDrawn, report).run(file, out);
    return ExitCode.DONE.status();
  }
}
