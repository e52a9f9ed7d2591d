package org.newstide.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;

/** Counts what became of the rows that one task reads. */
final class Tallies {
  private record Fate(Integer weekDay, QuarantineReason reason) {
    /** By hand, for it is called for every row: a record's own costs 2% of the extract stage. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Fate fate
          && reason == fate.reason
          && Objects.equals(weekDay, fate.weekDay);
    }

    @Override
    public int hashCode() {
      return 31 * Objects.hashCode(weekDay) + (reason == null ? 0 : 1 + reason.ordinal());
    }
  }

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
