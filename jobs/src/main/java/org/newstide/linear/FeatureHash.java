package org.newstide.linear;

/** The 32-bit hashes that stand for words and features: FNV-1a over letters, mixed for features. */
public final class FeatureHash {
  private static final int OFFSET = 0x811c9dc5;
  private static final int PRIME = 0x01000193;

  private FeatureHash() {}

  /** The hash of no letters, to which {@link #next} adds one after the other. */
  public static int start() {
    return OFFSET;
  }

  public static int next(int hash, int character) {
    return (hash ^ character) * PRIME;
  }

  public static int of(String word) {
    int hash = OFFSET;
    for (int i = 0; i < word.length(); i++) {
      hash = next(hash, word.charAt(i));
    }
    return hash;
  }

  /** A hash of an ordered pair; spreads neighbouring values over the whole range. */
  public static int mix(int a, int b) {
    int hash = a * 0x9E3779B1 + b;
    hash ^= hash >>> 15;
    hash *= 0x85EBCA6B;
    return hash ^ (hash >>> 13);
  }

  /** The place of a hash in a space of 2 to the power of {@code bits}. */
  public static int place(int hash, int bits) {
    return hash >>> (Integer.SIZE - bits);
  }
}
