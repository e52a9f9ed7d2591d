package org.newstide.relation;

import static org.newstide.linear.FeatureHash.mix;
import static org.newstide.linear.FeatureHash.of;

import java.util.List;
import java.util.Set;
import org.newstide.article.Field;

/** Facts about how a passage names two organisations: where, how often, how far apart. */
final class TieFacts {
  private static final int CUE_REACH = 12;
  private static final double FACT = 0.3;
  private static final Set<String> LIST_WORDS = Set.of(",", "and", "or", "&", "/", "(", ")");

  private static final int CUE = of("cue");
  private static final int FEWER_NAMES = of("fewer names");
  private static final int FIELD = of("field");
  private static final int FORM = of("form");
  private static final int GOVERNS = of("governs");
  private static final int IN_TITLE = of("in title");
  private static final int LIST = of("list");
  private static final int MET_IN = of("met in");
  private static final int MORE_NAMES = of("more names");
  private static final int NAMES_BETWEEN = of("names between");
  private static final int ORGANISATIONS = of("organisations");
  private static final int WITHIN = of("within");

  private final TiePassage passage;
  private final CueLexicon lexicon;
  private final FeatureGroups features;
  private final int organisations;

  TieFacts(TiePassage passage, CueLexicon lexicon, FeatureGroups features) {
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
    nearest.forEach(couple -> cues(couple, pair));
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

  private void cues(Couple couple, OrganisationPair pair) {
    int form = of(couple.isWithinSentence() ? "within" : "across");
    int from = couple.from(CUE_REACH);
    for (CueLexicon.Hit hit : lexicon.hits(couple.field().stems(), from, couple.to(CUE_REACH))) {
      int place = couple.isBetween(hit) ? 1 : hit.to() <= couple.first() ? 0 : 2;
      int type = mix(CUE, hit.cue().type().ordinal());
      features.add(type, form);
      features.add(mix(mix(type, strength(hit.cue())), place), form);
      features.add(mix(mix(type, place), Math.min(3, organisations - 2)));
      int governed = governed(couple, hit, pair);
      features.add(mix(mix(type, strength(hit.cue())), GOVERNS), governed);
      features.add(mix(couple.field().hashes()[hit.from()], type), governed);
    }
  }

  /** Which names stand next before and behind a cue: those it most likely speaks of. */
  private static int governed(Couple couple, CueLexicon.Hit hit, OrganisationPair pair) {
    int left = hit.from() - 1;
    int from = couple.from(CUE_REACH);
    while (left >= from && couple.field().organisationAt(left).isEmpty()) {
      left--;
    }
    int right = hit.to();
    int to = couple.to(CUE_REACH);
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
