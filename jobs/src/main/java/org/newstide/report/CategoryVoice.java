package org.newstide.report;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Share of voice by stories within one category, over a period. Who is not of the category is never
 * counted in it: it has no voice there, which is something else than a voice of 0.
 */
final class CategoryVoice {
  private final List<StoryCount> counts;
  private final Set<String> members;

  CategoryVoice(List<StoryCount> counts) {
    this.counts = counts;
    members = counts.stream().map(StoryCount::organisation).collect(Collectors.toSet());
  }

  /** The stories of a week that name an organisation of the category; 0 where none does. */
  record StoryCount(LocalDate week, String organisation, long stories) {}

  /**
   * @param weeks how many weeks it pools
   */
  record Voice(double percent, int weeks) {}

  /** Empty for others than members, and where fewer than half of the period's weeks are here. */
  Optional<Voice> of(String organisation, StatedReader.Period period) {
    return members.contains(organisation) ? pooled(organisation, period) : Optional.empty();
  }

  private Optional<Voice> pooled(String organisation, StatedReader.Period period) {
    long own = 0;
    long all = 0;
    Set<LocalDate> measured = new HashSet<>();
    for (StoryCount count : counts) {
      if (count.stories() > 0 && period.holds(count.week())) {
        all += count.stories();
        own += count.organisation().equals(organisation) ? count.stories() : 0;
        measured.add(count.week());
      }
    }
    return all == 0 || 2L * measured.size() < period.weeks()
        ? Optional.empty()
        : Optional.of(new Voice(Math.round(1000.0 * own / all) / 10.0, measured.size()));
  }
}
