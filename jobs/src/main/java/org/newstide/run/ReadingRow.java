package org.newstide.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.newstide.Millionths;
import org.newstide.article.CodePointOffsets;
import org.newstide.article.ContentHash;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.article.Sentence;
import org.newstide.claim.ShareClaim;
import org.newstide.mention.Mention;
import org.newstide.reading.Quotation;
import org.newstide.reading.Reading;
import org.newstide.reading.Relevance;
import org.newstide.relation.Relation;
import org.newstide.sentiment.EncoderPassage;
import org.newstide.sentiment.Probabilities;
import org.newstide.sentiment.Target;
import org.newstide.story.LeadSketch;

/** Lays a reading out as the {@code reading} column of {@link Staged}. */
final class ReadingRow {
  private static final int EVIDENCE_LENGTH = 400;

  private ReadingRow() {}

  /**
   * @param withPassage whether a second reader will ask for the passage
   */
  static Row of(
      String url, String language, Document document, Reading reading, boolean withPassage) {
    return RowFactory.create(
        url.isBlank() ? null : url,
        language.isBlank() ? null : language,
        document.title(),
        document.title().length() + document.text().length(),
        ContentHash.of(document.title(), document.text()),
        boxed(LeadSketch.of(document.title(), document.text())),
        mentions(document, reading),
        reading.relations().stream().map(relation -> row(document, relation)).toArray(),
        reading.claims().stream().map(claim -> row(document, claim)).toArray(),
        withPassage ? passage(document, reading.mentions()) : null);
  }

  private static Row passage(Document document, List<Mention> mentions) {
    Map<Mention, Target> targets = new LinkedHashMap<>();
    for (Mention mention : mentions) {
      targets.put(mention, new Target(mention.field(), mention.start(), mention.end()));
    }
    EncoderPassage passage = EncoderPassage.of(document, targets.values());
    List<Row> spans = new ArrayList<>();
    targets.forEach(
        (mention, target) ->
            passage
                .span(target)
                .ifPresent(
                    span ->
                        spans.add(
                            RowFactory.create(
                                mention.organisationId(), span.start(), span.end()))));
    return RowFactory.create(passage.text(), spans.toArray(), passage.isHeadline());
  }

  private static Object[] mentions(Document document, Reading reading) {
    List<Mention> mentions = reading.mentions();
    Map<String, Double> relevance = Relevance.of(document, mentions);
    CodePointOffsets title = new CodePointOffsets(document.title());
    CodePointOffsets text = new CodePointOffsets(document.text());
    Quotation quotationsOfTitle = Quotation.in(document.title());
    Quotation quotationsOfText = Quotation.in(document.text());
    Object[] rows = new Object[mentions.size()];
    for (int i = 0; i < rows.length; i++) {
      Mention mention = mentions.get(i);
      boolean inTitle = mention.field() == Field.TITLE;
      CodePointOffsets offsets = inTitle ? title : text;
      Sentence sentence = document.sentenceAt(mention.field(), mention.start());
      Probabilities sentiment = reading.sentiment().get(mention.organisationId()).rounded();
      rows[i] =
          RowFactory.create(
              mention.entity().id(),
              mention.organisationId(),
              document.of(mention.field()).substring(mention.start(), mention.end()),
              mention.field().label(),
              offsets.codePoints(mention.start()),
              offsets.codePoints(mention.end()),
              evidence(document, mention.field(), sentence, mention.start()),
              inTitle,
              (inTitle ? quotationsOfTitle : quotationsOfText).isQuoted(mention.start()),
              Millionths.rounded(relevance.get(mention.organisationId())),
              Millionths.rounded(mention.confidence()),
              sentiment.negative(),
              sentiment.neutral(),
              sentiment.positive());
    }
    return rows;
  }

  private static Row row(Document document, Relation relation) {
    return RowFactory.create(
        relation.organisationA(),
        relation.organisationB(),
        relation.type().label(),
        relation.polarity().label(),
        relation.actor().orElse(null),
        evidence(document, relation.field(), relation.evidence(), relation.at()),
        Millionths.rounded(relation.confidence()));
  }

  private static Row row(Document document, ShareClaim claim) {
    return RowFactory.create(
        claim.organisationId(),
        claim.low(),
        claim.high(),
        claim.approximate(),
        claim.market(),
        claim.geography().orElse(null),
        claim.periodOrEarlier().orElse(null),
        claim.publisher().orElse(null),
        evidence(document, claim.field(), claim.evidence(), claim.at()));
  }

  /** The sentence, or where it is long, the part of it around what it is evidence of. */
  private static String evidence(Document document, Field field, Sentence sentence, int at) {
    String text = document.of(field);
    int length = sentence.end() - sentence.start();
    if (length <= EVIDENCE_LENGTH) {
      return text.substring(sentence.start(), sentence.end());
    }
    int start = Math.max(sentence.start(), at - EVIDENCE_LENGTH / 2);
    int end = Math.min(sentence.end(), start + EVIDENCE_LENGTH);
    return text.substring(
        Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start,
        Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  private static Object[] boxed(long[] values) {
    Object[] boxed = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      boxed[i] = values[i];
    }
    return boxed;
  }
}
