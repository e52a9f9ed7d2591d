package org.newstide.shift;

import java.util.List;

/**
 * What the news says about a move from one provider to another around a partner.
 *
 * @param from id of the provider that may have lost
 * @param to id of the provider that may have gained
 * @param partner id of the partner
 * @param weeks labels of the weeks looked at, without a gap
 * @param figures attention, tone and alliance, each measured on its own
 * @param evidence the best sentences, at most ten
 */
public record ShiftFindings(
    String from,
    String to,
    String partner,
    List<String> weeks,
    List<Figure> figures,
    List<Sentence> evidence) {

  /**
   * One figure; it rises where things move toward {@link ShiftFindings#to}.
   *
   * @param name stable, such as attention
   * @param unit share (0..1) or tone (-2..2)
   * @param values by week; null where a week says nothing
   * @param observations stories or ties that a week rests on
   * @param step the clearest step; empty list with too few weeks to look for one
   */
  public record Figure(
      String name,
      String unit,
      String meaning,
      List<Double> values,
      List<Long> observations,
      List<Step> step) {}

  /**
   * The clearest step of a figure, whether or not it is a finding. A finding says that the level
   * after the week differs from that before, not that it changed in that week: levels that drift or
   * wander differ too.
   *
   * @param week label of the first week of the after
   * @param firstWeek lower bound of its 95% interval
   * @param lastWeek upper bound
   * @param low lower bound of the 95% interval of after - before
   * @param high upper bound
   * @param p probability value of no step, by itself
   * @param adjusted the same, Holm-adjusted for all figures of the answer
   * @param isFinding whether {@code adjusted} is below the error rate and the interval of the
   *     difference does not hold 0
   * @param isDrift whether a straight line through the weeks leaves less squares than the step
   * @param within part of after - before that happened within the sources
   * @param mix part that is another mix of sources; the two add up to after - before
   * @param sources the largest contributions
   */
  public record Step(
      String week,
      String firstWeek,
      String lastWeek,
      double before,
      double after,
      double low,
      double high,
      double p,
      double adjusted,
      boolean isFinding,
      boolean isDrift,
      double within,
      double mix,
      List<Source> sources) {
    /** What is found, for people; goes on with the week. */
    public String verdict() {
      if (!isFinding) {
        return "no difference shown; the clearest step would be in";
      }
      return "MOVED: the level differs"
          + (mostlyMix() ? ", mostly by the mix of sources" : "")
          + (isDrift
              ? "; a straight drift fits better than a step; split at"
              : "; a step fits better than a straight drift, in");
    }

    /** Whether less than half of after - before happened within the sources. */
    public boolean mostlyMix() {
      return within / (after - before) < 0.5;
    }
  }

  /** What a source contributes to after - before. */
  public record Source(String source, double within, double mix) {}

  /**
   * @param side the provider that the sentence ties to the partner, or parts from it
   * @param kind partnership, investment or tension, or one of these as hypothetical; where ties are
   *     few, also named together
   * @param speaksFor whether it speaks for the move: a tie with {@code to} or its name beside the
   *     partner's, tension with {@code from}
   * @param url as the corpus gives it; null where it gives none
   */
  public record Sentence(
      String week,
      String side,
      String kind,
      boolean speaksFor,
      double confidence,
      String sentence,
      String source,
      String url) {
    /** The same sentence with another address. */
    public Sentence withUrl(String other) {
      return new Sentence(week, side, kind, speaksFor, confidence, sentence, source, other);
    }
  }
}
