package org.newstide.report;

import org.newstide.catalog.Catalog;
import org.newstide.catalog.Entity;

/** Names as people write them; an id that today's catalog no longer holds stands for itself. */
record Names(Catalog catalog) {
  String of(String id) {
    return catalog.entity(id).map(Entity::name).orElse(id);
  }
}
