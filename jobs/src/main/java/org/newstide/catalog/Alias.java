package org.newstide.catalog;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A way to write an entity's name. Plain text: regular expressions are absent by design, so no
 * catalog can slow a run down.
 *
 * @param text as written; one space stands for any run of white space
 * @param entityId what it names
 * @param tier what it needs around it
 * @param anyCase whether casing is free; else as written, or all capitals
 * @param versions whether a version may follow, such as {@code GPT-4o}, {@code Llama 3}
 * @param contexts keys of {@link Catalog#contexts()} whose words anchor it
 * @param validFrom first day it counts; null without limit
 * @param validUntil last day it counts; null without limit
 */
public record Alias(
    String text,
    String entityId,
    AliasTier tier,
    boolean anyCase,
    boolean versions,
    List<String> contexts,
    LocalDate validFrom,
    LocalDate validUntil)
    implements Serializable {

  /** Whether the name counts on a day; a document without a day could be of any. */
  public boolean isValidOn(Optional<LocalDate> day) {
    return day.isEmpty()
        || (validFrom == null || !day.get().isBefore(validFrom))
            && (validUntil == null || !day.get().isAfter(validUntil));
  }
}
