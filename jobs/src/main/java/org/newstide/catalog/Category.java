package org.newstide.catalog;

import java.util.Locale;

/**
 * A market whose members' shares of voice sum to one. An organisation or offering may be in
 * several.
 */
public enum Category {
  CLOUD_PROVIDER,
  AI_PARTNER,
  AI_MODEL;

  /** The name in tables and catalog files, such as {@code cloud_provider}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
