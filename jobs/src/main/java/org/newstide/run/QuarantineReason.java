package org.newstide.run;

/** Why a row could not be read. */
enum QuarantineReason {
  /** The line is no JSON object of the input's columns. */
  MALFORMED,
  /**
   * The date is absent, unparseable, before the earliest or after the latest day that is believed.
   */
  BAD_TIMESTAMP,
  /** Neither title nor body holds a character. */
  EMPTY_TEXT,
  /** Title and body are longer than {@code ingest.max_document_bytes}. */
  DOC_TOO_LARGE,
  /**
   * It holds more names, whatever they mean, than any article does: a list, or text made to be
   * found.
   */
  TOO_MANY_MENTIONS
}
