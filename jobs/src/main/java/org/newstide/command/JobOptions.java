package org.newstide.command;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.article.IsoWeek;
import org.newstide.config.NewstideConfig;
import org.newstide.run.NewstideJob;
import org.newstide.run.RunPlan;
import org.newstide.run.WeekRange;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the commands that run stages of the job. */
public final class JobOptions {
  @Mixin private CommonOptions common;

  @Option(
      names = "--from-week",
      paramLabel = "WEEK",
      description = "First ISO week, such as 2024-W01.")
  private String fromWeek;

  @Option(names = "--to-week", paramLabel = "WEEK", description = "Last ISO week, included.")
  private String toWeek;

  @Option(
      names = "--week",
      paramLabel = "WEEK",
      description = "One ISO week. Without weeks: all weeks found.")
  private String week;

  /** What is asked for, validated: mistakes show before a session, perhaps on a cluster, is up. */
  RunPlan plan() {
    NewstideConfig config = common.load();
    // The one place where the clock is read; from here on "today" is a value of the plan.
    LocalDate today = Clock.systemUTC().instant().atZone(ZoneOffset.UTC).toLocalDate();
    return new RunPlan(config, weeks(), config.ingest().asOf().orElse(today));
  }

  static NewstideJob job(SparkSession spark, RunPlan plan) {
    return new NewstideJob(spark, plan, new ConsoleProgress(System.err));
  }

  private Optional<WeekRange> weeks() {
    if (week != null && (fromWeek != null || toWeek != null)) {
      throw usage("--week stands beside --from-week or --to-week");
    }
    if ((fromWeek == null) != (toWeek == null)) {
      throw usage("--from-week and --to-week need each other");
    }
    if (week == null && fromWeek == null) {
      return Optional.empty();
    }
    WeekRange range =
        new WeekRange(
            IsoWeek.parse(week == null ? fromWeek : week).weekStart(),
            IsoWeek.parse(week == null ? toWeek : week).weekStart());
    if (range.to().isBefore(range.from())) {
      throw usage("--to-week lies before --from-week");
    }
    return Optional.of(range);
  }

  private static NewstideException usage(String problem) {
    return new NewstideException(
        ExitCode.USAGE_OR_CONFIG,
        "BAD_WEEKS",
        problem,
        "",
        "Give --week 2024-W05, or --from-week 2024-W01 --to-week 2024-W26, or neither");
  }
}
