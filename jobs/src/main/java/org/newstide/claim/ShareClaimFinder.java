package org.newstide.claim;

import java.io.Serializable;
import java.util.List;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.article.Sentence;
import org.newstide.mention.MaskedWords;
import org.newstide.mention.Mention;

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

  /** Words of a sentence: what runs on longer without a stop is cut there. */
  private static final int LONGEST = 500;

  private final ShareLexicon lexicon = ShareLexicon.bundled();
  private final boolean gated;

  public ShareClaimFinder() {
    this(true);
  }

  /**
   * @param gated whether to pass over what {@link FigureGate} says states nothing
   */
  ShareClaimFinder(boolean gated) {
    this.gated = gated;
  }

  /**
   * The stated shares of a document, in its order; each organisation, figure and period once.
   *
   * @param mentions all of the document, in any order
   */
  public List<ShareClaim> find(Document document, List<Mention> mentions) {
    if (mentions.isEmpty()) {
      return List.of();
    }
    List<Sentence> excerpts = excerpts(document);
    if (excerpts.isEmpty() && !mayState(document.title())) {
      return List.of();
    }
    Claims claims = new Claims();
    // The title is read for the text's sake too: "the company" may be named there alone.
    Context context = read(document, Field.TITLE, 0, mentions, Context.NONE, claims);
    for (Sentence excerpt : excerpts) {
      List<Mention> inside = Excerpts.mentions(mentions, excerpt);
      if (!inside.isEmpty() || !context.subject().isEmpty()) {
        Document part = Excerpts.document(document, excerpt);
        read(part, Field.TEXT, excerpt.start(), inside, context, claims);
      }
    }
    return claims.all();
  }

  private boolean mayState(String title) {
    FigureGate gate = new FigureGate(title);
    return !gated || gate.mayState() && gate.mayBeShare();
  }

  private List<Sentence> excerpts(Document document) {
    FigureGate gate = new FigureGate(document.text());
    List<Sentence> excerpts = Excerpts.of(document, gate);
    if (gated) {
      excerpts.removeIf(excerpt -> !gate.part(excerpt.start(), excerpt.end()).mayBeShare());
    }
    return excerpts;
  }

  private Context read(
      Document document,
      Field field,
      int offset,
      List<Mention> mentions,
      Context before,
      Claims claims) {
    MaskedWords words = MaskedWords.of(document, field, mentions);
    Context context = before;
    int from = 0;
    while (from < words.size()) {
      int to = from + 1;
      while (to < words.size()
          && to - from < LONGEST
          && words.sentenceAt(to) == words.sentenceAt(from)) {
        to++;
      }
      ClaimSentence sentence = new ClaimSentence(words, lexicon, from, to);
      SentenceReading reading = new SentenceReading(sentence, context, document.publishedOn());
      reading.stated().forEach(stated -> claims.add(field, offset, sentence, stated));
      context = reading.context();
      from = to;
    }
    return context;
  }
}
