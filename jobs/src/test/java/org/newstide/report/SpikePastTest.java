package org.newstide.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpikePastTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  @Test
  void weeksBeforeANewcomerCountAsNone() {
    assertThat(past(weeks(0, 1, 2, 3, 4, 5, 6, 7)).typical("openai", "ai_partner", week(8)))
        .isEqualTo(0);
  }

  @Test
  void weeksThatWereNotMeasuredAreNoneAndOlderOnesDoNotStandIn() {
    // of the eight weeks before, 5 to 7 were measured: 0, 5 and 6 stories
    assertThat(past(weeks(-3, -2, -1, 5, 6, 7)).typical("openai", "ai_partner", week(8)))
        .isEqualTo(5);
  }

  /** Five stories in week 6 and six in week 7. */
  private static SpikeReader.Past past(List<LocalDate> measured) {
    TreeMap<LocalDate, Long> counts = new TreeMap<>(Map.of(week(6), 5L, week(7), 6L));
    return new SpikeReader.Past(
        Map.of("openai", counts), Map.of("ai_partner", new TreeSet<>(measured)), 8);
  }

  private static List<LocalDate> weeks(int... weeks) {
    return IntStream.of(weeks).mapToObj(SpikePastTest::week).toList();
  }

  private static LocalDate week(int week) {
    return FIRST.plusWeeks(week);
  }
}
