package org.newstide.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.newstide.trend.Interval;
import org.newstide.trend.StorySums;

/**
 * Net sentiment over trailing weeks: where single weeks have too few stories for an interval, four
 * or thirteen of them together may have enough. The estimate and its interval are those of {@code
 * entity_week}, {@link StorySums#netSentiment}; a story that runs over a Sunday night counts once
 * in each of its weeks.
 */
final class PooledTone {
  private static final int MILLI = 1000;

  private final int earlier;
  private final StorySums[] weeks;

  /**
   * @param earlier how many weeks before the report's are known
   * @param shown how many weeks the report has
   */
  PooledTone(int earlier, int shown) {
    this.earlier = earlier;
    weeks = new StorySums[earlier + shown];
    Arrays.fill(weeks, StorySums.NONE);
  }

  /**
   * Adds the stories of one week.
   *
   * @param week its place, counted from the first of the earlier weeks
   */
  void add(int week, StorySums stories) {
    weeks[week] = weeks[week].plus(stories);
  }

  /**
   * The series over so many trailing weeks, in thousandths, with a value for each week of the
   * report. It begins with the first that has all of them; where fewer are known, the last week
   * stands for all.
   *
   * @param minStories with fewer stories, and always with fewer than two, the tone is null
   */
  ReportData.Tone over(int window, int minStories) {
    List<Long> counts = new ArrayList<>();
    List<Integer> mean = new ArrayList<>();
    List<Integer> low = new ArrayList<>();
    List<Integer> high = new ArrayList<>();
    int covered = Math.min(window, weeks.length);
    for (int week = earlier; week < weeks.length; week++) {
      boolean isFull = week + 1 >= covered;
      StorySums pooled = isFull ? trailing(week, covered) : StorySums.NONE;
      Interval tone =
          pooled
              .netSentiment()
              .filter(i -> pooled.stories() >= minStories)
              .orElse(Interval.UNKNOWN);
      counts.add(isFull ? pooled.stories() : null);
      mean.add(milli(tone.estimate()));
      low.add(milli(tone.low()));
      high.add(milli(tone.high()));
    }
    return new ReportData.Tone(counts, mean, low, high);
  }

  private StorySums trailing(int week, int window) {
    return Arrays.stream(weeks, week - window + 1, week + 1)
        .reduce(StorySums.NONE, StorySums::plus);
  }

  private static Integer milli(Double value) {
    return value == null ? null : (int) Math.round(value * MILLI);
  }
}
