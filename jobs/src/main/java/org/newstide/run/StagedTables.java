package org.newstide.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newstide.table.LakeTable;

/** Stages tables side by side and tells of each. */
final class StagedTables {
  private final Staging staging;
  private final StageListener listener;

  StagedTables(Staging staging, StageListener listener) {
    this.staging = staging;
    this.listener = listener;
  }

  /** The rows of each table, by its label. */
  Map<String, Long> write(Map<LakeTable, Dataset<Row>> tables) {
    Map<String, Long> rows = new ConcurrentHashMap<>();
    List<Supplier<Long>> jobs = new ArrayList<>();
    tables.forEach((table, of) -> jobs.add(() -> rows.put(table.label(), write(table, of))));
    SideBySide.all(jobs);
    return rows;
  }

  private long write(LakeTable table, Dataset<Row> rows) {
    listener.started(table.label());
    staging.write(table, rows);
    long count = staging.read(table).count();
    listener.finished(table.label(), count);
    return count;
  }
}
