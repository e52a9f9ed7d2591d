package org.newstide.shift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.newstide.Millionths;
import org.newstide.article.IsoWeek;

/** From counts per week and source to figures, steps and their causes; plain arithmetic. */
final class ShiftAnswer {
  /** The chance, over all figures of an answer together, to name a step where there is none. */
  static final double ERROR_RATE = 0.05;

  private ShiftAnswer() {}

  /**
   * @param weeks the weeks looked at
   * @param names of the two providers and the partner, for people
   */
  static List<ShiftFindings.Figure> figures(
      List<IsoWeek> weeks, List<Cell> cells, List<String> names) {
    Map<Measure, WeeklyValues> weekly = new EnumMap<>(Measure.class);
    Map<Measure, ChangePoint> steps = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      weekly.put(measure, measure.weekly(cells));
      ChangePoint.of(weekly.get(measure)).ifPresent(step -> steps.put(measure, step));
    }
    Map<Measure, Double> adjusted = holm(steps);
    List<ShiftFindings.Figure> figures = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      Optional<ShiftFindings.Step> step =
          Optional.ofNullable(steps.get(measure))
              .map(
                  change ->
                      step(
                          weeks,
                          change.within(measure.largestChange()),
                          adjusted.get(measure),
                          measure.mix(cells, change.week())));
      figures.add(
          new ShiftFindings.Figure(
              measure.name().toLowerCase(Locale.ROOT),
              measure.unit(),
              measure.meaning(names.get(0), names.get(1), names.get(2)),
              values(weekly.get(measure), weeks.size()),
              observations(measure.observations(cells), weeks.size()),
              step.stream().toList()));
    }
    return figures;
  }

  /**
   * Holm (1979): the least p counts as often as there are figures, the next once less, and so on;
   * so the error rate holds for all figures together.
   */
  private static Map<Measure, Double> holm(Map<Measure, ChangePoint> steps) {
    Map<Measure, Double> adjusted = new EnumMap<>(Measure.class);
    List<Map.Entry<Measure, ChangePoint>> ordered =
        steps.entrySet().stream()
            .sorted(Comparator.comparingDouble(entry -> entry.getValue().p()))
            .toList();
    double least = 0;
    for (int i = 0; i < ordered.size(); i++) {
      least = Math.max(least, Math.min(1, ordered.get(i).getValue().p() * (ordered.size() - i)));
      adjusted.put(ordered.get(i).getKey(), least);
    }
    return adjusted;
  }

  /**
   * A step is a finding where p names one and the interval of its difference does not hold 0. p
   * alone is fooled by a few last weeks that merely scatter more than all others.
   */
  private static ShiftFindings.Step step(
      List<IsoWeek> weeks, ChangePoint change, double adjusted, SourceMix mix) {
    return new ShiftFindings.Step(
        weeks.get(change.week()).label(),
        weeks.get(change.firstWeek()).label(),
        weeks.get(change.lastWeek()).label(),
        Millionths.rounded(change.before()),
        Millionths.rounded(change.after()),
        Millionths.rounded(change.low()),
        Millionths.rounded(change.high()),
        Millionths.rounded(change.p()),
        Millionths.rounded(adjusted),
        adjusted < ERROR_RATE && change.hasSureSign(),
        change.isDrift(),
        Millionths.rounded(mix.within()),
        Millionths.rounded(mix.mix()),
        mix.largest().stream()
            .map(
                part ->
                    new ShiftFindings.Source(
                        part.source(),
                        Millionths.rounded(part.within()),
                        Millionths.rounded(part.mix())))
            .toList());
  }

  private static List<Double> values(WeeklyValues weekly, int size) {
    Double[] values = new Double[size];
    for (int i = 0; i < weekly.size(); i++) {
      values[weekly.weeks()[i]] = Millionths.rounded(weekly.values()[i]);
    }
    return Collections.unmodifiableList(Arrays.asList(values));
  }

  private static List<Long> observations(Map<Integer, Long> counts, int size) {
    return IntStream.range(0, size).mapToObj(week -> counts.getOrDefault(week, 0L)).toList();
  }
}
