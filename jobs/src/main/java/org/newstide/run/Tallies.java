package org.newstide.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;

/** Counts what became of the rows that one task reads. */
final class Tallies {
  private record Fate(Integer weekDay, QuarantineReason reason) {}

  /** The rows of one source, of which the last one's fate is most often the next one's. */
  private static final class OfSource {
    private final Map<Fate, long[]> rows = new HashMap<>();
    private Fate last;
    private long[] lastRows;

    OfSource(Fate first) {
      last = first;
      lastRows = rows(first);
    }

    private long[] rows(Fate fate) {
      return rows.computeIfAbsent(fate, first -> new long[1]);
    }

    void add(Integer weekDay, QuarantineReason reason) {
      if (reason != last.reason || !Objects.equals(weekDay, last.weekDay)) {
        last = new Fate(weekDay, reason);
        lastRows = rows(last);
      }
      lastRows[0]++;
    }
  }

  private final Map<String, OfSource> bySource = new HashMap<>();

  /**
   * @param weekDay null where the date is not believed
   * @param reason null where the row is accepted
   */
  void add(String source, Integer weekDay, QuarantineReason reason) {
    OfSource known = bySource.get(source);
    if (known == null) {
      known = new OfSource(new Fate(weekDay, reason));
      bySource.put(source, known);
    }
    known.add(weekDay, reason);
  }

  void drainTo(String input, Consumer<Row> staged) {
    bySource.forEach(
        (source, of) ->
            of.rows.forEach(
                (fate, rows) ->
                    staged.accept(
                        Staged.tally(input, source, fate.weekDay(), fate.reason(), rows[0]))));
    bySource.clear();
  }
}
