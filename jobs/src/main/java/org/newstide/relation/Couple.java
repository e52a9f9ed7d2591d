package org.newstide.relation;

import java.util.Comparator;

/**
 * Two mentions of different organisations near each other.
 *
 * @param first index of the word that names the one
 * @param second index of the word that names the other, behind the first
 */
record Couple(FieldWords field, int first, int second) {
  static final Comparator<Couple> NEAREST_FIRST =
      Comparator.comparing(Couple::isWithinSentence)
          .reversed()
          .thenComparingInt(couple -> couple.second() - couple.first());

  /** Within a sentence, or in two adjoining ones. */
  boolean isNear() {
    return field.sentenceAt(second) - field.sentenceAt(first) <= 1;
  }

  boolean isWithinSentence() {
    return field.sentenceAt(second) == field.sentenceAt(first);
  }

  String firstOrganisation() {
    return field.organisationAt(first).orElseThrow();
  }

  String secondOrganisation() {
    return field.organisationAt(second).orElseThrow();
  }

  OrganisationPair pair() {
    return OrganisationPair.of(firstOrganisation(), secondOrganisation());
  }

  boolean isBetween(CueLexicon.Hit hit) {
    return hit.from() > first && hit.to() <= second;
  }

  /** The first word of the evidence, at most {@code reach} words before the first name. */
  int from(int reach) {
    int at = first;
    while (at > 0 && first - at < reach && field.sentenceAt(at - 1) == field.sentenceAt(first)) {
      at--;
    }
    return at;
  }

  /** Behind the last word of the evidence, at most {@code reach} words after the second name. */
  int to(int reach) {
    int at = second + 1;
    while (at < field.size()
        && at - second <= reach
        && field.sentenceAt(at) == field.sentenceAt(second)) {
      at++;
    }
    return at;
  }
}
