package org.newstide.claim;

import java.util.List;
import org.newstide.mention.Mention;

/**
 * Who holds a figure.
 *
 * @param parties each by itself; empty where nobody of the sentence, or a group together, holds it
 * @param tied whether the words tie the figure to them without a verb: "(24%)", "9% for Bing"
 */
record Held(List<Party> parties, boolean tied) {
  static final Held NOBODY = new Held(List.of(), false);

  static Held tied(Party party) {
    return new Held(List.of(party), true);
  }

  static Held loosely(List<Party> parties) {
    return new Held(parties, false);
  }

  /** The holders that the catalog knows. */
  List<Mention> mentions() {
    return parties.stream().flatMap(party -> party.mention().stream()).toList();
  }
}
