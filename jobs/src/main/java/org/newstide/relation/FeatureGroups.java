package org.newstide.relation;

import org.newstide.linear.FeatureHash;
import org.newstide.linear.FeatureVector;

/**
 * Fills a vector with hashed features, group by group; a feature counts once in its group, and a
 * group as much as its weight says, however many features it has.
 */
final class FeatureGroups {
  static final int BITS = 18;
  static final int SPACE = 1 << BITS;

  private final FeatureVector vector = new FeatureVector();
  private final int[] addedBy = new int[SPACE];
  private int group;
  private int groupFrom;

  /** What was filled in; valid until the next is begun. */
  FeatureVector vector() {
    return vector;
  }

  void clear() {
    vector.clear();
    groupFrom = 0;
    group++;
  }

  void add(int feature, int detail) {
    add(FeatureHash.mix(feature, detail));
  }

  void add(int hash) {
    int place = FeatureHash.place(FeatureHash.mix(hash, BITS), BITS);
    if (addedBy[place] != group) {
      addedBy[place] = group;
      vector.add(place, 0);
    }
  }

  /** Ends a group of words: its length is {@code weight} however many words it has. */
  void endWords(double weight) {
    end(weight / Math.sqrt(Math.max(1, vector.size() - groupFrom)));
  }

  /** Ends a group of facts: each has the value {@code weight}. */
  void endFacts(double weight) {
    end(weight);
  }

  private void end(double each) {
    vector.fill(groupFrom, (float) each);
    groupFrom = vector.size();
    group++;
  }
}
