package org.newstide.mention;

import org.newstide.article.Field;
import org.newstide.catalog.Entity;

/**
 * A name of a catalog entity in a document.
 *
 * @param field the part it stands in
 * @param start first UTF-16 unit in the cleaned field
 * @param end behind the last UTF-16 unit
 * @param entity what it names
 * @param confidence probability 0..1 that the name means this entity here
 */
public record Mention(Field field, int start, int end, Entity entity, double confidence) {
  public String organisationId() {
    return entity.organisationId();
  }
}
