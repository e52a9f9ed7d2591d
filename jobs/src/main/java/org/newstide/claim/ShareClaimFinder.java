package org.newstide.claim;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    for (Field field : Field.values()) {
      if (FigureGate.mayState(document.of(field))) {
        read(document, field, MaskedWords.of(document, field, mentions), claims);
      }
    }
    return List.copyOf(claims);
  }

  private void read(Document document, Field field, MaskedWords words, List<ShareClaim> claims) {
    Context context = Context.NONE;
    int from = 0;
    while (from < words.size()) {
      int to = from + 1;
      while (to < words.size() && words.sentenceAt(to) == words.sentenceAt(from)) {
        to++;
      }
      Passage passage = new Passage(words, lexicon, from, to);
      PassageReading reading = new PassageReading(passage, context);
      for (PassageReading.Stated stated : reading.stated()) {
        claims.addAll(claims(document, field, passage, stated));
      }
      context = reading.context();
      from = to;
    }
  }

  private static List<ShareClaim> claims(
      Document document, Field field, Passage passage, PassageReading.Stated stated) {
    List<ShareClaim> claims = new ArrayList<>();
    for (Mention holder : stated.holders()) {
      claims.add(
          new ShareClaim(
              holder.organisationId(),
              stated.figure().low(),
              stated.figure().high(),
              stated.figure().approximate(),
              stated.market(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              field,
              passage.sentence()));
    }
    return claims;
  }
}
