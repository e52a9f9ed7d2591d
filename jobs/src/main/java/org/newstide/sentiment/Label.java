package org.newstide.sentiment;

import java.util.Locale;

/**
 * The three classes of sentiment toward an organisation, in the order of every probability vector.
 */
public enum Label {
  NEGATIVE,
  NEUTRAL,
  POSITIVE;

  static final int CLASSES = values().length;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
