package org.newstide.relation;

import static org.newstide.linear.FeatureHash.mix;
import static org.newstide.linear.FeatureHash.of;

import java.util.List;

/**
 * Who the two organisations are, and what the cues mean between such two: "X chips" tie a maker of
 * chips and a cloud as supplier and customer, two makers of chips as rivals. Which of its offerings
 * stands for an organisation is left aside: it would tie the model to one state of the catalog.
 */
final class TieParties {
  private static final int CUE_REACH = 12;
  private static final double FACT = 0.3;

  private static final int FORM = of("form");
  private static final int NO_CUE = of("no cue");
  private static final int ORGANISATION = of("organisation");
  private static final int ORGANISATIONS = of("organisations");
  private static final int PAIR = of("pair");
  private static final int TRADE = of("trade");
  private static final int TRADES = of("trades");
  private static final int WITHIN = of("within");

  private final TiePassage passage;
  private final CueLexicon lexicon;
  private final Trades trades;
  private final FeatureGroups features;
  private final int organisations;

  TieParties(TiePassage passage, CueLexicon lexicon, Trades trades, FeatureGroups features) {
    this.passage = passage;
    this.lexicon = lexicon;
    this.trades = trades;
    this.features = features;
    this.organisations = passage.organisations().size();
  }

  void add(OrganisationPair pair, List<Couple> nearest) {
    int both = trades(of(trades.of(pair.a())), of(trades.of(pair.b())));
    features.add(PAIR, mix(of(pair.a()), of(pair.b())));
    features.add(ORGANISATION, of(pair.a()));
    features.add(ORGANISATION, of(pair.b()));
    long within = nearest.stream().filter(Couple::isWithinSentence).count();
    int form = of(within > 0 ? "within" : nearest.isEmpty() ? "apart" : "across");
    features.add(mix(both, FORM), form);
    features.add(mix(both, ORGANISATIONS), Math.min(6, organisations));
    features.add(mix(both, WITHIN), (int) Math.min(4, within));
    nearest.forEach(couple -> cues(couple, both));
    features.endFacts(FACT);
  }

  private int trades(int a, int b) {
    features.add(TRADE, a);
    features.add(TRADE, b);
    int both = mix(mix(TRADES, Math.min(a, b)), Math.max(a, b));
    features.add(both);
    return both;
  }

  private void cues(Couple couple, int both) {
    List<CueLexicon.Hit> hits =
        lexicon.hits(couple.field().stems(), couple.from(CUE_REACH), couple.to(CUE_REACH));
    for (CueLexicon.Hit hit : hits) {
      int type = mix(both, hit.cue().type().ordinal());
      features.add(type, couple.isBetween(hit) ? 1 : 0);
      features.add(type, 2);
    }
    if (hits.isEmpty()) {
      features.add(both, NO_CUE);
    }
  }
}
