package org.newstide.table;

import java.util.Locale;

/** The tables of a lake, in the order in which a run publishes them; the ledger comes last. */
public enum LakeTable {
  CORPUS_WEEK,
  ARTICLES,
  MENTIONS,
  RELATIONS,
  SHARE_CLAIMS,
  ENTITY_WEEK,
  PAIR_WEEK,
  REPORTED_SHARE,
  QUARANTINE,
  RUNS;

  private TableSchema schema;

  /** The name, such as {@code entity_week}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its contract. */
  public synchronized TableSchema schema() {
    if (schema == null) {
      schema = TableSchema.load(label());
    }
    return schema;
  }

  /** Whether a run replaces it week by week. */
  public boolean isWeekly() {
    return schema().partitionBy().contains("week_start");
  }
}
