package org.newstide.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.newstide.report.CategoryVoice.StoryCount;
import org.newstide.report.CategoryVoice.Voice;

class CategoryVoiceTest {
  /** The first Monday of 2024. */
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  private static final StatedReader.Period QUARTER = StatedReader.periodOf("2024-Q1").orElseThrow();

  @Test
  void anOrganisationOfTheCategoryHasItsShareOfTheStories() {
    assertThat(voice(FIRST, 13).of("amazon", QUARTER)).contains(new Voice(75.0, 13));
  }

  @Test
  void anOrganisationOfAnotherCategoryHasNoVoiceRatherThanNone() {
    assertThat(voice(FIRST, 13).of("salesforce", QUARTER)).isEmpty();
  }

  @Test
  void aMemberThatNobodyNamedInThePeriodHasAVoiceOfNothing() {
    assertThat(voice(FIRST, 13).of("oracle", QUARTER)).contains(new Voice(0.0, 13));
  }

  @Test
  void fewerThanHalfOfAPeriodsWeeksTellNothingOfIt() {
    // thirteen Mondays in a quarter of 90 days: 2 January to 27 March 2023
    StatedReader.Period ninetyDays = StatedReader.periodOf("2023-Q1").orElseThrow();
    assertThat(ninetyDays.weeks()).isEqualTo(13);
    LocalDate january = LocalDate.of(2023, 1, 2);
    assertThat(voice(january, 6).of("amazon", ninetyDays)).isEmpty();
    assertThat(voice(january, 7).of("amazon", ninetyDays)).contains(new Voice(75.0, 7));
  }

  @Test
  void aPeriodHasAsManyWeeksAsMondays() {
    assertThat(weeksOf("2019-Q1")).as("90 days, from a Tuesday").isEqualTo(12);
    assertThat(weeksOf("2024-Q1")).as("91 days, from a Monday").isEqualTo(13);
    assertThat(weeksOf("2024-Q4")).as("92 days, from a Tuesday").isEqualTo(13);
    assertThat(weeksOf("2018-Q4")).as("92 days, from a Monday").isEqualTo(14);
    assertThat(weeksOf("2024")).isEqualTo(53);
    assertThat(StatedReader.Period.quarterUpTo(LocalDate.of(2024, 4, 9)).weeks()).isEqualTo(13);
  }

  private static long weeksOf(String period) {
    return StatedReader.periodOf(period).orElseThrow().weeks();
  }

  /** In so many weeks three stories name Amazon, one Microsoft and none Oracle. */
  private static CategoryVoice voice(LocalDate first, int weeks) {
    List<StoryCount> counts =
        IntStream.range(0, weeks)
            .mapToObj(week -> first.plusWeeks(week))
            .flatMap(
                week ->
                    Stream.of(
                        new StoryCount(week, "amazon", 3),
                        new StoryCount(week, "microsoft", 1),
                        new StoryCount(week, "oracle", 0)))
            .toList();
    return new CategoryVoice(counts);
  }
}
