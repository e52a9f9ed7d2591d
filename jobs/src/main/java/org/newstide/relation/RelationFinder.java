package org.newstide.relation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.mention.Mention;

/**
 * Finds the ties that a document states between organisations: at most one, the strongest, for each
 * unordered pair. Two organisations that are merely named together have none.
 *
 * <p>Time is linear in the document: each name looks at a bounded number of names before it.
 */
public final class RelationFinder implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double THRESHOLD = 0.3;
  private static final int REACH = 8;

  private final CueLexicon lexicon = CueLexicon.bundled();

  private record Evidence(Couple couple, CueLexicon.Hit hit, double strength) {}

  /**
   * The relations of a document, by first organisation, then second.
   *
   * @param mentions all of the document, in any order
   */
  public List<Relation> find(Document document, List<Mention> mentions) {
    if (mentions.stream().map(Mention::organisationId).distinct().limit(2).count() < 2) {
      return List.of();
    }
    Map<OrganisationPair, Evidence> strongest = new LinkedHashMap<>();
    for (Field field : Field.values()) {
      MaskedWords words = MaskedWords.of(document, field, mentions);
      for (Couple couple : Couple.in(field, words)) {
        evidence(couple)
            .ifPresent(
                found ->
                    strongest.merge(
                        couple.pair(),
                        found,
                        (old, now) -> now.strength() > old.strength() ? now : old));
      }
    }
    List<Relation> relations = new ArrayList<>();
    strongest.forEach(
        (pair, evidence) -> {
          if (evidence.strength() >= THRESHOLD) {
            relations.add(relation(pair, evidence));
          }
        });
    relations.sort(
        Comparator.comparing(Relation::organisationA).thenComparing(Relation::organisationB));
    return List.copyOf(relations);
  }

  private Optional<Evidence> evidence(Couple couple) {
    return lexicon.hits(couple.words(), couple.from(REACH), couple.to(REACH)).stream()
        .map(hit -> new Evidence(couple, hit, strength(couple, hit)))
        .max(Comparator.comparingDouble(Evidence::strength));
  }

  /** A cue between the names counts whole, one beside them half; far names weaken both. */
  private static double strength(Couple couple, CueLexicon.Hit hit) {
    boolean between = hit.from() > couple.first() && hit.to() <= couple.second();
    double place = between ? 1 : 0.5;
    double nearness = 1 / (1 + (couple.second() - couple.first()) / 25.0);
    double sentence = couple.isWithinSentence() ? 1 : 0.5;
    return hit.cue().weight() * place * nearness * sentence;
  }

  private static Relation relation(OrganisationPair pair, Evidence evidence) {
    Couple couple = evidence.couple();
    return new Relation(
        pair.a(),
        pair.b(),
        evidence.hit().cue().type(),
        Telling.of(couple),
        actor(evidence),
        couple.field(),
        couple.words().sentence(couple.words().sentenceAt(couple.second())),
        Math.min(1, evidence.strength()));
  }

  private static Optional<String> actor(Evidence evidence) {
    Couple couple = evidence.couple();
    boolean between =
        evidence.hit().from() > couple.first() && evidence.hit().to() <= couple.second();
    if (!between) {
      return Optional.empty();
    }
    return switch (evidence.hit().cue().actor()) {
      case FIRST -> Optional.of(couple.firstOrganisation());
      case SECOND -> Optional.of(couple.secondOrganisation());
      case NEITHER -> Optional.empty();
    };
  }
}
