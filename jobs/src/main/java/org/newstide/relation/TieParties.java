package org.newstide.relation;

import static org.newstide.linear.FeatureHash.mix;
import static org.newstide.linear.FeatureHash.of;

import java.util.List;

/**
 * What the two organisations live by, and what the cues mean between such two: "X chips" tie a
 * maker of chips and a cloud as supplier and customer, two makers of chips as rivals. Who they are
 * is left aside: known pairs would be told what the training items mostly said of them, and a turn
 * in the news would show last in the very pairs that are followed most.
 */
final class TieParties {
  private static final double FACT = 0.3;

  private static final int ACROSS = of("across");
  private static final int APART = of("apart");
  private static final int FORM = of("form");
  private static final int NO_CUE = of("no cue");
  private static final int ORGANISATIONS = of("organisations");
  private static final int TRADE = of("trade");
  private static final int TRADES = of("trades");
  private static final int WITHIN = of("within");

  private final Trades trades;
  private final int organisations;
  private final FeatureGroups features;

  /**
   * @param organisations how many the passage names
   */
  TieParties(Trades trades, int organisations, FeatureGroups features) {
    this.trades = trades;
    this.organisations = organisations;
    this.features = features;
  }

  void add(OrganisationPair pair, List<CuedCouple> nearest) {
    int both = trades(of(trades.of(pair.a())), of(trades.of(pair.b())));
    long within = nearest.stream().filter(cued -> cued.couple().isWithinSentence()).count();
    int form = within > 0 ? WITHIN : nearest.isEmpty() ? APART : ACROSS;
    features.add(mix(both, FORM), form);
    features.add(mix(both, ORGANISATIONS), Math.min(6, organisations));
    features.add(mix(both, WITHIN), (int) Math.min(4, within));
    nearest.forEach(cued -> cues(cued, both));
    features.endFacts(FACT);
  }

  private int trades(int a, int b) {
    features.add(TRADE, a);
    features.add(TRADE, b);
    int both = mix(mix(TRADES, Math.min(a, b)), Math.max(a, b));
    features.add(both);
    return both;
  }

  private void cues(CuedCouple cued, int both) {
    for (CueLexicon.Hit hit : cued.cues()) {
      int type = mix(both, hit.cue().type().ordinal());
      features.add(type, cued.couple().isBetween(hit) ? 1 : 0);
      features.add(type, 2);
    }
    if (cued.cues().isEmpty()) {
      features.add(both, NO_CUE);
    }
  }
}
