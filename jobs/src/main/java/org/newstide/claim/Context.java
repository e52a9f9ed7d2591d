package org.newstide.claim;

import java.util.List;
import java.util.Optional;

/**
 * What a sentence leaves for the next to build on.
 *
 * @param share whether it spoke of shares of a market
 * @param contest the market whose figures may follow without a word for shares
 * @param market the market it named; empty where none
 * @param subject whom "it" and "the company" mean; empty where nobody of the catalog
 * @param holders whose share it stated last
 * @param columns the parties that head the columns of the table it belongs to; empty outside one
 */
record Context(
    boolean share,
    Optional<Contest> contest,
    String market,
    List<Party> subject,
    List<Party> holders,
    List<Party> columns) {
  static final Context NONE =
      new Context(false, Optional.empty(), "", List.of(), List.of(), List.of());
}
