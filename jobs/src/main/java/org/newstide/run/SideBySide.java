package org.newstide.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.newstide.Unchecked;

/**
 * Runs independent Spark jobs at the same time. Most tables are small: while the driver plans and
 * commits one of them, the executors have room for another.
 */
final class SideBySide {
  private static final int JOBS = 4;

  private SideBySide() {}

  /**
   * The results in the order of the jobs. Waits for all of them, then throws the first failure with
   * the others suppressed.
   */
  static <T> List<T> all(List<Supplier<T>> jobs) {
    ExecutorService threads = Executors.newFixedThreadPool(JOBS);
    try {
      List<Future<T>> running = jobs.stream().map(job -> threads.submit(job::get)).toList();
      return results(running);
    } finally {
      threads.shutdown();
    }
  }

  private static <T> List<T> results(List<Future<T>> running) {
    List<T> results = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (Future<T> job : running) {
      try {
        results.add(job.get());
      } catch (ExecutionException e) {
        failures.add(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while Spark jobs were running", e);
      }
    }
    if (!failures.isEmpty()) {
      throw first(failures);
    }
    return results;
  }

  private static RuntimeException first(List<Throwable> failures) {
    Throwable first = failures.get(0);
    failures.stream().skip(1).forEach(first::addSuppressed);
    if (first instanceof Error error) {
      throw error;
    }
    return Unchecked.of(first);
  }
}
