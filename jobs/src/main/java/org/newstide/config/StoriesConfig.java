package org.newstide.config;

/**
 * @param windowDays copies further apart are different stories
 * @param minSimilarity estimated Jaccard similarity of the leads, 0..1, from which on they are one
 *     story
 */
public record StoriesConfig(int windowDays, double minSimilarity) {
  /** So many weeks before a week may hold the originals of its copies. */
  public int windowWeeks() {
    return (windowDays + 6) / 7;
  }
}
