package org.newstide.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.SparkExtension;
import org.newstide.article.IsoWeek;
import org.newstide.config.NewstideConfig;
import org.newstide.run.NewstideJob;
import org.newstide.run.RunPlan;
import org.newstide.run.StageListener;
import org.newstide.synthetic.CorpusPlan.Format;
import org.newstide.synthetic.CorpusPlan.Parts;
import org.newstide.synthetic.TruthReport.Basis;
import org.newstide.table.Lake;

@ExtendWith(SparkExtension.class)
class TruthComparisonTest {
  private static final Path CATALOG =
      Path.of(System.getProperty("newstide.root"), "conf", "catalog");
  private static final StageListener SILENT =
      new StageListener() {
        @Override
        public void started(String step) {}

        @Override
        public void finished(String step, long rows) {}
      };

  @TempDir Path folder;

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES) // a whole run, also on a machine with other work
  void aRunFindsThePlantedTruthAgainAndNotThatOfAnotherCorpus(SparkSession spark) {
    Path corpus = write("corpus", 1);
    Path other = write("other", 2);
    Lake lake = run(spark, corpus.resolve("newstide.conf"));

    TruthReport report = compare(spark, lake, corpus);
    TruthReport wrong = compare(spark, lake, other);

    assertThat(report.counts()).allSatisfy(TruthComparisonTest::isFound);
    for (Basis basis : Basis.values()) {
      assertThat(report.meanShareError(basis)).as(basis.label()).isLessThan(0.5);
    }
    assertThat(report.readings()).hasSize(6).allSatisfy(TruthComparisonTest::leansToItsTone);
    assertThat(report.estimates()).hasSizeGreaterThan(50);
    assertThat(report.coverage()).isBetween(0.88, 1.0);
    assertThat(wrong.meanShareError(Basis.STORIES)).isGreaterThan(0.5);
    assertThat(wrong.coverage()).isLessThan(0.8);
    assertThat(wrong.isWithinBounds()).isFalse();
  }

  /**
   * Rows are conserved exactly. Near-duplicates are found by sketches, so one story in a hundred
   * may be missed or merged; and a few look-alikes are taken for the names they resemble.
   */
  private static void isFound(TruthReport.Count count) {
    long tolerance =
        switch (count.of()) {
          case "stories" -> count.written() / 100;
          case "articles that name" -> count.written() / 200;
          default -> 0;
        };
    assertThat(count.found())
        .as(count.of())
        .isBetween(count.written() - tolerance, count.written() + tolerance);
  }

  private static void leansToItsTone(TruthReport.Reading reading) {
    switch (reading.tone()) {
      case NEGATIVE -> assertThat(reading.mean()).isBetween(-1.0, -0.5);
      case NEUTRAL -> assertThat(reading.mean()).isBetween(-0.15, 0.15);
      case POSITIVE -> assertThat(reading.mean()).isBetween(0.4, 1.0);
    }
  }

  private Path write(String name, long seed) {
    Path output = folder.resolve(name);
    CorpusPlan plan =
        new CorpusPlan(
            4000,
            IsoWeek.parse("2024-W09"),
            2,
            seed,
            new Parts(0.3, 0.05, 0.1, 0.02, 0.01),
            0.2,
            Format.PARQUET);
    new SyntheticCorpus(plan, CATALOG).write(output);
    return output;
  }

  private Lake run(SparkSession spark, Path conf) {
    NewstideConfig config =
        NewstideConfig.load(conf, Map.of("lake.path", folder.resolve("lake").toString()));
    new NewstideJob(
            spark,
            new RunPlan(config, Optional.empty(), config.ingest().asOf().orElseThrow()),
            SILENT)
        .run();
    return new Lake(spark, config.lakePath());
  }

  private static TruthReport compare(SparkSession spark, Lake lake, Path corpus) {
    return new TruthComparison(spark, lake, corpus.resolve("truth").toString()).report();
  }
}
