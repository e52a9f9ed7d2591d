package org.newstide.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that all training commands share. */
final class TrainingOptions {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The model to write, such as model.bin.gz; FILE.sha256 goes beside it.")
  private Path out;

  @Option(
      names = "--seed",
      defaultValue = "20260101",
      description = "Seed of the order of the examples (default: ${DEFAULT-VALUE}).")
  private long seed;

  /** The model to write; its folder is made, as training takes minutes. */
  Path out() {
    JsonLines.createFolderOf(out);
    return out;
  }

  long seed() {
    return seed;
  }
}
