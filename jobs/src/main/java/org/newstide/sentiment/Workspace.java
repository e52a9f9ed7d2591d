package org.newstide.sentiment;

import java.util.BitSet;
import java.util.List;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.linear.FeatureVector;

/**
 * One thread's buffers. It keeps the tokens of the last document, since an article's organisations
 * are judged one after the other.
 */
final class Workspace {
  private final Lexicon lexicon = Lexicon.bundled();
  private final Tokens tokens = new Tokens();
  private final MaskedTokens masked = new MaskedTokens();
  private final FeatureVector features = new FeatureVector();
  private final TargetFeatures extractor = new TargetFeatures(masked, features);
  private Document last;
  private BitSet lastMentions = new BitSet();

  /** The features of one target; valid until the next call. */
  @SuppressWarnings("ReferenceEquality") // the same object has the same tokens; equality is dear
  FeatureVector features(Document document, List<Target> targets, List<Target> others) {
    BitSet mentions = starts(targets, others);
    if (document != last || !mentions.equals(lastMentions)) {
      tokens.read(document, mentions, lexicon);
      last = document;
      lastMentions = mentions;
    }
    masked.mask(tokens, targets, others);
    extractor.extract();
    return features;
  }

  /**
   * Where the mentions in the text begin; the same whichever of the organisations is the target.
   */
  private static BitSet starts(List<Target> targets, List<Target> others) {
    BitSet starts = new BitSet();
    for (List<Target> spans : List.of(targets, others)) {
      for (Target span : spans) {
        if (span.field() == Field.TEXT) {
          starts.set(span.start());
        }
      }
    }
    return starts;
  }
}
