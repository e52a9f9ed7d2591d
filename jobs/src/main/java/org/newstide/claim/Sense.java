package org.newstide.claim;

/**
 * What a figure measures.
 *
 * @param level whether it is the level of a share
 * @param marketFrom index of the first word that names the market
 * @param marketTo index behind the last; equal to marketFrom where none is named
 * @param shareAt index of the word "share" before the figure that it fills; -1 where none
 * @param end index behind the words that say what it measures
 */
record Sense(Level level, int marketFrom, int marketTo, int shareAt, int end) {
  /** Whether a figure is the level of a share. */
  enum Level {
    SHARE,
    OTHER,
    /** The figure's own words do not say: it measures what its neighbours measure. */
    BARE
  }

  static Sense of(Level level, int end) {
    return new Sense(level, 0, 0, -1, end);
  }

  Sense marketed(int from, int to) {
    return new Sense(level, from, to, shareAt, end);
  }

  Sense marketed(Whole whole) {
    return marketed(whole.from(), whole.to());
  }
}
