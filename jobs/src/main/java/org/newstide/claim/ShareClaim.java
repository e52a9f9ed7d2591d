package org.newstide.claim;

import java.util.Optional;
import org.newstide.article.Field;
import org.newstide.article.Sentence;

/**
 * A market share that a text states as a level.
 *
 * @param organisationId whose share
 * @param low per cent, 0..100
 * @param high per cent; equal to low for a single figure
 * @param approximate whether the text hedges the figure ("just under 30%")
 * @param market the text's words; empty where it names none
 * @param geography the text's words, such as {@code global}, where stated
 * @param period normalised where it can be: {@code 2024-Q4}, {@code 2024}; else the text's words
 * @param former whether it is told as what the share was before, at a time that the text leaves
 *     open
 * @param publisher who is cited for it, such as {@code Synergy Research Group}
 * @param field the part the evidence stands in
 * @param evidence the sentence that states it
 * @param at where the figure begins, in UTF-16 units of the field
 */
public record ShareClaim(
    String organisationId,
    double low,
    double high,
    boolean approximate,
    String market,
    Optional<String> geography,
    Optional<String> period,
    boolean former,
    Optional<String> publisher,
    Field field,
    Sentence evidence,
    int at) {
  /** Stands for the period of a former share: a text's own words for a time are never this one. */
  public static final String EARLIER = "earlier";

  /** The period, or {@link #EARLIER}: a former share must not pass for one of now. */
  public Optional<String> periodOrEarlier() {
    return former ? Optional.of(EARLIER) : period;
  }
}
