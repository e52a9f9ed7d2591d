package org.newstide.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.Version;
import org.newstide.reread.Pool;

/**
 * What the extract stage read, and with what; the stages behind it and the ledger take it over.
 *
 * @param runId SHA-256 over all else here that decides the result: not the notes, nor the model's
 *     name
 * @param weeks {@link RunPlan#weeksLabel()}
 * @param asOf ISO day
 * @param inputs one per configured input
 * @param notes what was noticed and accepted
 * @param configHash SHA-256 of the configuration
 * @param catalogHash SHA-256 of the catalog
 * @param model sentiment model, with +encoder behind it where one read again
 * @param modelHash SHA-256 over the checksums of all models that read
 * @param codeVersion Newstide's version
 */
record RunManifest(
    String runId,
    String weeks,
    String asOf,
    List<Input> inputs,
    List<String> notes,
    String configHash,
    String catalogHash,
    String model,
    String modelHash,
    String codeVersion) {

  /**
   * @param version Delta version, or SHA-256 over the sorted file names and sizes
   * @param rows rows as the files' own metadata count them; -1 where the format has none
   */
  record Input(String input, String path, String version, long files, long bytes, long rows) {
    private String identity() {
      return String.join("\t", input, path, version, files + " " + bytes + " " + rows);
    }
  }

  /** The model that read every mention; an encoder's name may follow it behind a plus sign. */
  String firstModel() {
    return model.split("\\+", 2)[0];
  }

  /** Whether an encoder read again, and so staged its verdicts. */
  boolean isReadAgain() {
    return model.indexOf('+') >= 0;
  }

  /** What stands as the model of a mention that the encoder has read, too. */
  String rereadBy(Pool pool) {
    return pool.model(firstModel(), model.substring(model.indexOf('+') + 1));
  }

  /**
   * Refuses to go on from what other settings have made: the ledger names one of each.
   *
   * @throws NewstideException {@code STAGE_MISMATCH}
   */
  void requireMadeWith(String configHashNow, String catalogHashNow) {
    List<String> others = new ArrayList<>();
    if (!configHash.equals(configHashNow)) {
      others.add("another configuration");
    }
    if (!catalogHash.equals(catalogHashNow)) {
      others.add("another catalog");
    }
    if (!codeVersion.equals(Version.CURRENT)) {
      others.add("Newstide " + codeVersion);
    }
    if (!others.isEmpty()) {
      throw new NewstideException(
          ExitCode.USAGE_OR_CONFIG,
          "STAGE_MISMATCH",
          "extract has staged these weeks with " + String.join(" and ", others),
          weeks,
          "Give every stage the same settings, or run `newstide extract` again with these");
    }
  }

  RunManifest identified() {
    String read = inputs.stream().map(Input::identity).collect(Collectors.joining("\n"));
    String content =
        String.join("\n", weeks, asOf, read, configHash, catalogHash, modelHash, codeVersion);
    return new RunManifest(
        DigestUtils.sha256Hex(content),
        weeks,
        asOf,
        inputs,
        notes,
        configHash,
        catalogHash,
        model,
        modelHash,
        codeVersion);
  }
}
