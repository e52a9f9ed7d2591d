package org.newstide.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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
    assertThat(folder.resolve("lake/_staging/all")).doesNotExist();
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

    SideBySide.all(jobs.stream().<Supplier<Object>>map(job -> job::publish).toList());

    assertThat(test.lake(spark).read(LakeTable.QUARANTINE).count()).isEqualTo(2);
    assertThat(test.weeksOf(spark, LakeTable.ARTICLES)).containsExactly("2024-01-01", "2024-01-08");
    assertThat(test.runs(spark).where("status = 'PUBLISHED'").count()).isEqualTo(2);
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
