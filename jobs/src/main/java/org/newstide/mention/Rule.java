package org.newstide.mention;

import java.util.Locale;

/** Why a written name is taken for the entity; the first that holds, in this order. */
enum Rule {
  /** A safe name, and nothing in the document speaks against it. */
  WRITTEN,
  /** A version follows a model's name: Gemini 2.5, Grok-3. */
  VERSION,
  /** So well known on the document's day that the name alone is enough. */
  KNOWN,
  /** The document names the organisation elsewhere, in words that leave no doubt. */
  COMPANY,
  /** The document holds a word of the name's contexts. */
  CONTEXT,
  /** Such a word, or the organisation, stands close by, or a company that deals with it. */
  NEIGHBOUR,
  /** Elsewhere in the document the same name was decided by another rule: one sense a document. */
  SAME_SENSE;

  /** The name in the precision table, such as {@code same_sense}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
