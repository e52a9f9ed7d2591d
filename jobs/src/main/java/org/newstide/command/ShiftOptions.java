package org.newstide.command;

import java.util.Optional;
import java.util.stream.Stream;
import org.newstide.article.IsoWeek;
import org.newstide.catalog.Catalog;
import org.newstide.shift.ShiftQuestion;
import picocli.CommandLine.Option;

/** Whom a question of a shift is about. */
public final class ShiftOptions {
  private static final String FROM = "microsoft";
  private static final String TO = "amazon";
  private static final String PARTNER = "openai";

  @Option(
      names = "--from-org",
      paramLabel = "ID",
      description = "The provider that may have lost (default: " + FROM + ").")
  private String from;

  @Option(
      names = "--to-org",
      paramLabel = "ID",
      description = "The provider that may have gained (default: " + TO + ").")
  private String to;

  @Option(
      names = "--partner",
      paramLabel = "ID",
      description = "The partner between them (default: " + PARTNER + ").")
  private String partner;

  /** The question, about organisations that the catalog knows. */
  ShiftQuestion about(Catalog catalog, Optional<IsoWeek> first, Optional<IsoWeek> last) {
    return new ShiftQuestion(
        ShiftQuestion.Party.of(catalog, from == null ? FROM : from),
        ShiftQuestion.Party.of(catalog, to == null ? TO : to),
        ShiftQuestion.Party.of(catalog, partner == null ? PARTNER : partner),
        first,
        last);
  }

  /** The question over all weeks; none where nobody asked and the catalog lacks its defaults. */
  Optional<ShiftQuestion> ifAny(Catalog catalog) {
    boolean isAsked = from != null || to != null || partner != null;
    boolean isKnown = Stream.of(FROM, TO, PARTNER).allMatch(id -> catalog.entity(id).isPresent());
    return isAsked || isKnown
        ? Optional.of(about(catalog, Optional.empty(), Optional.empty()))
        : Optional.empty();
  }
}
