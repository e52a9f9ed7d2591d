package org.newstide.mention;

import java.util.Arrays;

/** Places in a field where a name is written, in order; five ints each, so a million are cheap. */
final class Hits {
  private static final int SIZE = 5;
  private static final int DISMISSED = -1;
  private static final Rule[] RULES = Rule.values();
  private int[] values = new int[SIZE * 16];
  private int count;

  void add(int start, int end, int alias, boolean hasVersion) {
    if (SIZE * count == values.length) {
      values = Arrays.copyOf(values, values.length * 2);
    }
    values[SIZE * count] = start;
    values[SIZE * count + 1] = end;
    values[SIZE * count + 2] = alias;
    values[SIZE * count + 3] = hasVersion ? 1 : 0;
    count++;
  }

  int count() {
    return count;
  }

  int start(int i) {
    return values[SIZE * i];
  }

  int end(int i) {
    return values[SIZE * i + 1];
  }

  int alias(int i) {
    return values[SIZE * i + 2];
  }

  /** Whether a version follows the name and is part of the hit. */
  boolean hasVersion(int i) {
    return values[SIZE * i + 3] != 0;
  }

  /** Whether some rule took the hit for a mention. */
  boolean isDecided(int i) {
    return values[SIZE * i + 4] > 0;
  }

  /** Whether nothing was decided about the hit yet. */
  boolean isOpen(int i) {
    return values[SIZE * i + 4] == 0;
  }

  /** The rule that took a decided hit. */
  Rule rule(int i) {
    return RULES[values[SIZE * i + 4] - 1];
  }

  /** Gives the hit to another entity's name of the same letters. */
  void alias(int i, int alias) {
    values[SIZE * i + 2] = alias;
  }

  void decide(int i, Rule rule) {
    values[SIZE * i + 4] = rule.ordinal() + 1;
  }

  /** Takes the hit for no mention, whatever other rules say. */
  void dismiss(int i) {
    values[SIZE * i + 4] = DISMISSED;
  }
}
