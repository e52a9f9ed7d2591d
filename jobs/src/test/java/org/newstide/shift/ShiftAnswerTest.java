package org.newstide.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.newstide.article.IsoWeek;

class ShiftAnswerTest {
  private static final int WEEKS = 40;
  private static final List<IsoWeek> CALENDAR =
      IsoWeek.range(IsoWeek.parse("2024-W01"), IsoWeek.parse("2024-W40"));
  private static final List<String> NAMES = List.of("Microsoft", "Amazon", "OpenAI");

  /** Of 200 answers at 5% some 10 are expected; 18 are the 99% bound of Binomial(200, 0.05). */
  @Test
  void whereNothingMovedFewAnswersNameAStepInAnyOfTheirFigures() {
    SplittableRandom random = new SplittableRandom(6);
    long wrong = IntStream.range(0, 200).filter(answer -> namesAStep(still(random))).count();
    assertThat(wrong).isLessThanOrEqualTo(18);
  }

  private static boolean namesAStep(List<Cell> cells) {
    return ShiftAnswer.figures(CALENDAR, cells, NAMES).stream()
        .anyMatch(figure -> figure.step().get(0).isFinding());
  }

  /**
   * Of two sources whose tones, numbers and preferences differ and change, and some weeks in which
   * one provider is not named.
   */
  @Test
  void withinAndMixAddUpToTheChangeShownInEveryFigure() {
    SplittableRandom random = new SplittableRandom(7);
    List<Cell> cells = new ArrayList<>();
    for (int week = 0; week < WEEKS; week++) {
      cells.add(uneven(week, "wire", 60 - week, 0.2, random));
      cells.add(uneven(week, "blog", 5 + 2L * week, week < 25 ? 0.3 : 0.8, random));
    }
    cells.removeIf(cell -> cell.week() == 7 || cell.week() == 31);
    cells.add(new Cell(7, "wire", 40, 0, 0, 0, -20, 0, 0, 0));
    cells.add(new Cell(31, "blog", 0, 50, 0, 0, 0, 45, 0, 0));

    assertThat(ShiftAnswer.figures(CALENDAR, cells, NAMES))
        .allSatisfy(
            figure -> {
              ShiftFindings.Step step = figure.step().get(0);
              assertThat(step.within() + step.mix())
                  .as(figure.name())
                  .isCloseTo(step.after() - step.before(), offset(2e-6)); // rounded to millionths
            });
  }

  /** The more often a source names the second provider, the better it speaks of it. */
  private static Cell uneven(
      int week, String source, long stories, double rate, SplittableRandom random) {
    long to = hits(stories, rate, random);
    long from = stories - to;
    long ties = 1 + stories / 8;
    long speakFor = hits(ties, rate, random);
    return new Cell(
        week,
        source,
        from,
        to,
        from / 2,
        to / 2,
        from * (0.1 - rate),
        to * (rate - 0.2),
        speakFor,
        ties - speakFor);
  }

  /** Weeks of thirty stories and ten ties, drawn at the same rates in every week. */
  private static List<Cell> still(SplittableRandom random) {
    List<Cell> cells = new ArrayList<>();
    for (int week = 0; week < WEEKS; week++) {
      long to = hits(30, 0.4, random);
      long besideTo = hits(15, 0.4, random);
      long speakFor = hits(10, 0.5, random);
      double toneFrom = 2 * hits(30 - to, 0.6, random) - (30 - to);
      double toneTo = 2 * hits(to, 0.6, random) - to;
      cells.add(
          new Cell(
              week,
              "wire",
              30 - to,
              to,
              15 - besideTo,
              besideTo,
              toneFrom,
              toneTo,
              speakFor,
              10 - speakFor));
    }
    return cells;
  }

  private static long hits(long of, double rate, SplittableRandom random) {
    return random.doubles(of).filter(drawn -> drawn < rate).count();
  }
}
