package org.newstide.story;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells of each article, in the order of publication, which earlier article it is a copy of.
 *
 * <p>Only originals of the last days are remembered, under every band of places of their sketches
 * (locality-sensitive hashing, Indyk and Motwani 1998), so a wire story with ten thousand copies is
 * compared ten thousand times, and memory holds one window of originals whatever the corpus. A copy
 * resembles its original itself: nothing drifts from copy to copy.
 */
final class OriginalFinder {
  /** Two places: of two leads that agree in half of their places, 97 in 100 meet in a bucket. */
  private static final int BAND = 2;

  /** A bucket forgets its oldest, lest ten thousand leads with one opening phrase meet each. */
  private static final int BUCKET = 64;

  private static final long MICROS_PER_DAY = 86_400_000_000L;

  private record Original(String articleId, long published, long[] sketch) {
    boolean isBefore(Original other) {
      return published != other.published
          ? published < other.published
          : articleId.compareTo(other.articleId) < 0;
    }
  }

  private final long window;
  private final int places;
  private final Deque<Original> remembered = new ArrayDeque<>();
  private final Map<Long, Deque<Original>> buckets = new HashMap<>();

  /**
   * @param windowDays how long after its original a copy may appear
   * @param minSimilarity estimated Jaccard similarity from which on it is a copy, 0..1
   */
  OriginalFinder(int windowDays, double minSimilarity) {
    this.window = windowDays * MICROS_PER_DAY;
    this.places = Math.max(1, (int) Math.ceil(minSimilarity * LeadSketch.SIZE - 1e-9));
  }

  /**
   * The earliest original that the article is a copy of; without one it is an original itself.
   *
   * @param published microseconds since 1970, never less than that of the article before
   * @param sketch of {@link LeadSketch}; empty where there is no text to compare
   */
  Optional<String> originalOf(String articleId, long published, long[] sketch) {
    forgetBefore(published - window);
    if (sketch.length == 0) {
      return Optional.empty();
    }
    Original earliest = null;
    for (int band = 0; band < sketch.length / BAND; band++) {
      for (Original original : buckets.getOrDefault(key(sketch, band), EMPTY)) {
        if (earliest != null && !original.isBefore(earliest)) {
          break;
        }
        if (agreeing(original.sketch(), sketch) >= places) {
          earliest = original;
          break;
        }
      }
    }
    if (earliest == null) {
      remember(new Original(articleId, published, sketch));
    }
    return Optional.ofNullable(earliest).map(Original::articleId);
  }

  private static final Deque<Original> EMPTY = new ArrayDeque<>();

  private void remember(Original original) {
    remembered.addLast(original);
    for (int band = 0; band < original.sketch().length / BAND; band++) {
      Deque<Original> bucket =
          buckets.computeIfAbsent(key(original.sketch(), band), key -> new ArrayDeque<>(2));
      if (bucket.size() == BUCKET) {
        bucket.removeFirst();
      }
      bucket.addLast(original);
    }
  }

  private void forgetBefore(long published) {
    while (!remembered.isEmpty() && remembered.getFirst().published() < published) {
      Original old = remembered.removeFirst();
      for (int band = 0; band < old.sketch().length / BAND; band++) {
        long key = key(old.sketch(), band);
        Deque<Original> bucket = buckets.get(key);
        // Full buckets may have dropped it before; otherwise it is their oldest.
        if (bucket != null && bucket.peekFirst() == old) {
          bucket.removeFirst();
        }
        if (bucket != null && bucket.isEmpty()) {
          buckets.remove(key);
        }
      }
    }
  }

  private static long key(long[] sketch, int band) {
    long key = band;
    for (int i = band * BAND; i < (band + 1) * BAND; i++) {
      key = LeadSketch.mixed(key * 31 + sketch[i]);
    }
    return key;
  }

  private static int agreeing(long[] a, long[] b) {
    int agreeing = 0;
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      if (a[i] == b[i]) {
        agreeing++;
      }
    }
    return agreeing;
  }
}
