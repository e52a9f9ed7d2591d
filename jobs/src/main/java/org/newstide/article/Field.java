package org.newstide.article;

import java.util.Locale;

/** The two parts of an article that are read. */
public enum Field {
  TITLE,
  TEXT;

  /** The name in tables and JSON lines: {@code title} or {@code text}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
