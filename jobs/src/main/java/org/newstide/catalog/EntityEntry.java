package org.newstide.catalog;

import java.util.List;
import java.util.Set;

/**
 * An entity as a catalog file writes it.
 *
 * @param parent the organisation's id; null for an organisation
 */
record EntityEntry(
    String file,
    int line,
    String id,
    String parent,
    String name,
    Set<Category> categories,
    List<Name> names,
    List<String> lookAlikes) {

  /** A name and its line. */
  record Name(Alias alias, int line) {}

  String place() {
    return file + ":" + line;
  }
}
