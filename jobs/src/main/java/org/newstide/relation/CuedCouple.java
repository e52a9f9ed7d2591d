package org.newstide.relation;

import java.util.List;

/** A couple and the cues around it, in order. */
record CuedCouple(Couple couple, List<CueLexicon.Hit> cues) {
  private static final int REACH = 12;

  static CuedCouple of(Couple couple, CueLexicon lexicon) {
    return new CuedCouple(
        couple, lexicon.hits(couple.field(), couple.from(REACH), couple.to(REACH)));
  }

  /** The first word that is looked at for cues. */
  int from() {
    return couple.from(REACH);
  }

  /** Behind the last word that is looked at for cues. */
  int to() {
    return couple.to(REACH);
  }
}
