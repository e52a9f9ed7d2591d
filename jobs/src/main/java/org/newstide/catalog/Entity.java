package org.newstide.catalog;

import java.io.Serializable;
import java.util.Set;

/**
 * What a mention names: an organisation, or one of its offerings.
 *
 * @param id stable snake or kebab case id, such as {@code amazon}, {@code aws}, {@code chatgpt}
 * @param organisationId the organisation it rolls up to; its own id for an organisation
 * @param name as people write it
 * @param categories the categories it competes in
 */
public record Entity(String id, String organisationId, String name, Set<Category> categories)
    implements Serializable {
  public boolean isOrganisation() {
    return id.equals(organisationId);
  }
}
