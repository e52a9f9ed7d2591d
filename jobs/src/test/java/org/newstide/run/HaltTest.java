package org.newstide.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.SparkExtension;
import org.newstide.table.LakeTable;

/** The machine dies: between two tables' commits, and before the ledger row. */
@ExtendWith(SparkExtension.class)
class HaltTest {
  @TempDir Path folder;
  @TempDir Path untouched;

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES) // it starts two more JVMs, each with its own Spark
  void aKilledMachineLeavesWhatWasPublishedAndARerunEqualsAnUninterruptedRun(SparkSession spark)
      throws Exception {
    TestLake lake = corpus(folder);
    lake.run(spark);
    Map<LakeTable, List<String>> published = lake.contents(spark);
    corrected(lake);
    lake.config();

    assertThat(runInItsOwnMachine("publish relations")).isEqualTo(HaltingJob.STATUS);
    assertThat(lake.lake(spark).read(LakeTable.ENTITY_WEEK).count())
        .isEqualTo(published.get(LakeTable.ENTITY_WEEK).size());

    assertThat(runInItsOwnMachine("ledger")).isEqualTo(HaltingJob.STATUS);
    assertThat(lake.lake(spark).read(LakeTable.RUNS).count()).isEqualTo(1);

    lake.run(spark);
    TestLake uninterrupted = corrected(corpus(untouched));
    uninterrupted.run(spark);
    assertThat(lake.contents(spark)).isEqualTo(uninterrupted.contents(spark));
    assertThat(lake.lake(spark).read(LakeTable.RUNS).count()).isEqualTo(2);
  }

  private static TestLake corpus(Path folder) {
    return new TestLake(folder)
        .article(
            "https://a.example/1",
            "a",
            "2024-01-02",
            "Microsoft lifts forecast",
            "Microsoft said that demand for Azure rose.")
        .article(
            "https://b.example/1",
            "b",
            "2024-01-09",
            "OpenAI and Microsoft extend their partnership",
            "OpenAI will run on Azure for years.");
  }

  private static TestLake corrected(TestLake lake) {
    return lake.article(
        "https://a.example/1",
        "a",
        "2024-01-10",
        "Microsoft trims forecast",
        "Microsoft corrected its forecast for Azure.");
  }

  private int runInItsOwnMachine(String step) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> Stream.of("--add", "-D", "-X").anyMatch(argument::startsWith))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of(HaltingJob.class.getName(), folder.resolve("test.conf").toString(), step));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(step.replace(' ', '-') + ".log").toFile())
        .start()
        .waitFor();
  }
}
