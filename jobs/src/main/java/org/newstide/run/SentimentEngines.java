package org.newstide.run;

import java.nio.file.Path;
import org.newstide.config.SentimentConfig;
import org.newstide.sentiment.LinearSentiment;
import org.newstide.sentiment.TargetedSentiment;

/** Chooses the sentiment reader that the configuration names. */
public final class SentimentEngines {
  private SentimentEngines() {}

  /**
   * The engine, with the model that the repository ships unless the configuration names another.
   */
  public static TargetedSentiment of(SentimentConfig config) {
    return switch (config.engine()) {
      case LINEAR ->
          config
              .model()
              .map(model -> LinearSentiment.load(Path.of(model)))
              .orElseGet(LinearSentiment::bundled);
    };
  }
}
