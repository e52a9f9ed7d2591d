package org.newstide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.newstide.config.NewstideConfig;
import org.newstide.run.NewstideJob;
import org.newstide.run.RunPlan;
import org.newstide.run.StageListener;
import org.newstide.table.Lake;

/**
 * Gives a test the lake of the embedded sample, made by the job once for all classes; tests only
 * read it. It stays in {@code jobs/target/sample-lake} for the tests of notebooks and readers, and
 * -Dnewstide.keep=true takes it as it stands there.
 */
public final class SampleLakeExtension implements ParameterResolver {
  private static final Path ROOT = Path.of(System.getProperty("newstide.root"));
  private static final Path LAKE = ROOT.resolve("jobs/target/sample-lake");
  private static final LocalDate AS_OF = LocalDate.of(2025, 7, 7);
  private static final StageListener SILENT =
      new StageListener() {
        @Override
        public void started(String step) {}

        @Override
        public void finished(String step, long rows) {}
      };

  private final SparkExtension sessions = new SparkExtension();

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Lake.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    SparkSession spark = (SparkSession) sessions.resolveParameter(parameter, context);
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent("sample lake", key -> publish(spark), Lake.class);
  }

  private static Lake publish(SparkSession spark) {
    if (Boolean.getBoolean("newstide.keep")) {
      return new Lake(spark, LAKE.toString());
    }
    FileUtils.deleteQuietly(LAKE.toFile());
    new NewstideJob(spark, new RunPlan(config(), Optional.empty(), AS_OF), SILENT).run();
    return new Lake(spark, LAKE.toString());
  }

  /** The shipped configuration, with the checkout in the installation's place. */
  private static NewstideConfig config() {
    try {
      Path file = ROOT.resolve("jobs/target/sample.conf");
      Files.writeString(
          file,
          Files.readString(ROOT.resolve("conf/newstide.conf"))
              .replace("${newstide.home}", '"' + ROOT.toString() + '"'));
      // Kinds of CPU round an int8 encoder differently; what tests compare exactly reads linearly.
      return NewstideConfig.load(
          file, Map.of("lake.path", LAKE.toString(), "sentiment.engine", "linear"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
