package org.newstide.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All settings of a run, checked. {@code conf/newstide.conf} explains every key.
 *
 * @param lakePath folder of the result tables, on any file system that Hadoop knows
 * @param inputs at least one, with different names
 * @param catalogPath local folder of the catalog of organisations
 * @param hash SHA-256, in hexadecimal, of the settings that decide what a run computes; places are
 *     left out: the lake, the catalog, the inputs and the models may move, and the run ledger says
 *     what was read
 */
public record NewstideConfig(
    String lakePath,
    List<InputConfig> inputs,
    Path catalogPath,
    IngestConfig ingest,
    StoriesConfig stories,
    SentimentConfig sentiment,
    TrendsConfig trends,
    String hash) {
  public NewstideConfig {
    inputs = List.copyOf(inputs);
  }

  /**
   * Reads a HOCON file. Defaults stand in for absent keys, and {@code overrides} win over the file;
   * their keys are dotted paths, their values texts, or HOCON where they start with a bracket.
   *
   * @throws org.newstide.NewstideException CONFIG_MISSING; CONFIG_SYNTAX; CONFIG_INVALID, with
   *     everything that is wrong, each with its line: unknown, missing, mistyped and out-of-range
   *     keys
   */
  public static NewstideConfig load(Path file, Map<String, String> overrides) {
    return ConfigReader.read(file, overrides);
  }

  /** Where the catalog lies, if the configuration says so, however wrong it is otherwise. */
  public static Optional<Path> catalogPath(Path file, Map<String, String> overrides) {
    return ConfigReader.catalogPath(file, overrides);
  }
}
