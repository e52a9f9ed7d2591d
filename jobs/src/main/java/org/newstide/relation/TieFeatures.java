package org.newstide.relation;

import static org.newstide.linear.FeatureHash.mix;
import static org.newstide.linear.FeatureHash.of;

import java.util.List;
import java.util.Optional;

/**
 * What a passage says of two organisations, as hashed features. Among the words names are masked,
 * those of the pair alike and all others alike, so that a way of telling a tie is learned once for
 * all organisations.
 *
 * <p>The weights of the groups were chosen by cross-validation. Not safe for threads: each thread
 * has its own vector.
 */
final class TieFeatures {
  private static final int COUPLES = 4;
  private static final int AROUND = 6;
  private static final int SENTENCE_REACH = 30;
  private static final int SHORT = 6;
  private static final int PAIR_NAME = of("<one of the pair>");
  private static final int OTHER_NAME = of("<another name>");
  private static final int EDGE = of("<edge of the sentence>");

  private static final int ACROSS1 = of("across1");
  private static final int ACROSS2 = of("across2");
  private static final int AFTER = of("after");
  private static final int AFTER_PHRASE = of("after phrase");
  private static final int BEFORE = of("before");
  private static final int BEFORE_PHRASE = of("before phrase");
  private static final int BESIDE = of("beside a name");
  private static final int BESIDE_ALONE = of("beside a name alone");
  private static final int BETWEEN_1 = of("between 1");
  private static final int BETWEEN_2 = of("between 2");
  private static final int BETWEEN_3 = of("between 3");
  private static final int BETWEEN_ALL = of("between all");
  private static final int BETWEEN_SKIP = of("between skip");
  private static final int PASSAGE = of("passage");
  private static final int SEGMENT = of("segment");
  private static final int WITHIN1 = of("within1");
  private static final int WITHIN2 = of("within2");

  private final TiePassage passage;
  private final CueLexicon lexicon;
  private final TieFacts facts;
  private final TieParties parties;
  private final FeatureGroups features;

  TieFeatures(TiePassage passage, CueLexicon lexicon, Trades trades, FeatureGroups features) {
    this.passage = passage;
    this.lexicon = lexicon;
    int organisations = passage.organisations().size();
    this.facts = new TieFacts(passage, organisations, features);
    this.parties = new TieParties(trades, organisations, features);
    this.features = features;
  }

  /**
   * Fills the vector for a pair.
   *
   * @param couples of this pair, the nearest first; empty where title and text each name but one
   */
  void fill(OrganisationPair pair, List<Couple> couples) {
    List<Couple> nearest = couples.subList(0, Math.min(COUPLES, couples.size()));
    List<Couple> within = nearest.stream().filter(Couple::isWithinSentence).toList();
    List<Couple> across = nearest.stream().filter(couple -> !couple.isWithinSentence()).toList();
    features.clear();
    within.forEach(couple -> between(couple, pair));
    features.endWords(0.7);
    within.forEach(couple -> around(couple, pair));
    features.endWords(0.6);
    within.forEach(couple -> sentences(couple, pair, WITHIN1, WITHIN2));
    features.endWords(0.5);
    across.forEach(couple -> sentences(couple, pair, ACROSS1, ACROSS2));
    features.endWords(0.25);
    beside(pair, within.isEmpty() ? BESIDE_ALONE : BESIDE);
    features.endWords(0.5);
    passageWords();
    features.endWords(0.4);
    List<CuedCouple> cued = nearest.stream().map(each -> CuedCouple.of(each, lexicon)).toList();
    facts.add(pair, couples, cued);
    parties.add(pair, cued);
  }

  private void between(Couple couple, OrganisationPair pair) {
    FieldWords field = couple.field();
    int all = BETWEEN_ALL;
    for (int i = couple.first(); i <= couple.second(); i++) {
      int one = word(field, i, pair);
      all = mix(all, one);
      if (i > couple.first() && i < couple.second()) {
        features.add(BETWEEN_1, one);
      }
      if (i < couple.second()) {
        int two = word(field, i + 1, pair);
        features.add(mix(BETWEEN_2, one), two);
        if (i + 1 < couple.second()) {
          int three = word(field, i + 2, pair);
          features.add(mix(mix(BETWEEN_3, one), two), three);
          features.add(mix(BETWEEN_SKIP, one), three);
        }
      }
    }
    if (couple.second() - couple.first() <= SHORT + 1) {
      features.add(all);
    }
    segments(couple);
  }

  /** Words that no other name parts from the first name, or from the second. */
  private void segments(Couple couple) {
    FieldWords field = couple.field();
    int firstOther = couple.first() + 1;
    while (field.organisationAt(firstOther).isEmpty()) {
      firstOther++;
    }
    int lastOther = couple.second() - 1;
    while (field.organisationAt(lastOther).isEmpty()) {
      lastOther--;
    }
    for (int i = couple.first() + 1; i < couple.second(); i++) {
      if (field.organisationAt(i).isEmpty()) {
        int parted = (i < firstOther ? 0 : 1) + (i > lastOther ? 0 : 2);
        features.add(mix(SEGMENT, parted), field.hashes()[i]);
      }
    }
  }

  private void around(Couple couple, OrganisationPair pair) {
    outwards(couple, pair, couple.first(), -1, BEFORE, BEFORE_PHRASE);
    outwards(couple, pair, couple.second(), 1, AFTER, AFTER_PHRASE);
  }

  private void outwards(
      Couple couple, OrganisationPair pair, int name, int step, int side, int sidePhrase) {
    int phrase = sidePhrase;
    for (int k = 1; k <= AROUND; k++) {
      int word = neighbour(couple.field(), name, k * step, pair);
      phrase = mix(phrase, word);
      if (k <= 3) {
        features.add(phrase);
      }
      features.add(side, word);
      if (word == EDGE) {
        return;
      }
    }
  }

  private void sentences(Couple couple, OrganisationPair pair, int single, int twofold) {
    int to = couple.to(SENTENCE_REACH);
    for (int i = couple.from(SENTENCE_REACH); i < to; i++) {
      int word = word(couple.field(), i, pair);
      features.add(single, word);
      if (i + 1 < to) {
        features.add(mix(twofold, word), word(couple.field(), i + 1, pair));
      }
    }
  }

  /** The words next to each name of the pair. */
  private void beside(OrganisationPair pair, int tag) {
    for (TiePassage.Part part : passage.parts()) {
      FieldWords field = part.field();
      for (int i = part.from(); i < part.to(); i++) {
        if (word(field, i, pair) != PAIR_NAME) {
          continue;
        }
        for (int step = -1; step <= 1; step += 2) {
          int near = neighbour(field, i, step, pair);
          int far = neighbour(field, i, 2 * step, pair);
          features.add(mix(tag, step), near);
          features.add(mix(tag, 2 * step), far);
          features.add(mix(mix(tag, 3 * step), near), far);
        }
      }
    }
  }

  private void passageWords() {
    for (TiePassage.Part part : passage.parts()) {
      for (int i = part.from(); i < part.to(); i++) {
        if (part.field().at(i).length() > 2) {
          features.add(PASSAGE, part.field().hashes()[i]);
        }
      }
    }
  }

  private static int neighbour(FieldWords field, int name, int step, OrganisationPair pair) {
    int at = name + step;
    boolean inside = at >= 0 && at < field.size() && field.sentenceAt(at) == field.sentenceAt(name);
    return inside ? word(field, at, pair) : EDGE;
  }

  /** The word's hash, the pair's names standing alike, all other names alike. */
  static int word(FieldWords field, int at, OrganisationPair pair) {
    Optional<String> organisation = field.organisationAt(at);
    if (organisation.isEmpty()) {
      return field.hashes()[at];
    }
    return pair.has(organisation.get()) ? PAIR_NAME : OTHER_NAME;
  }
}
