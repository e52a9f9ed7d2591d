package org.newstide.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.newstide.SparkExtension;
import org.newstide.config.NewstideConfig;

/** A whole run in a JVM of its own that halts, as if its power were cut, when a step begins. */
public final class HaltingJob {
  static final int STATUS = 137;

  private HaltingJob() {}

  /** Arguments: configuration file, step to halt at. */
  public static void main(String[] arguments) {
    NewstideConfig config = NewstideConfig.load(Path.of(arguments[0]), Map.of());
    RunPlan plan =
        new RunPlan(config, Optional.empty(), config.ingest().asOf().orElse(LocalDate.EPOCH));
    new NewstideJob(SparkExtension.start(), plan, haltingAt(arguments[1])).run();
  }

  private static StageListener haltingAt(String step) {
    return new StageListener() {
      @Override
      public void started(String begun) {
        if (begun.equals(step)) {
          Runtime.getRuntime().halt(STATUS);
        }
      }

      @Override
      public void finished(String ended, long rows) {}
    };
  }
}
