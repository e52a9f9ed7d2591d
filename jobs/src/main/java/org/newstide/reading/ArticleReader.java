package org.newstide.reading;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.apache.commons.codec.digest.DigestUtils;
import org.newstide.article.Document;
import org.newstide.catalog.Catalog;
import org.newstide.claim.ShareClaim;
import org.newstide.claim.ShareClaimFinder;
import org.newstide.mention.Mention;
import org.newstide.mention.MentionFinder;
import org.newstide.mention.MentionGate;
import org.newstide.relation.Relation;
import org.newstide.relation.RelationFinder;
import org.newstide.sentiment.Probabilities;
import org.newstide.sentiment.Target;
import org.newstide.sentiment.TargetedSentiment;

/**
 * Reads one article: who is meant, how they fare, what ties them, what share is stated. The job and
 * {@code annotate} read through this class. Immutable and thread-safe.
 */
public final class ArticleReader implements Serializable {
  private static final long serialVersionUID = 1;

  private final MentionGate gate;
  private final MentionFinder mentions;
  private final TargetedSentiment sentiment;
  private final RelationFinder relations = new RelationFinder();
  private final ShareClaimFinder claims = new ShareClaimFinder();

  public ArticleReader(Catalog catalog, TargetedSentiment sentiment) {
    this.gate = new MentionGate(catalog);
    this.mentions = new MentionFinder(catalog);
    this.sentiment = sentiment;
  }

  /** False only where {@link #read} would find no mention; reads raw UTF-8, before any cleaning. */
  public boolean mayMention(byte[] rawUtf8) {
    return gate.mayMention(rawUtf8);
  }

  /** Name and version of the sentiment model. */
  public String sentimentModel() {
    return sentiment.model();
  }

  /** SHA-256 over those of the models that read. */
  public String modelDigest() {
    return DigestUtils.sha256Hex(sentiment.digest() + " " + relations.digest());
  }

  /** All that the article says of catalog entities; without mentions, nothing. */
  public Reading read(Document document) {
    return read(document, mentions(document));
  }

  /** Of a document that was cut, what is said of those that were found. */
  public Reading read(Document document, MentionFinder.Found found) {
    return read(List.of(document), List.of(found.mentions())).get(0);
  }

  /** Who is named, without reading more of the article. */
  public MentionFinder.Found mentions(Document document) {
    return mentions.find(document);
  }

  /**
   * Reads several articles, one thing in all of them after the other, so that the code and the
   * tables of each kind of reading stay in the processor's caches.
   *
   * @param found the mentions of each document
   * @return in the order of the documents
   */
  public List<Reading> read(List<Document> documents, List<List<Mention>> found) {
    List<SortedMap<String, Probabilities>> judged = each(documents, found, this::judge);
    List<List<Relation>> ties = each(documents, found, relations::find);
    List<List<ShareClaim>> stated = each(documents, found, this::claims);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      readings.add(new Reading(found.get(i), judged.get(i), ties.get(i), stated.get(i)));
    }
    return readings;
  }

  private static <T> List<T> each(
      List<Document> documents,
      List<List<Mention>> found,
      BiFunction<Document, List<Mention>, T> reads) {
    List<T> read = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      read.add(reads.apply(documents.get(i), found.get(i)));
    }
    return read;
  }

  /** An article that names nobody is none of this corpus' subject, whatever shares it states. */
  private List<ShareClaim> claims(Document document, List<Mention> found) {
    return found.isEmpty() ? List.of() : claims.find(document, found);
  }

  private SortedMap<String, Probabilities> judge(Document document, List<Mention> found) {
    Map<String, List<Target>> targets = new LinkedHashMap<>();
    for (Mention mention : found) {
      targets
          .computeIfAbsent(mention.organisationId(), organisation -> new ArrayList<>())
          .add(new Target(mention.field(), mention.start(), mention.end()));
    }
    SortedMap<String, Probabilities> judged = new TreeMap<>();
    targets.forEach(
        (organisation, spans) ->
            judged.put(
                organisation, sentiment.judge(document, spans, others(found, organisation))));
    return judged;
  }

  private static List<Target> others(List<Mention> found, String organisation) {
    List<Target> others = new ArrayList<>();
    for (Mention mention : found) {
      if (!mention.organisationId().equals(organisation)) {
        others.add(new Target(mention.field(), mention.start(), mention.end()));
      }
    }
    return others;
  }
}
