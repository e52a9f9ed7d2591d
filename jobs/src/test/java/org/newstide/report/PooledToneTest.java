package org.newstide.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.newstide.trend.StorySums;

class PooledToneTest {
  /** Week 0: d = 0.5, -0.1; week 1: none; week 2: d = 0.2, 0.6, 0.4. */
  private static PooledTone tone() {
    PooledTone tone = new PooledTone(0, 3);
    tone.add(0, sums(500_000, -100_000));
    tone.add(2, sums(200_000, 600_000, 400_000));
    return tone;
  }

  /** Stories of so many millionths, each of them positive or negative in full. */
  private static StorySums sums(long... stories) {
    StorySums sums = StorySums.NONE;
    for (long d : stories) {
      sums = sums.plus(new StorySums(1, d, Math.abs(d), d * d, d * d, d * Math.abs(d)));
    }
    return sums;
  }

  @Test
  void poolsTheStoriesOfTrailingWeeksFromTheFirstThatHasThemAll() {
    ReportData.Tone pooled = tone().over(2, 3);
    assertThat(pooled.stories()).containsExactly(null, 2L, 3L);
    assertThat(pooled.mean()).containsExactly(null, null, 400);
  }

  @Test
  void aReportOfFewerWeeksHasOnePointOverAllOfThem() {
    ReportData.Tone pooled = tone().over(4, 2);
    assertThat(pooled.stories()).containsExactly(null, null, 5L);
    // mean 0.32, s = 0.277489, t(4) = 2.776445: half width 0.344549
    assertThat(pooled.mean()).containsExactly(null, null, 320);
    assertThat(pooled.low()).containsExactly(null, null, -25);
    assertThat(pooled.high()).containsExactly(null, null, 665);
  }

  @Test
  void aPointReachesBackToTheWeeksBeforeTheReport() {
    PooledTone tone = new PooledTone(2, 2);
    tone.add(0, sums(500_000, -100_000));
    tone.add(2, sums(200_000, 600_000, 400_000));
    assertThat(tone.over(3, 2).stories()).containsExactly(5L, 3L);
    assertThat(tone.over(3, 2).mean()).containsExactly(320, 400);
    assertThat(tone.over(4, 2).stories()).as("the first with all four").containsExactly(null, 5L);
    assertThat(tone.over(1, 2).stories()).containsExactly(3L, 0L);
  }

  @Test
  void singleWeeksWithTooFewStoriesHaveNoTone() {
    ReportData.Tone single = tone().over(1, 3);
    assertThat(single.stories()).containsExactly(2L, 0L, 3L);
    assertThat(single.mean()).containsExactly(null, null, 400);
  }

  @Test
  void aSingleStoryHasNoVarianceAndNoTone() {
    PooledTone tone = new PooledTone(0, 1);
    tone.add(0, sums(500_000));
    assertThat(tone.over(1, 1).mean()).containsExactly((Integer) null);
  }
}
