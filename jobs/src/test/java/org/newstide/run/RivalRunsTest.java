package org.newstide.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.SparkExtension;
import org.newstide.table.LakeTable;
import org.newstide.table.PublishedTables;

/** Runs beside each other in one lake, and stages that other settings have begun. */
@ExtendWith(SparkExtension.class)
class RivalRunsTest {
  @TempDir Path folder;

  private TestLake test;

  @BeforeEach
  void corpus() {
    test = TestLake.ofNews(folder);
  }

  @Test
  void ofTwoRunsOfTheSameWeeksTheLaterOnePublishesAndTheOtherMayBeTriedAgain(SparkSession spark) {
    NewstideJob first = test.job(spark);
    first.extract();
    NewstideJob second = test.job(spark);
    second.extract();

    assertIsSuperseded(first::trends);
    second.trends();
    assertThat(second.publish()).containsEntry("read", 4L);
    assertThat(folder.resolve("lake/_staging/all")).isDirectoryNotContaining(Files::isDirectory);
    // The later one has ended and cleared the weeks: the earlier one still owns nothing.
    assertIsSuperseded(first::trends);
  }

  @Test
  void aRunThatSharesAWeekSupersedesAnEarlierOneOfOtherWeeks(SparkSession spark) {
    NewstideJob both = test.job(spark, "2024-W01", "2024-W02");
    both.extract();
    both.trends();
    NewstideJob third = test.job(spark, "2024-W03", "2024-W03");
    third.extract();

    test.run(spark, "2024-W02", "2024-W02");

    assertIsSuperseded(both::publish);
    third.trends();
    assertThat(third.publish()).containsEntry("read", 1L);
    assertThat(test.runs(spark).where("status = 'FAILED'").select("failure").head().getString(0))
        .startsWith("RUN_SUPERSEDED: ");
  }

  @Test
  void runsOfDifferentWeeksPublishAtOnce(SparkSession spark) throws Exception {
    test.article("https://e.example/1", "e", "2024-01-02", "", "")
        .article("https://e.example/2", "e", "2024-01-09", "", "");
    List<NewstideJob> jobs =
        List.of(test.job(spark, "2024-W01", "2024-W01"), test.job(spark, "2024-W02", "2024-W02"));
    for (NewstideJob job : jobs) {
      job.extract();
      job.trends();
    }

    SideBySide.all(jobs.stream().<Supplier<Object>>map(job -> () -> published(job)).toList());

    assertThat(test.lake(spark).read(LakeTable.QUARANTINE).count()).isEqualTo(2);
    assertThat(test.weeksOf(spark, LakeTable.ARTICLES)).containsExactly("2024-01-01", "2024-01-08");
    assertThat(test.runs(spark).where("status = 'PUBLISHED'").count()).isEqualTo(2);
  }

  /** As a scheduler would: of two that publish at once one may have to wait for the other. */
  private static Map<String, Long> published(NewstideJob job) {
    for (int attempt = 1; ; attempt++) {
      try {
        return job.publish();
      } catch (NewstideException e) {
        if (attempt == 20 || !e.code().equals("WEEKS_UNFINISHED")) {
          throw e;
        }
      }
    }
  }

  @Test
  void noRunVouchesForWeeksThatAnotherHasHalfPublished(SparkSession spark) {
    test.run(spark, "2024-W02", "2024-W02");
    assertThatThrownBy(test.job(spark, "2024-W01", TestLake.crashingAt("ledger"))::run)
        .hasMessageContaining("crash at ledger");

    NewstideJob third = test.job(spark, "2024-W03", "2024-W03");
    assertThatThrownBy(third::run)
        .isInstanceOfSatisfying(
            NewstideException.class,
            unfinished -> {
              assertThat(unfinished.exitCode()).isEqualTo(ExitCode.RETRYABLE);
              assertThat(unfinished)
                  .hasMessageContaining("a run has begun to publish 2024-W01 and has not finished")
                  .hasMessageContaining("--from-week 2024-W01 --to-week 2024-W03");
            });
    assertThat(PublishedTables.of(test.lake(spark)).unfinishedWeeks())
        .containsExactly(LocalDate.of(2024, 1, 1));
    test.run(spark, "2024-W01", "2024-W01");
    PublishedTables opened = PublishedTables.of(test.lake(spark));
    long rows = opened.rows(LakeTable.CORPUS_WEEK).count();
    third.publish();
    assertThat(PublishedTables.of(test.lake(spark)).unfinished()).isEmpty();
    assertThat(opened.rows(LakeTable.CORPUS_WEEK).count()).as("opened before").isEqualTo(rows);
    assertThat(test.weeksOf(spark, LakeTable.CORPUS_WEEK)).hasSize(3);
  }

  @Test
  void aClaimThatWasNeverWrittenWholeHoldsNobodyUp(SparkSession spark) throws IOException {
    for (String weeks : List.of("all", "2024-W02_2024-W02")) {
      Path staged = folder.resolve("lake/_staging").resolve(weeks);
      Files.createDirectories(staged);
      Files.write(staged.resolve("_owner.json"), new byte[0]);
    }
    assertThat(test.run(spark)).containsEntry("read", 4L);
    assertThat(test.run(spark, "2024-W01", "2024-W02")).containsEntry("accepted", 3L);
  }

  @Test
  void publishingAgainChangesNothingUntilARunOfItsWeeksHasBegun(SparkSession spark) {
    Map<String, Long> counts = test.run(spark, "2024-W01", "2024-W01");
    Map<LakeTable, List<String>> published = test.contents(spark);
    List<String> notes = new ArrayList<>();

    assertThat(test.job(spark, "2024-W01", noting(notes)).publish()).isEqualTo(counts);

    assertThat(notes)
        .singleElement()
        .asString()
        .startsWith("nothing is left to publish: what was staged last for these weeks (2024-W01_");
    assertThat(test.contents(spark)).isEqualTo(published);
    assertThat(test.runs(spark).count()).isEqualTo(1);
    assertIsMissing(test.job(spark, "2024-W02", "2024-W02")::publish);
    NewstideJob other =
        test.with(Map.of("trends.min_stories", "7")).job(spark, "2024-W01", "2024-W01");
    assertIsMissing(other::publish);
    test.with(Map.of()).job(spark, "2024-W01", "2024-W02").extract();
    assertIsMissing(test.job(spark, "2024-W01", "2024-W01")::publish);
  }

  @Test
  void whatIsExtractedAnewIsNotTakenForPublished(SparkSession spark) {
    test.run(spark, "2024-W01", "2024-W01");
    test.job(spark, "2024-W01", "2024-W01").extract(); // the same rows under the same id

    assertIsMissing(test.job(spark, "2024-W01", "2024-W01")::publish);
    test.job(spark, "2024-W01", "2024-W01").trends();
    test.job(spark, "2024-W01", "2024-W01").publish();

    assertThat(test.runs(spark).where("status = 'PUBLISHED'").count()).isEqualTo(2);
  }

  private static StageListener noting(List<String> notes) {
    return new StageListener() {
      @Override
      public void started(String step) {}

      @Override
      public void finished(String step, long rows) {}

      @Override
      public void noted(String what) {
        notes.add(what);
      }
    };
  }

  private static void assertIsMissing(ThrowingCallable stage) {
    assertThatThrownBy(stage)
        .isInstanceOfSatisfying(
            NewstideException.class,
            missing -> assertThat(missing.code()).isEqualTo("STAGE_MISSING"));
  }

  @Test
  void whatFailedFirstIsToldAndRecordedWhereTheClaimCannotBeRead(SparkSession spark)
      throws IOException {
    NewstideJob job = test.job(spark);
    job.extract();
    Path staged = folder.resolve("lake/_staging").resolve("all");
    try (Stream<Path> files = Files.walk(staged)) {
      for (Path manifest : files.filter(file -> file.endsWith("extract.json")).toList()) {
        Files.delete(manifest);
      }
    }
    Path unreadable = Path.of("/proc/self/mem"); // nothing is mapped at its first byte
    assumeThat(unreadable).exists();
    Files.delete(staged.resolve("._owner.json.crc"));
    Files.delete(staged.resolve("_owner.json"));
    Files.createSymbolicLink(staged.resolve("_owner.json"), unreadable);

    assertThatThrownBy(job::trends)
        .hasMessageStartingWith("STAGE_MISSING")
        .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
    assertThat(test.runs(spark).select("failure").head().getString(0)).startsWith("STAGE_MISSING");
  }

  @Test
  void stagesGoOnOnlyWithTheSettingsOfTheFirst(SparkSession spark) {
    test.job(spark).extract();
    NewstideJob other = test.with(Map.of("trends.min_stories", "7")).job(spark);

    assertThatThrownBy(other::trends)
        .isInstanceOfSatisfying(
            NewstideException.class,
            mismatch -> {
              assertThat(mismatch.code()).isEqualTo("STAGE_MISMATCH");
              assertThat(mismatch).hasMessageContaining("another configuration");
            });
  }

  private static void assertIsSuperseded(ThrowingCallable stage) {
    assertThatThrownBy(stage)
        .isInstanceOfSatisfying(
            NewstideException.class,
            busy -> {
              assertThat(busy.exitCode()).isEqualTo(ExitCode.RETRYABLE);
              assertThat(busy.code()).isEqualTo("RUN_SUPERSEDED");
            });
  }
}
