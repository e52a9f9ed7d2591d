package org.newstide.synthetic;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.newstide.synthetic.Story.Role;

/**
 * What has been written, counted as the tables should count it. Integers, so that the sums do not
 * depend on the order of the slices.
 */
final class TruthCounts {
  /** What a row is. */
  enum Kind {
    ORIGINAL,
    COPY,
    NOISE,
    LOOK_ALIKE,
    EXACT_DUPLICATE,
    BAD_TIMESTAMP,
    EMPTY_TEXT
  }

  private final Cast cast;
  private final int sources;
  private final EnumMap<Kind, Long> rows = new EnumMap<>(Kind.class);
  private final long[][] mentions;
  private final long[][] stories;
  private final long[][][] articles;

  TruthCounts(Cast cast, int weeks, int sources) {
    this.cast = cast;
    this.sources = sources;
    int members = cast.members().size();
    mentions = new long[weeks][members];
    stories = new long[weeks][members];
    articles = new long[weeks][members][sources];
  }

  void row(Kind kind) {
    rows.merge(kind, 1L, Long::sum);
  }

  /** An article that tells a story: the original or a copy. */
  void article(Story story, int week, int source) {
    for (Role role : story.roles()) {
      for (int member : counted(role)) {
        mentions[week][member] += role.mentions();
        articles[week][member][source]++;
      }
    }
  }

  /** A story that at least one article of the week tells. */
  void story(Story story, int week) {
    for (Role role : story.roles()) {
      for (int member : counted(role)) {
        stories[week][member]++;
      }
    }
  }

  /** An offering counts for its organisation too. */
  private int[] counted(Role role) {
    int organisation = cast.members().get(role.member()).organisation();
    return organisation == role.member()
        ? new int[] {organisation}
        : new int[] {organisation, role.member()};
  }

  void add(TruthCounts other) {
    other.rows.forEach((kind, count) -> rows.merge(kind, count, Long::sum));
    for (int week = 0; week < mentions.length; week++) {
      for (int member = 0; member < mentions[week].length; member++) {
        mentions[week][member] += other.mentions[week][member];
        stories[week][member] += other.stories[week][member];
        for (int source = 0; source < sources; source++) {
          articles[week][member][source] += other.articles[week][member][source];
        }
      }
    }
  }

  Map<Kind, Long> rows() {
    return rows;
  }

  long rows(Kind... kinds) {
    return Arrays.stream(kinds).mapToLong(kind -> rows.getOrDefault(kind, 0L)).sum();
  }

  long mentions(int week, int member) {
    return mentions[week][member];
  }

  long stories(int week, int member) {
    return stories[week][member];
  }

  long articles(int week, int member) {
    return Arrays.stream(articles[week][member]).sum();
  }

  /** Mean over the sources that name any of the rivals of the member's share within the source. */
  double sourceBalancedShare(int week, int member, int[] rivals) {
    double sum = 0;
    int naming = 0;
    for (int source = 0; source < sources; source++) {
      int at = source;
      long all = IntStream.of(rivals).mapToLong(rival -> articles[week][rival][at]).sum();
      if (all > 0) {
        naming++;
        sum += (double) articles[week][member][source] / all;
      }
    }
    return naming == 0 ? 0 : sum / naming;
  }
}
