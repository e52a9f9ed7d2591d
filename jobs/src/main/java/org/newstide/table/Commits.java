package org.newstide.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.CommitInfo;
import org.apache.spark.sql.delta.actions.RemoveFile;
import scala.Option;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** The log of one Delta table: who committed what. */
final class Commits {
  private final DeltaLog log;

  Commits(SparkSession spark, String path) {
    this.log = DeltaLog.forTable(spark, path);
  }

  long newest() {
    return log.update(false, Option.empty(), Option.empty()).version();
  }

  /**
   * The newest version that a run committed: others may have committed since. Delta commits nothing
   * where no row goes and none comes; then it is the version before.
   *
   * @param runId what stands in the commit's user metadata
   * @param before the newest version from before its commit
   */
  long newestBy(String runId, long before) {
    return versions(before, action -> isBy(runId, action)).stream()
        .reduce((earlier, later) -> later)
        .orElse(before);
  }

  /**
   * The first version after one whose rows are others; empty where there is none. Compacting and
   * cleaning leave the rows as they are.
   */
  Optional<Long> firstChangeSince(long version) {
    return versions(version, Commits::changesRows).stream().findFirst();
  }

  /** The values of a partition column in which rows have changed after a version. */
  Set<String> partitionsChangedSince(long version, String column) {
    Set<String> changed = new TreeSet<>();
    eachCommit(
        version,
        (number, actions) ->
            actions.stream()
                .filter(Commits::changesRows)
                .flatMap(action -> partition(action, column).stream())
                .forEach(changed::add));
    return changed;
  }

  private static Optional<String> partition(Action action, String column) {
    scala.collection.immutable.Map<String, String> values =
        action instanceof AddFile added
            ? added.partitionValues()
            : ((RemoveFile) action).partitionValues();
    return values == null
        ? Optional.empty()
        : Optional.ofNullable(values.getOrElse(column, () -> null));
  }

  private static boolean isBy(String runId, Action action) {
    return action instanceof CommitInfo info && info.userMetadata().contains(runId);
  }

  private static boolean changesRows(Action action) {
    return action instanceof AddFile added && added.dataChange()
        || action instanceof RemoveFile removed && removed.dataChange();
  }

  /** Versions after one, in order, with at least one action of a kind. */
  private List<Long> versions(long after, Predicate<Action> isWanted) {
    List<Long> versions = new ArrayList<>();
    eachCommit(
        after,
        (number, actions) -> {
          if (actions.stream().anyMatch(isWanted)) {
            versions.add(number);
          }
        });
    return versions;
  }

  private void eachCommit(long after, BiConsumer<Long, List<Action>> taker) {
    Iterator<Tuple2<Object, Seq<Action>>> changes = log.getChanges(after + 1, false);
    while (changes.hasNext()) {
      Tuple2<Object, Seq<Action>> commit = changes.next();
      taker.accept((Long) commit._1(), JavaConverters.seqAsJavaList(commit._2()));
    }
  }
}
