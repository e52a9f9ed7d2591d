package org.newstide.relation;

import static org.newstide.relation.FeatureHash.mix;
import static org.newstide.relation.FeatureHash.of;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.newstide.catalog.Category;
import org.newstide.catalog.Entity;

/**
 * Who the two organisations are, and what the cues mean between such two: "X chips" tie a maker of
 * chips and a cloud as supplier and customer, two makers of chips as rivals.
 */
final class TieParties {
  private static final int CUE_REACH = 12;
  private static final double FACT = 0.3;

  private static final int FORM = of("form");
  private static final int NO_CUE = of("no cue");
  private static final int ORGANISATION = of("organisation");
  private static final int ORGANISATIONS = of("organisations");
  private static final int PAIR = of("pair");
  private static final int WITHIN = of("within");

  private final Passage passage;
  private final CueLexicon lexicon;
  private final Trades trades;
  private final FeatureVector features;
  private final int organisations;

  TieParties(Passage passage, CueLexicon lexicon, Trades trades, FeatureVector features) {
    this.passage = passage;
    this.lexicon = lexicon;
    this.trades = trades;
    this.features = features;
    this.organisations = passage.organisations().size();
  }

  void add(OrganisationPair pair, List<Couple> nearest) {
    int kinds = unordered("kinds", kinds(pair.a()), kinds(pair.b()));
    int both = unordered("trades", of(trades.of(pair.a())), of(trades.of(pair.b())));
    features.add(mix(both, kinds));
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

  private int unordered(String name, int a, int b) {
    features.add(of(name + " one"), a);
    features.add(of(name + " one"), b);
    int both = mix(mix(of(name), Math.min(a, b)), Math.max(a, b));
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

  /** As what an organisation is named: companies invest, offerings run on one another. */
  private int kinds(String organisation) {
    Set<String> kinds = new TreeSet<>();
    for (Passage.Part part : passage.parts()) {
      for (int i = part.from(); i < part.to(); i++) {
        part.field()
            .words()
            .mentionAt(i)
            .filter(mention -> mention.organisationId().equals(organisation))
            .ifPresent(mention -> kinds.add(kind(mention.entity())));
      }
    }
    return of(String.join(" ", kinds));
  }

  private static String kind(Entity entity) {
    StringBuilder kind = new StringBuilder(entity.isOrganisation() ? "company" : "offering");
    for (Category category : new TreeSet<>(entity.categories())) {
      kind.append(' ').append(category.label());
    }
    return kind.toString();
  }
}
