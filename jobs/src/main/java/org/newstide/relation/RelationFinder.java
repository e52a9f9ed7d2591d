package org.newstide.relation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.newstide.article.Document;
import org.newstide.article.Sentence;
import org.newstide.mention.Mention;

/**
 * Finds the ties that a document states between organisations: at most one, the strongest, for each
 * unordered pair. Two organisations that are merely named together have none.
 *
 * <p>A trained model judges each pair of a passage; rules tell the sentence, the telling and the
 * actor. Immutable and thread-safe; time is linear in the document.
 */
public final class RelationFinder implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int REACH = 8;
  private static final ThreadLocal<FeatureGroups> FEATURES =
      ThreadLocal.withInitial(FeatureGroups::new);

  private final CueLexicon lexicon = CueLexicon.bundled();
  private final Trades trades = Trades.bundled();
  private final TieWeights weights;

  /** With the model that ships with Newstide. */
  public RelationFinder() {
    this(TieWeights.bundled());
  }

  RelationFinder(TieWeights weights) {
    this.weights = weights;
  }

  /** SHA-256 of the model. */
  public String digest() {
    return weights.model().digest();
  }

  /** A pair as one passage tells it. */
  private record Told(
      TiePassage passage, OrganisationPair pair, List<Couple> couples, double[] probabilities) {
    double any() {
      return 1 - probabilities[0];
    }

    double confidence(Relation.Type type) {
      return probabilities[TieWeights.label(Optional.of(type))];
    }
  }

  /**
   * The relations of a document, by first organisation, then second.
   *
   * @param mentions all of the document, in any order
   */
  public List<Relation> find(Document document, List<Mention> mentions) {
    if (mentions.stream().map(Mention::organisationId).distinct().limit(2).count() < 2) {
      return List.of();
    }
    Map<OrganisationPair, Told> strongest =
        new TreeMap<>(Comparator.comparing(OrganisationPair::a).thenComparing(OrganisationPair::b));
    List<TiePassage> passages = TiePassage.of(document, mentions);
    for (int i = 0; i < passages.size(); i++) {
      TiePassage passage = passages.get(i);
      Set<String> news = i == 0 ? passage.organisations() : passage.organisationsOfText();
      for (Told told : told(passage, news)) {
        strongest.merge(told.pair(), told, (old, now) -> now.any() > old.any() ? now : old);
      }
    }
    return strongest.values().stream()
        .filter(told -> told.any() >= weights.threshold())
        .map(this::relation)
        .toList();
  }

  /**
   * @param news only pairs with one of these are looked at: two that the title alone names were so
   *     with the first passage, and every passage repeats the title
   */
  private List<Told> told(TiePassage passage, Set<String> news) {
    Map<OrganisationPair, List<Couple>> couples = passage.couples();
    FeatureGroups groups = FEATURES.get();
    TieFeatures features = new TieFeatures(passage, lexicon, trades, groups);
    List<Told> told = new ArrayList<>();
    for (OrganisationPair pair : OrganisationPair.among(passage.organisations())) {
      if (!news.contains(pair.a()) && !news.contains(pair.b())) {
        continue;
      }
      List<Couple> own = couples.getOrDefault(pair, List.of());
      features.fill(pair, own);
      told.add(new Told(passage, pair, own, weights.probabilities(groups.vector())));
    }
    return told;
  }

  private Relation relation(Told told) {
    Relation.Type type = TieWeights.type(told.probabilities());
    return told.couples().stream()
        .map(couple -> evidence(couple, type))
        .max(Comparator.comparingDouble(Evidence::strength))
        .map(best -> shown(told, type, best))
        .orElseGet(() -> apart(told, type));
  }

  private static Relation shown(Told told, Relation.Type type, Evidence evidence) {
    Couple couple = evidence.couple();
    Sentence sentence = couple.field().sentence(couple.field().sentenceAt(couple.second()));
    return new Relation(
        told.pair().a(),
        told.pair().b(),
        type,
        Telling.of(couple, type, evidence.hit()),
        evidence.actor(),
        couple.field().field(),
        sentence,
        couple.field().startOf(couple.second()),
        told.confidence(type));
  }

  /** A tie that no sentence shows: the passage names the two, but never near each other. */
  private static Relation apart(Told told, Relation.Type type) {
    TiePassage.Place place = told.passage().lastName(told.pair());
    return new Relation(
        told.pair().a(),
        told.pair().b(),
        type,
        Telling.of(place.words(), place.at(), type),
        Optional.empty(),
        place.words().field(),
        place.sentence(),
        place.words().startOf(place.at()),
        told.confidence(type));
  }

  /** How well a couple shows a type, and the cue that shows it best, if any. */
  private record Evidence(Couple couple, Optional<CueLexicon.Hit> hit, double strength) {
    Optional<String> actor() {
      return hit.filter(couple::isBetween)
          .flatMap(
              found ->
                  switch (found.cue().actor()) {
                    case FIRST -> Optional.of(couple.firstOrganisation());
                    case SECOND -> Optional.of(couple.secondOrganisation());
                    case NEITHER -> Optional.empty();
                  });
    }
  }

  private Evidence evidence(Couple couple, Relation.Type type) {
    Optional<CueLexicon.Hit> hit =
        lexicon.hits(couple.field(), couple.from(REACH), couple.to(REACH)).stream()
            .filter(found -> found.cue().type() == type)
            .max(Comparator.comparingDouble(found -> strength(couple, found)));
    return new Evidence(couple, hit, hit.map(found -> strength(couple, found)).orElse(0.0));
  }

  /** A cue between the names counts whole, one beside them half; far names weaken both. */
  private static double strength(Couple couple, CueLexicon.Hit hit) {
    double place = couple.isBetween(hit) ? 1 : 0.5;
    double nearness = 1 / (1 + (couple.second() - couple.first()) / 25.0);
    double sentence = couple.isWithinSentence() ? 1 : 0.5;
    return hit.cue().weight() * place * nearness * sentence;
  }
}
