package org.newstide.shift;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.newstide.ExitCode;
import org.newstide.Nearest;
import org.newstide.NewstideException;
import org.newstide.article.IsoWeek;
import org.newstide.catalog.Catalog;
import org.newstide.catalog.Entity;

/**
 * Did things move from one provider to another, around a partner?
 *
 * @param firstWeek by default the first published
 * @param lastWeek by default the last published
 */
public record ShiftQuestion(
    Party from, Party to, Party partner, Optional<IsoWeek> firstWeek, Optional<IsoWeek> lastWeek) {
  private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9_.-]+");

  /** An organisation of the catalog. */
  public record Party(String id, String name) {
    public Party {
      if (!PLAIN_ID.matcher(id).matches()) {
        throw new IllegalArgumentException("'" + id + "' is no id");
      }
    }

    /**
     * @throws NewstideException {@code UNKNOWN_ORGANISATION}, with the nearest known one
     */
    public static Party of(Catalog catalog, String id) {
      return catalog
          .entity(id)
          .filter(Entity::isOrganisation)
          .map(entity -> new Party(entity.id(), entity.name()))
          .orElseThrow(() -> unknown(catalog, id));
    }

    private static NewstideException unknown(Catalog catalog, String id) {
      List<String> known =
          catalog.entities().stream().filter(Entity::isOrganisation).map(Entity::id).toList();
      String remedy =
          catalog
              .entity(id)
              .map(offering -> "Ask for its organisation, " + offering.organisationId())
              .orElse("Did you mean " + Nearest.to(id, known) + "? The catalog holds all names");
      return new NewstideException(
          ExitCode.USAGE_OR_CONFIG,
          "UNKNOWN_ORGANISATION",
          "'" + id + "' is no organisation of the catalog",
          "",
          remedy);
    }
  }

  public ShiftQuestion {
    if (from.equals(to) || from.equals(partner) || to.equals(partner)) {
      throw new NewstideException(
          ExitCode.USAGE_OR_CONFIG,
          "BAD_QUESTION",
          "the two providers and the partner are not three organisations",
          "",
          "Give three different ids, such as --from-org microsoft --to-org amazon --partner openai");
    }
  }

  List<String> names() {
    return List.of(from.name(), to.name(), partner.name());
  }
}
