package org.newstide.sentiment;

import java.util.Comparator;
import org.newstide.article.Field;

/**
 * A span whose holder's sentiment is asked for: UTF-16 offsets in the cleaned field, end exclusive.
 * In the order of the document, its title first.
 */
public record Target(Field field, int start, int end) implements Comparable<Target> {
  private static final Comparator<Target> ORDER =
      Comparator.comparing(Target::field)
          .thenComparingInt(Target::start)
          .thenComparingInt(Target::end);

  @Override
  public int compareTo(Target other) {
    return ORDER.compare(this, other);
  }
}
