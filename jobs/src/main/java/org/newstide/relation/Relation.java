package org.newstide.relation;

import java.util.Locale;
import java.util.Optional;
import org.newstide.article.Field;
import org.newstide.article.Sentence;

/**
 * A stated tie between two organisations.
 *
 * @param organisationA the one whose id sorts first
 * @param organisationB the one whose id sorts last
 * @param type what ties them
 * @param polarity whether the text asserts it, denies it, or tells it as a rumour or possibility
 * @param actor the organisation that acts (invests, sues, leads), where the text names one
 * @param field the part the evidence stands in
 * @param evidence the sentence that states it
 * @param at where the one of the two begins that is named last in it, in UTF-16 units of the field
 * @param confidence 0..1
 */
public record Relation(
    String organisationA,
    String organisationB,
    Type type,
    Polarity polarity,
    Optional<String> actor,
    Field field,
    Sentence evidence,
    int at,
    double confidence) {

  /** What ties two organisations, as the labelling guideline defines it. */
  public enum Type {
    PARTNERSHIP,
    INVESTMENT,
    TENSION,
    COMPETITION;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the one gives the other something: goods, work or money. */
    boolean isAlliance() {
      return this == PARTNERSHIP || this == INVESTMENT;
    }
  }

  /** How the text tells it. */
  public enum Polarity {
    ASSERTED,
    NEGATED,
    HYPOTHETICAL;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
