package org.newstide.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.TimeZone;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newstide.NewstideException;

class IsoWeekTest {
  @ParameterizedTest
  @CsvSource({
    "2024-12-30T00:00:00Z, 2025-W01, 2024-12-30",
    "2021-01-03T23:59:59Z, 2020-W53, 2020-12-28",
    "2027-01-01T12:00:00Z, 2026-W53, 2026-12-28",
    "2026-11-22T23:59:59-08:00, 2026-W48, 2026-11-23",
    "2026-11-23T00:30:00+02:00, 2026-W47, 2026-11-16",
  })
  void weekIsThatOfTheUtcDayWhateverTheMachinesZone(
      String instant, String label, LocalDate monday) {
    Instant published = OffsetDateTime.parse(instant).toInstant();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String other : new String[] {"UTC", "Pacific/Kiritimati", "America/Los_Angeles"}) {
        TimeZone.setDefault(TimeZone.getTimeZone(other));
        assertThat(IsoWeek.of(published).label()).isEqualTo(label);
        assertThat(IsoWeek.of(published).weekStart()).isEqualTo(monday);
      }
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  @Property
  void everyLabelReadsBackAsItsWeek(@ForAll @IntRange(min = -40_000, max = 400_000) int day) {
    IsoWeek week = IsoWeek.of(LocalDate.ofEpochDay(day));
    assertThat(IsoWeek.parse(week.label())).isEqualTo(week);
    assertThat(week.plusWeeks(1).weekStart()).isEqualTo(week.weekStart().plusDays(7));
  }

  @Test
  void rangeHoldsBothEndsAndIsEmptyBackwards() {
    IsoWeek first = IsoWeek.parse("2026-W52");
    IsoWeek last = IsoWeek.parse("2027-W01");
    assertThat(IsoWeek.range(first, last))
        .extracting(IsoWeek::label)
        .containsExactly("2026-W52", "2026-W53", "2027-W01");
    assertThat(IsoWeek.range(last, first)).isEmpty();
  }

  @Test
  void badLabelSaysWhatIsWrong() {
    assertThatThrownBy(() -> IsoWeek.parse("2026-40"))
        .isInstanceOf(NewstideException.class)
        .hasMessage("BAD_WEEK: '2026-40' is not an ISO week. Write it as 2026-W40.");
    assertThatThrownBy(() -> IsoWeek.parse("2025-W53"))
        .hasMessage(
            "BAD_WEEK: '2025-W53' names a week that 2025, with 52 weeks, has not."
                + " Write it as 2026-W40.");
    assertThatThrownBy(() -> IsoWeek.parse("2025-W00")).hasMessageStartingWith("BAD_WEEK");
  }
}
