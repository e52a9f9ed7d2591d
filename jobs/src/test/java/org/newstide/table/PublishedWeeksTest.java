package org.newstide.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.newstide.article.IsoWeek;

class PublishedWeeksTest {
  private static final TreeSet<IsoWeek> PUBLISHED =
      new TreeSet<>(List.of(week("2024-W50"), week("2025-W01"), week("2025-W03")));

  @Test
  void endsWithTheLastPublishedWeekAndBeginsNotBeforeTheFirst() {
    assertThat(choose(null, null, 52))
        .containsExactly("2024-W50", "2024-W51", "2024-W52", "2025-W01", "2025-W02", "2025-W03");
    assertThat(choose(null, null, 3)).containsExactly("2025-W01", "2025-W02", "2025-W03");
  }

  @Test
  void keepsTheWeeksThatWereAskedForEvenWhereTheyWereNotMeasured() {
    assertThat(choose("2025-W02", "2025-W04", 52))
        .containsExactly("2025-W02", "2025-W03", "2025-W04");
  }

  @Test
  void saysWhichWeeksAreThereWhereNoneOfTheWantedIs() {
    assertThatThrownBy(() -> choose("2023-W01", "2023-W09", 52))
        .hasMessage(
            "NO_WEEKS: no week from 2023-W01 to 2023-W09 has been published. Published are weeks"
                + " from 2024-W50 to 2025-W03: choose among them, or run the job for these weeks.");
    assertThatThrownBy(() -> choose("2025-W03", "2025-W01", 52)).hasMessageStartingWith("NO_WEEKS");
    assertThatThrownBy(() -> choose("2025-W02", "2025-W02", 52)).hasMessageStartingWith("NO_WEEKS");
  }

  @Test
  void reachesBackToTheFirstPublishedOfTheWeeksBefore() {
    PublishedWeeks last = weeks("2025-W03", null, 1);
    assertThat(labels(last.reachingBack(3))).containsExactly("2025-W01", "2025-W02", "2025-W03");
    assertThat(labels(last.reachingBack(12))).startsWith("2024-W50").hasSize(6);
    assertThat(labels(last.reachingBack(1))).containsExactly("2025-W03");
    assertThat(labels(weeks("2024-W48", null, 1).reachingBack(12)))
        .as("nothing was published before")
        .startsWith("2024-W48");
  }

  private static List<String> choose(String from, String to, int most) {
    return labels(weeks(from, to, most));
  }

  private static PublishedWeeks weeks(String from, String to, int most) {
    return PublishedWeeks.choose(
        PUBLISHED,
        Optional.ofNullable(from).map(IsoWeek::parse),
        Optional.ofNullable(to).map(IsoWeek::parse),
        most);
  }

  private static List<String> labels(PublishedWeeks weeks) {
    return weeks.list().stream().map(IsoWeek::label).toList();
  }

  private static IsoWeek week(String label) {
    return IsoWeek.parse(label);
  }
}
