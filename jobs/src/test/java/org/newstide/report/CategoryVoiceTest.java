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
    assertThat(voice(13).of("amazon", QUARTER)).contains(new Voice(75.0, 13));
  }

  @Test
  void anOrganisationOfAnotherCategoryHasNoVoiceRatherThanNone() {
    assertThat(voice(13).of("salesforce", QUARTER)).isEmpty();
  }

  @Test
  void aMemberThatNobodyNamedInThePeriodHasAVoiceOfNothing() {
    assertThat(voice(13).of("oracle", QUARTER)).contains(new Voice(0.0, 13));
  }

  /** In so many weeks three stories name Amazon, one Microsoft and none Oracle. */
  private static CategoryVoice voice(int weeks) {
    List<StoryCount> counts =
        IntStream.range(0, weeks)
            .mapToObj(week -> FIRST.plusWeeks(week))
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
