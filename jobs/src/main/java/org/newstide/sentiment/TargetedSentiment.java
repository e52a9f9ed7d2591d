package org.newstide.sentiment;

import java.util.List;
import org.newstide.article.Document;

/**
 * Judges how a document leaves one organisation standing. Implementations are immutable and
 * thread-safe.
 */
public interface TargetedSentiment {
  /**
   * The sentiment of one document toward one organisation.
   *
   * @param targets all spans that name it, in document order, at least one
   * @param others spans that name other organisations of the document, in document order
   */
  Probabilities judge(Document document, List<Target> targets, List<Target> others);

  /** Name and version of the model, as the tables' {@code sentiment_model} tells it. */
  String model();

  /** SHA-256 of the model: a name may stay while the model changes. */
  String digest();
}
