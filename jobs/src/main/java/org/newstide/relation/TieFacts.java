package org.newstide.relation;

import static org.newstide.relation.FeatureHash.mix;
import static org.newstide.relation.FeatureHash.of;

import java.util.List;
import java.util.Set;
import org.newstide.article.Field;

/** Facts about how a passage names two organisations: where, how often, how far apart. */
final class TieFacts {
  private static final int CUE_REACH = 12;
  private static final double FACT = 0.3;
  private static final Set<String> LIST_WORDS = Set.of(",", "and", "or", "&", "/", "(", ")");

  private final Passage passage;
  private final CueLexicon lexicon;
  private final FeatureVector features;
  private final int organisations;

  TieFacts(Passage passage, CueLexicon lexicon, FeatureVector features) {
    this.passage = passage;
    this.lexicon = lexicon;
    this.features = features;
    this.organisations = passage.organisations().size();
  }

  /**
   * @param couples all of the pair
   * @param nearest the first of them, which are looked at one by one
   */
  void add(OrganisationPair pair, List<Couple> couples, List<Couple> nearest) {
    numbers(pair, couples);
    for (int i = 0; i < nearest.size(); i++) {
      distance(nearest.get(i), pair, i == 0);
    }
    features.endFacts(FACT);
    nearest.forEach(this::cues);
    features.endFacts(FACT);
  }

  private void numbers(OrganisationPair pair, List<Couple> couples) {
    int within = (int) couples.stream().filter(Couple::isWithinSentence).count();
    int form = of(within > 0 ? "within" : couples.isEmpty() ? "apart" : "across");
    int inTitleA = passage.names(0, pair.a());
    int inTitleB = passage.names(0, pair.b());
    int namesA = inTitleA + passage.names(1, pair.a());
    int namesB = inTitleB + passage.names(1, pair.b());
    int titles = Math.min(1, inTitleA) + Math.min(1, inTitleB);
    features.add(of("form"), form);
    features.add(mix(of("organisations"), Math.min(6, organisations)), form);
    features.add(of("organisations"), Math.min(6, organisations));
    features.add(mix(of("in title"), titles), form);
    features.add(mix(of("fewer names"), Math.min(4, Math.min(namesA, namesB))), form);
    features.add(of("more names"), Math.min(5, Math.max(namesA, namesB)));
    features.add(of("within"), Math.min(4, within));
    features.add(
        of("met in"), (meet(couples, Field.TITLE) ? 1 : 0) + (meet(couples, Field.TEXT) ? 2 : 0));
  }

  private static boolean meet(List<Couple> couples, Field field) {
    return couples.stream()
        .anyMatch(couple -> couple.isWithinSentence() && couple.field().field() == field);
  }

  private void distance(Couple couple, OrganisationPair pair, boolean isNearest) {
    int form = of(couple.isWithinSentence() ? "within" : "across");
    int others = 0;
    boolean list = true;
    for (int i = couple.first() + 1; i < couple.second(); i++) {
      boolean name = couple.field().organisationAt(i).isPresent();
      others += name ? 1 : 0;
      list &= name || LIST_WORDS.contains(couple.words().at(i));
    }
    int distance = bucket(couple.second() - couple.first() - 1);
    features.add(mix(of(isNearest ? "least distance" : "distance"), distance), form);
    features.add(mix(of("names between"), Math.min(4, others)), form);
    features.add(mix(of("field"), couple.field().field().ordinal()), form);
    if (list) {
      features.add(
          mix(mix(of("list"), Math.min(3, others)), couple.field().field().ordinal()), form);
    }
  }

  private static int bucket(int words) {
    int bucket = 0;
    for (int limit : new int[] {0, 1, 2, 4, 7, 12, 20}) {
      bucket += words > limit ? 1 : 0;
    }
    return bucket;
  }

  private void cues(Couple couple) {
    int form = of(couple.isWithinSentence() ? "within" : "across");
    int from = couple.from(CUE_REACH);
    for (CueLexicon.Hit hit : lexicon.hits(couple.words(), from, couple.to(CUE_REACH))) {
      int place = couple.isBetween(hit) ? 1 : hit.to() <= couple.first() ? 0 : 2;
      int type = mix(of("cue"), hit.cue().type().ordinal());
      features.add(type, form);
      features.add(mix(mix(type, strength(hit.cue())), place), form);
      features.add(mix(mix(type, place), Math.min(3, organisations - 2)));
    }
  }

  private static int strength(Cue cue) {
    return cue.weight() >= 0.8 ? 2 : cue.weight() >= 0.5 ? 1 : 0;
  }
}
