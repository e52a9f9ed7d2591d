package org.newstide.relation;

import static org.newstide.linear.FeatureHash.mix;
import static org.newstide.linear.FeatureHash.of;

import java.util.List;
import java.util.Set;
import org.newstide.article.Field;

/** Facts about how a passage names two organisations: where, how often, how far apart. */
final class TieFacts {
  private static final double FACT = 0.3;
  private static final Set<String> LIST_WORDS = Set.of(",", "and", "or", "&", "/", "(", ")");

  private static final int ACROSS = of("across");
  private static final int APART = of("apart");
  private static final int CUE = of("cue");
  private static final int DISTANCE = of("distance");
  private static final int FEWER_NAMES = of("fewer names");
  private static final int FIELD = of("field");
  private static final int FORM = of("form");
  private static final int GOVERNS = of("governs");
  private static final int IN_TITLE = of("in title");
  private static final int LEAST_DISTANCE = of("least distance");
  private static final int LIST = of("list");
  private static final int MET_IN = of("met in");
  private static final int MORE_NAMES = of("more names");
  private static final int NAMES_BETWEEN = of("names between");
  private static final int ORGANISATIONS = of("organisations");
  private static final int WITHIN = of("within");

  private final TiePassage passage;
  private final int organisations;
  private final FeatureGroups features;

  /**
   * @param organisations how many the passage names
   */
  TieFacts(TiePassage passage, int organisations, FeatureGroups features) {
    this.passage = passage;
    this.organisations = organisations;
    this.features = features;
  }

  /**
   * @param couples all of the pair
   * @param nearest the first of them, which are looked at one by one
   */
  void add(OrganisationPair pair, List<Couple> couples, List<CuedCouple> nearest) {
    numbers(pair, couples);
    for (int i = 0; i < nearest.size(); i++) {
      distance(nearest.get(i).couple(), i == 0 ? LEAST_DISTANCE : DISTANCE);
    }
    features.endFacts(FACT);
    nearest.forEach(cued -> cues(cued, pair));
    features.endFacts(FACT);
  }

  private void numbers(OrganisationPair pair, List<Couple> couples) {
    int within = (int) couples.stream().filter(Couple::isWithinSentence).count();
    int form = within > 0 ? WITHIN : couples.isEmpty() ? APART : ACROSS;
    int inTitleA = passage.names(0, pair.a());
    int inTitleB = passage.names(0, pair.b());
    int namesA = inTitleA + passage.names(1, pair.a());
    int namesB = inTitleB + passage.names(1, pair.b());
    int titles = Math.min(1, inTitleA) + Math.min(1, inTitleB);
    features.add(FORM, form);
    features.add(mix(ORGANISATIONS, Math.min(6, organisations)), form);
    features.add(ORGANISATIONS, Math.min(6, organisations));
    features.add(mix(IN_TITLE, titles), form);
    features.add(mix(FEWER_NAMES, Math.min(4, Math.min(namesA, namesB))), form);
    features.add(MORE_NAMES, Math.min(5, Math.max(namesA, namesB)));
    features.add(WITHIN, Math.min(4, within));
    features.add(
        MET_IN, (meet(couples, Field.TITLE) ? 1 : 0) + (meet(couples, Field.TEXT) ? 2 : 0));
  }

  private static boolean meet(List<Couple> couples, Field field) {
    return couples.stream()
        .anyMatch(couple -> couple.isWithinSentence() && couple.field().field() == field);
  }

  private static int form(Couple couple) {
    return couple.isWithinSentence() ? WITHIN : ACROSS;
  }

  private void distance(Couple couple, int tag) {
    int form = form(couple);
    int others = 0;
    boolean list = true;
    for (int i = couple.first() + 1; i < couple.second(); i++) {
      boolean name = couple.field().organisationAt(i).isPresent();
      others += name ? 1 : 0;
      list &= name || LIST_WORDS.contains(couple.field().at(i));
    }
    int distance = bucket(couple.second() - couple.first() - 1);
    features.add(mix(tag, distance), form);
    features.add(mix(NAMES_BETWEEN, Math.min(4, others)), form);
    features.add(mix(FIELD, couple.field().field().ordinal()), form);
    if (list) {
      features.add(mix(mix(LIST, Math.min(3, others)), couple.field().field().ordinal()), form);
    }
  }

  private static int bucket(int words) {
    int bucket = 0;
    for (int limit : new int[] {0, 1, 2, 4, 7, 12, 20}) {
      bucket += words > limit ? 1 : 0;
    }
    return bucket;
  }

  private void cues(CuedCouple cued, OrganisationPair pair) {
    Couple couple = cued.couple();
    int form = form(couple);
    for (CueLexicon.Hit hit : cued.cues()) {
      int place = couple.isBetween(hit) ? 1 : hit.to() <= couple.first() ? 0 : 2;
      int type = mix(CUE, hit.cue().type().ordinal());
      features.add(type, form);
      features.add(mix(mix(type, strength(hit.cue())), place), form);
      features.add(mix(mix(type, place), Math.min(3, organisations - 2)));
      int governed = governed(cued, hit, pair);
      features.add(mix(mix(type, strength(hit.cue())), GOVERNS), governed);
      features.add(mix(couple.field().hashes()[hit.from()], type), governed);
    }
  }

  /** Which names stand next before and behind a cue: those it most likely speaks of. */
  private static int governed(CuedCouple cued, CueLexicon.Hit hit, OrganisationPair pair) {
    Couple couple = cued.couple();
    int left = hit.from() - 1;
    int from = cued.from();
    while (left >= from && couple.field().organisationAt(left).isEmpty()) {
      left--;
    }
    int right = hit.to();
    int to = cued.to();
    while (right < to && couple.field().organisationAt(right).isEmpty()) {
      right++;
    }
    return 3 * role(couple, left, from, to, pair) + role(couple, right, from, to, pair);
  }

  private static int role(Couple couple, int at, int from, int to, OrganisationPair pair) {
    if (at < from || at >= to) {
      return 0;
    }
    return couple.field().organisationAt(at).filter(pair::has).isPresent() ? 1 : 2;
  }

  private static int strength(Cue cue) {
    return cue.weight() >= 0.8 ? 2 : cue.weight() >= 0.5 ? 1 : 0;
  }
}
