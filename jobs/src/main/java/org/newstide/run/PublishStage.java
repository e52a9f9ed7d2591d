package org.newstide.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.catalog.Catalog;
import org.newstide.table.Lake;
import org.newstide.table.LakeTable;
import org.newstide.table.PublishedTables;

/**
 * Audits the staged tables, then replaces the run's weeks table by table, then writes the ledger
 * row.
 */
final class PublishStage {
  static final String NAME = "publish";
  private final RunPlan plan;
  private final Lake lake;
  private final Ledger ledger;
  private final StageListener listener;

  PublishStage(RunPlan plan, Lake lake, Ledger ledger, StageListener listener) {
    this.plan = plan;
    this.lake = lake;
    this.ledger = ledger;
    this.listener = listener;
  }

  /**
   * What was published.
   *
   * @param counts those of the ledger row
   */
  record Outcome(String runId, Map<String, Long> counts) {}

  /**
   * What was published by the run that staged these weeks last, with the settings of this one.
   * Where a scheduler has not heard of its success, nothing else is left to do.
   */
  Optional<Outcome> before(Staging staging) {
    Optional<Outcome> before =
        staging.published().flatMap(runId -> counts(runId).map(told -> new Outcome(runId, told)));
    before.ifPresent(
        outcome ->
            listener.noted(
                "nothing is left to publish: what was staged last for these weeks ("
                    + plan.weeksLabel()
                    + ") stands in the ledger as run "
                    + outcome.runId()));
    return before;
  }

  private Optional<Map<String, Long>> counts(String runId) {
    return ledger.counts(
        runId, plan.config().hash(), Catalog.load(plan.config().catalogPath()).hash());
  }

  Outcome run(Staging staging) {
    RunManifest extracted = staging.readManifest(ExtractStage.NAME, RunManifest.class);
    TrendsStage.Manifest trends =
        staging.readManifest(TrendsStage.NAME, TrendsStage.Manifest.class);
    extracted.requireMadeWith(
        plan.config().hash(), Catalog.load(plan.config().catalogPath()).hash());
    requireOthersFinished(trends.mondays());
    listener.started("audit");
    List<Audit.Outcome> checks = new Audit(staging, extracted, trends).run();
    listener.finished("audit", checks.size());
    Map<String, Long> counts = counts(trends);
    Map<String, Long> published = publish(staging, extracted, trends);
    listener.started("ledger");
    staging.requireOwned();
    ledger.published(extracted, trends, checks, counts, published);
    listener.finished("ledger", 1);
    return new Outcome(extracted.runId(), counts);
  }

  /**
   * The ledger row names whole tables: it would vouch for what another run has half published in
   * other weeks. Of two runs that begin at once either may go first.
   *
   * @throws NewstideException {@code WEEKS_UNFINISHED}
   */
  private void requireOthersFinished(List<LocalDate> own) {
    SortedSet<LocalDate> unfinished = PublishedTables.of(lake).unfinishedWeeks();
    unfinished.removeAll(own);
    if (unfinished.isEmpty()) {
      return;
    }
    SortedSet<LocalDate> all = new TreeSet<>(unfinished);
    all.addAll(own);
    throw new NewstideException(
        ExitCode.RETRYABLE,
        "WEEKS_UNFINISHED",
        "a run has begun to publish "
            + unfinished.stream().map(RunPlan::label).collect(Collectors.joining(" "))
            + " and has not finished: it is still at work, or was killed",
        lake.path(),
        "Let it end, or run its weeks again, then this one; or all of them at once: newstide run"
            + " --from-week "
            + RunPlan.label(all.first())
            + " --to-week "
            + RunPlan.label(all.last()));
  }

  /** Evidence first, then the figures that rest on it; the new version of each table. */
  private Map<String, Long> publish(
      Staging staging, RunManifest extracted, TrendsStage.Manifest trends) {
    Set<LakeTable> figures =
        EnumSet.of(LakeTable.ENTITY_WEEK, LakeTable.PAIR_WEEK, LakeTable.REPORTED_SHARE);
    Set<LakeTable> evidence = EnumSet.complementOf(EnumSet.copyOf(figures));
    evidence.remove(LakeTable.RUNS);
    Map<String, Long> published = new TreeMap<>();
    for (Set<LakeTable> tables : List.of(evidence, figures)) {
      List<Supplier<Long>> jobs = new ArrayList<>();
      tables.forEach(table -> jobs.add(() -> publish(table, staging, extracted, trends)));
      Iterator<Long> versions = SideBySide.all(jobs).iterator();
      tables.forEach(table -> published.put(table.label(), versions.next()));
    }
    return published;
  }

  private long publish(
      LakeTable table, Staging staging, RunManifest extracted, TrendsStage.Manifest trends) {
    listener.started("publish " + table.label());
    staging.requireOwned();
    Dataset<Row> rows = staging.read(table);
    long version =
        table.isWeekly()
            ? lake.replaceWeeks(table, rows, trends.mondays(), extracted.runId())
            : lake.replaceRun(table, rows, extracted.runId());
    listener.finished("publish " + table.label(), -1);
    return version;
  }

  private static Map<String, Long> counts(TrendsStage.Manifest trends) {
    InputCounts total = trends.total();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("read", total.read());
    counts.put("accepted", total.accepted());
    counts.put("exact_duplicates", total.exactDuplicates());
    counts.put("quarantined", total.quarantined());
    counts.put("matched", trends.rows().get(LakeTable.ARTICLES.label()));
    for (String rows : List.of(TrendsStage.STORIES, "mentions", "relations", "share_claims")) {
      counts.put(rows, trends.rows().get(rows));
    }
    return counts;
  }
}
