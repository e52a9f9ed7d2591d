package org.newstide.run;

import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newstide.ExitCode;
import org.newstide.NewstideException;

/**
 * Says why a run found no week. Nothing of it is published, quarantine included, so the message
 * itself counts the refused rows by their reasons.
 */
final class NoWeek {
  private NoWeek() {}

  /**
   * @param tallies those of all rows read; none of them has a week
   * @return {@code NO_WEEK}, the input rejected
   */
  static NewstideException in(RunManifest extracted, Dataset<Row> tallies) {
    List<Row> reasons =
        tallies
            .groupBy("reason")
            .agg(sum("rows").as("rows"))
            .orderBy(desc("rows"), desc("reason"))
            .collectAsList();
    return reasons.isEmpty()
        ? rejected(
            extracted,
            "there is no row to read",
            "Check path and filter of the input, or deliver it again")
        : rejected(
            extracted,
            refused(reasons) + ", so there is no week to compute",
            "Compare columns.published_at and date.formats with the dates that `newstide check`"
                + " shows, or mend the rows");
  }

  private static String refused(List<Row> reasons) {
    long rows = reasons.stream().mapToLong(row -> row.getLong(1)).sum();
    return reasons.stream()
        .map(row -> row.getString(0) + " " + row.getLong(1))
        .collect(Collectors.joining(", ", "every row was refused, " + rows + " in all (", ")"));
  }

  private static NewstideException rejected(RunManifest extracted, String problem, String remedy) {
    String place =
        extracted.inputs().stream()
            .map(input -> "input " + input.input() + " in " + input.path())
            .collect(Collectors.joining(", "));
    return new NewstideException(ExitCode.INPUT_REJECTED, "NO_WEEK", problem, place, remedy);
  }
}
