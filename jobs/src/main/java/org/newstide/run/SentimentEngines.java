package org.newstide.run;

import java.nio.file.Path;
import org.newstide.config.SentimentConfig;
import org.newstide.sentiment.LinearSentiment;
import org.newstide.sentiment.TargetedSentiment;

/** Opens the reader that sees every mention first, and that a second reading builds on. */
public final class SentimentEngines {
  private SentimentEngines() {}

  /** The linear model that the repository ships, unless the configuration names another. */
  public static TargetedSentiment of(SentimentConfig config) {
    return config
        .model()
        .map(model -> LinearSentiment.load(Path.of(model)))
        .orElseGet(LinearSentiment::bundled);
  }
}
