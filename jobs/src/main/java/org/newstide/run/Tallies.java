package org.newstide.run;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;

/** Counts what became of the rows that one task reads. */
final class Tallies {
  private record Fate(Integer weekDay, QuarantineReason reason) {}

  private final Map<String, Map<Fate, long[]>> bySource = new HashMap<>();

  /**
   * @param weekDay null where the date is not believed
   * @param reason null where the row is accepted
   */
  void add(String source, Integer weekDay, QuarantineReason reason) {
    bySource.computeIfAbsent(source, name -> new HashMap<>())
        .computeIfAbsent(new Fate(weekDay, reason), fate -> new long[1])[0]++;
  }

  void drainTo(String input, Consumer<Row> staged) {
    bySource.forEach(
        (source, fates) ->
            fates.forEach(
                (fate, rows) ->
                    staged.accept(
                        Staged.tally(input, source, fate.weekDay(), fate.reason(), rows[0]))));
    bySource.clear();
  }
}
