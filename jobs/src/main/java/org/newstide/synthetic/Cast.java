package org.newstide.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.catalog.Alias;
import org.newstide.catalog.AliasTier;
import org.newstide.catalog.Catalog;
import org.newstide.catalog.Category;
import org.newstide.catalog.Entity;

/**
 * Who the corpus speaks of: every organisation of the catalog with a safe name that is valid
 * throughout, and those of its offerings that have one. Names that need an anchor are left out:
 * whether the finder resolves them is measured on real news, not on sentences written to be
 * resolved.
 */
final class Cast {
  /**
   * @param entity an organisation or offering
   * @param organisation index of its organisation; its own for an organisation
   * @param names ways to write it
   */
  record Member(Entity entity, int organisation, List<String> names) {
    String id() {
      return entity.id();
    }

    Set<Category> categories() {
      return entity.categories();
    }
  }

  private final List<Member> members = new ArrayList<>();
  private final List<List<Integer>> offerings = new ArrayList<>();
  private final int organisations;

  Cast(Catalog catalog, LocalDate firstDay, LocalDate lastDay) {
    List<Entity> named =
        catalog.entities().stream()
            .filter(entity -> !names(catalog, entity, firstDay, lastDay).isEmpty())
            .toList();
    for (Entity entity : named) {
      if (entity.isOrganisation()) {
        members.add(new Member(entity, members.size(), names(catalog, entity, firstDay, lastDay)));
        offerings.add(new ArrayList<>());
      }
    }
    organisations = members.size();
    for (Entity entity : named) {
      if (!entity.isOrganisation()) {
        indexOf(entity.organisationId())
            .ifPresent(
                organisation -> {
                  offerings.get(organisation).add(members.size());
                  members.add(
                      new Member(entity, organisation, names(catalog, entity, firstDay, lastDay)));
                });
      }
    }
    if (organisations < 2) {
      throw new NewstideException(
          ExitCode.USAGE_OR_CONFIG,
          "CATALOG_TOO_SMALL",
          "fewer than two organisations have a safe name that is valid in all weeks",
          "",
          "Give --catalog a folder with more organisations");
    }
  }

  private static List<String> names(
      Catalog catalog, Entity entity, LocalDate first, LocalDate last) {
    return catalog.aliases().stream()
        .filter(alias -> alias.entityId().equals(entity.id()) && alias.tier() == AliasTier.SAFE)
        .filter(alias -> alias.isValidOn(Optional.of(first)) && alias.isValidOn(Optional.of(last)))
        .map(Alias::text)
        .toList();
  }

  private Optional<Integer> indexOf(String organisationId) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).id().equals(organisationId)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** Organisations first, then offerings. */
  List<Member> members() {
    return members;
  }

  int organisations() {
    return organisations;
  }

  /** Indexes of an organisation's offerings. */
  List<Integer> offerings(int organisation) {
    return offerings.get(organisation);
  }
}
