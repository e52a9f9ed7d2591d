package org.newstide.claim;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.mention.Mention;
import org.newstide.relation.MaskedWords;

/**
 * Finds the market shares that a document states as levels for organisations of the catalog: "AWS
 * held 31% of the cloud market, ahead of Azure (24%)". Growth, stakes, survey answers, parts of a
 * company's own revenue, totals of a group and forecasts are no shares.
 *
 * <p>Time is linear in the document; one without a per cent sign or a fraction is only scanned for
 * them. Immutable and thread-safe.
 */
public final class ShareClaimFinder implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ShareLexicon lexicon = ShareLexicon.bundled();

  /**
   * The stated shares of a document, in its order; each organisation, figure and period once.
   *
   * @param mentions all of the document, in any order
   */
  public List<ShareClaim> find(Document document, List<Mention> mentions) {
    if (mentions.isEmpty()) {
      return List.of();
    }
    List<ShareClaim> claims = new ArrayList<>();
    boolean title = FigureGate.mayState(document.title());
    boolean text = FigureGate.mayState(document.text());
    if (title || text) {
      // The title is read for the text's sake too: "the company" may be named there alone.
      Context context = read(document, Field.TITLE, mentions, Context.NONE, claims);
      if (text) {
        read(document, Field.TEXT, mentions, context, claims);
      }
    }
    return List.copyOf(claims);
  }

  private Context read(
      Document document,
      Field field,
      List<Mention> mentions,
      Context before,
      List<ShareClaim> claims) {
    MaskedWords words = MaskedWords.of(document, field, mentions);
    Context context = before;
    int from = 0;
    while (from < words.size()) {
      int to = from + 1;
      while (to < words.size() && words.sentenceAt(to) == words.sentenceAt(from)) {
        to++;
      }
      Passage passage = new Passage(words, lexicon, from, to);
      PassageReading reading = new PassageReading(passage, context, document.publishedOn());
      for (PassageReading.Stated stated : reading.stated()) {
        claims.addAll(claims(field, passage, stated));
      }
      context = reading.context();
      from = to;
    }
    return context;
  }

  private static List<ShareClaim> claims(
      Field field, Passage passage, PassageReading.Stated stated) {
    List<ShareClaim> claims = new ArrayList<>();
    for (Mention holder : stated.holders()) {
      claims.add(
          new ShareClaim(
              holder.organisationId(),
              stated.figure().low(),
              stated.figure().high(),
              stated.figure().approximate(),
              stated.market(),
              stated.geography(),
              stated.period().map(Period::label),
              stated.publisher(),
              field,
              passage.sentence()));
    }
    return claims;
  }
}
