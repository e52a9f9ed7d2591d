package org.newstide.sentiment;

import java.util.List;
import org.newstide.article.Document;

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

  /** The features of one target; valid until the next call. */
  @SuppressWarnings("ReferenceEquality") // the same object has the same tokens; equality is dear
  FeatureVector features(Document document, List<Target> targets, List<Target> others) {
    if (document != last) {
      tokens.read(document, lexicon);
      last = document;
    }
    masked.mask(tokens, targets, others);
    extractor.extract();
    return features;
  }
}
