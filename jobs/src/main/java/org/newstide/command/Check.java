package org.newstide.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.newstide.NewstideException;
import org.newstide.catalog.Catalog;
import org.newstide.config.NewstideConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks configuration, catalog and inputs; starts no stage and writes nothing. */
@Command(
    name = "check",
    header = "Check configuration, catalog, models and inputs before a run.",
    description = {
      "Check configuration, catalog, sentiment model and the inputs' files, columns and first",
      "dates. Starts no stage and writes nothing; names everything that is wrong at once."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  newstide check --config conf/examples/rss-feeds.conf --set corpus.path=DIR",
      "",
      "Exit codes: 0 ready to run, 2 configuration or catalog to mend, 3 input to mend,",
      "5 a store that did not answer."
    })
final class Check implements Callable<Integer> {
  @Mixin private CommonOptions options;
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    NewstideConfig config = loadOrNameAllMistakes();
    Findings findings = new Findings(spec.commandLine().getOut());
    findings.look(config);
    try (SparkSession spark = SparkSessions.open("check")) {
      findings.look(spark, config);
    }
    return findings.close().status();
  }

  /** Whoever mends the configuration shall mend the catalog in the same sitting. */
  private NewstideConfig loadOrNameAllMistakes() {
    try {
      return options.load();
    } catch (NewstideException invalid) {
      catalogMistakes().forEach(invalid::addSuppressed);
      throw invalid;
    }
  }

  private List<NewstideException> catalogMistakes() {
    try {
      return options.catalogPath().map(Catalog::mistakes).orElse(List.of());
    } catch (NewstideException unreadable) {
      return List.of(unreadable);
    }
  }
}
