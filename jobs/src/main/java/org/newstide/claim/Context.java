package org.newstide.claim;

import java.util.List;
import java.util.Optional;

/**
 * What a sentence leaves for the next to build on.
 *
 * @param share whether it spoke of shares of a market
 * @param contest the market whose figures may follow without a word for shares
 * @param cited market, place, period and publisher of the shares it spoke of
 * @param subject whom "it" and "the company" mean; empty where nobody of the catalog
 * @param holders whose share it stated last
 * @param sentence it itself; empty before the first
 * @param columns the parties that head the columns of the table it belongs to; empty outside one
 */
record Context(
    boolean share,
    Optional<Contest> contest,
    Cited cited,
    List<Party> subject,
    List<Party> holders,
    Optional<ClaimSentence> sentence,
    List<Party> columns) {
  /**
   * What figures that follow go on with, as long as they name none of their own.
   *
   * @param market the text's words; empty where none
   * @param geography the place that the market's words named
   */
  record Cited(
      String market,
      Optional<String> geography,
      Optional<Period> period,
      Optional<String> publisher) {
    static final Cited NOTHING =
        new Cited("", Optional.empty(), Optional.empty(), Optional.empty());
  }

  static final Context NONE =
      new Context(
          false,
          Optional.empty(),
          Cited.NOTHING,
          List.of(),
          List.of(),
          Optional.empty(),
          List.of());
}
