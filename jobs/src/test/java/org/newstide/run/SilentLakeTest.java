package org.newstide.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.SilentFiles;
import org.newstide.SparkExtension;

@ExtendWith(SparkExtension.class)
class SilentLakeTest {
  @TempDir Path folder;

  @Test
  void aStoreThatIsTooBusyToWriteIsNoLakeThatNobodyMayWriteTo(SparkSession spark) {
    SilentFiles.in(spark.sparkContext().hadoopConfiguration());
    TestLake lake = TestLake.ofNews(folder).with(Map.of("lake.path", "deaf:" + folder));
    RunPlan plan = new RunPlan(lake.config(), Optional.empty(), LocalDate.EPOCH);
    NewstideJob job = new NewstideJob(spark, plan, TestLake.SILENT);

    assertThatThrownBy(job::extract)
        .isInstanceOfSatisfying(
            NewstideException.class,
            busy -> assertThat(busy.exitCode()).isEqualTo(ExitCode.RETRYABLE))
        .hasMessageStartingWith("STORE_UNREACHABLE: deaf:" + folder + "/_staging/all: a store or");
  }
}
