package org.newstide.relation;

/** The 32-bit hashes that stand for words and features: FNV-1a over letters, mixed for features. */
final class FeatureHash {
  private FeatureHash() {}

  static int of(String word) {
    int hash = 0x811c9dc5;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * 0x01000193;
    }
    return hash;
  }

  /** A hash of an ordered pair; spreads neighbouring values over the whole range. */
  static int mix(int a, int b) {
    int hash = a * 0x9E3779B1 + b;
    hash ^= hash >>> 15;
    hash *= 0x85EBCA6B;
    return hash ^ (hash >>> 13);
  }
}
