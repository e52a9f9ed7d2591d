package org.newstide.run;

/**
 * Hears of a run's progress: the console shows it, tests stop the machine at it. Steps overlap, so
 * it is called from several threads.
 */
public interface StageListener {
  /** A step begins, such as {@code extract} or {@code publish mentions}. */
  void started(String step);

  /** It ended; rows is what it wrote, -1 where that is not known. */
  void finished(String step, long rows);

  /** Something worth knowing was noticed and accepted; the ledger says it, too. */
  default void noted(String what) {}
}
