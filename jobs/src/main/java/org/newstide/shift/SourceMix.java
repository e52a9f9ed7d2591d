package org.newstide.shift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How much of the change of a rate is a change within the sources, and how much one of their mix
 * (Kitagawa 1955, <em>Components of a difference between two rates</em>). With w the part of the
 * observations that a source gives and r its rate: within = Σ w̄ · Δr, mix = Σ r̄ · Δw, bars being
 * means of before and after; the two add up to the change. A source of one period only has no
 * change of its own: all that it brings is mix.
 *
 * @param within the change within sources: the news itself
 * @param mix the change of their weights: who is read
 * @param parts what each source contributes
 */
record SourceMix(double within, double mix, List<SourcePart> parts) {
  private static final int SHOWN = 5;

  /** What a source contributes. */
  record SourcePart(String source, double within, double mix) {
    SourcePart minus(SourcePart other) {
      return new SourcePart(source, within - other.within, mix - other.mix);
    }
  }

  /** Sum and number of observations. */
  record Rate(double sum, double count) {
    static final Rate NONE = new Rate(0, 0);

    Rate plus(Rate other) {
      return new Rate(sum + other.sum, count + other.count);
    }

    Rate times(double factor) {
      return new Rate(sum * factor, count * factor);
    }

    double value() {
      return sum / count;
    }
  }

  /**
   * @param before by source; some observation in all
   * @param after by source; some observation in all
   */
  static SourceMix of(Map<String, Rate> before, Map<String, Rate> after) {
    double allBefore = before.values().stream().mapToDouble(Rate::count).sum();
    double allAfter = after.values().stream().mapToDouble(Rate::count).sum();
    // Rates are taken from the level before, so that a source's mix says whether it pulled up.
    double level = before.values().stream().mapToDouble(Rate::sum).sum() / allBefore;
    Set<String> sources = new TreeSet<>(before.keySet());
    sources.addAll(after.keySet());
    List<SourcePart> parts = new ArrayList<>();
    for (String source : sources) {
      Rate old = before.getOrDefault(source, Rate.NONE);
      Rate now = after.getOrDefault(source, Rate.NONE);
      double oldRate = (old.count() > 0 ? old : now).value() - level;
      double newRate = (now.count() > 0 ? now : old).value() - level;
      double oldPart = old.count() / allBefore;
      double newPart = now.count() / allAfter;
      parts.add(
          new SourcePart(
              source,
              (oldPart + newPart) / 2 * (newRate - oldRate),
              (oldRate + newRate) / 2 * (newPart - oldPart)));
    }
    return new SourceMix(
        parts.stream().mapToDouble(SourcePart::within).sum(),
        parts.stream().mapToDouble(SourcePart::mix).sum(),
        parts);
  }

  /** The sources with the largest part, both kinds together. */
  List<SourcePart> largest() {
    return parts.stream()
        .sorted(Comparator.comparingDouble(part -> -Math.abs(part.within + part.mix)))
        .limit(SHOWN)
        .toList();
  }

  /** The difference of two decompositions: what moved one rate more than the other. */
  SourceMix minus(SourceMix other) {
    Map<String, SourcePart> bySource = new TreeMap<>();
    parts.forEach(part -> bySource.put(part.source, part));
    for (SourcePart part : other.parts) {
      SourcePart own = bySource.getOrDefault(part.source, new SourcePart(part.source, 0, 0));
      bySource.put(part.source, own.minus(part));
    }
    return new SourceMix(within - other.within, mix - other.mix, List.copyOf(bySource.values()));
  }
}
