package org.newstide.catalog;

/** How much a name needs around it before it counts. */
public enum AliasTier {
  /** Counts wherever it is written so, unless something speaks against it. */
  SAFE,
  /** Counts where the document elsewhere names the organisation or has one of its contexts. */
  ANCHORED,
  /** Counts where such a word stands close by; then also elsewhere in the document. */
  NEIGHBOUR
}
