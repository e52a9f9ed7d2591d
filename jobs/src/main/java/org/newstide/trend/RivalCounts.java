package org.newstide.trend;

import java.time.LocalDate;

/**
 * What a week says of one entity among its rivals.
 *
 * @param week its Monday
 * @param entityId organisation or offering
 * @param articles that name it
 * @param sources with an article that names it
 * @param shareInSources sum over the sources of its share of the articles within the source, in
 *     1e-12; over all rivals this adds up to the number of sources that name anyone
 * @param negative sum over its stories of p(negative), in 1e-6
 * @param positive sum over its stories of p(positive), in 1e-6
 * @param sums the stories that name it
 */
record RivalCounts(
    LocalDate week,
    String entityId,
    long articles,
    long sources,
    long shareInSources,
    long negative,
    long positive,
    StorySums sums) {

  static RivalCounts none(LocalDate week, String entityId) {
    return new RivalCounts(week, entityId, 0, 0, 0, 0, 0, StorySums.NONE);
  }

  long stories() {
    return sums.stories();
  }
}
