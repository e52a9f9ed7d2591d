package org.newstide.catalog;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A way to write an entity's name. Plain text: regular expressions are absent by design, so no
 * catalog can slow a run down.
 *
 * @param text as written; one space stands for up to three of white space
 * @param entityId what it names
 * @param tier what it needs around it
 * @param anyCase whether casing is free; else as written, where further letters may be capitals
 * @param versions whether a version may follow, such as {@code GPT-4o}, {@code Llama 3}
 * @param contexts keys of {@link Catalog#contexts()} whose words speak for it
 * @param against keys of {@link Catalog#contexts()} whose words speak against it: beside them even
 *     a safe name needs something that speaks for it
 * @param validFrom first day of its tier; before it only the organisation's name close by makes it
 *     count; null without limit
 * @param validUntil last day of its tier; after it as before the first; null without limit
 * @param safeFrom first day from which it is so well known that it counts without an anchor; null
 *     for never
 */
public record Alias(
    String text,
    String entityId,
    AliasTier tier,
    boolean anyCase,
    boolean versions,
    List<String> contexts,
    List<String> against,
    LocalDate validFrom,
    LocalDate validUntil,
    LocalDate safeFrom)
    implements Serializable {

  /** A name that counts wherever it is written so. */
  public static Alias safe(String text, String entityId) {
    return new Alias(
        text, entityId, AliasTier.SAFE, false, false, List.of(), List.of(), null, null, null);
  }

  /** Whether a day is one of the name's days; a document without a day could be of any. */
  public boolean isValidOn(Optional<LocalDate> day) {
    return day.isEmpty()
        || (validFrom == null || !day.get().isBefore(validFrom))
            && (validUntil == null || !day.get().isAfter(validUntil));
  }

  /** Whether a day lies before the name's first, so that its thing may not be known of yet. */
  public boolean isAheadOn(Optional<LocalDate> day) {
    return validFrom != null && day.isPresent() && day.get().isBefore(validFrom);
  }

  /** What the name needs on a day. */
  public AliasTier tierOn(Optional<LocalDate> day) {
    return isValidOn(day) ? tier : AliasTier.NEIGHBOUR;
  }

  /** Whether the name needs no anchor any more. */
  public boolean isKnownOn(Optional<LocalDate> day) {
    return safeFrom != null && day.isPresent() && !day.get().isBefore(safeFrom);
  }
}
