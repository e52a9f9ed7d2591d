package org.newstide.ingest;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** The same short look at each of many things in a store, several at once: stores answer slowly. */
final class ManyFiles {
  /** More than there are cores, since most of them wait. */
  static final int AT_ONCE = 16;

  private ManyFiles() {}

  /** What was seen, in the order of the things. */
  static <T, R> List<R> each(List<T> things, Function<T, R> look) {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<CompletableFuture<R>> looks =
          things.stream()
              .map(thing -> CompletableFuture.supplyAsync(() -> look.apply(thing), threads))
              .toList();
      return looks.stream().map(CompletableFuture::join).toList();
    } finally {
      threads.shutdownNow();
    }
  }
}
