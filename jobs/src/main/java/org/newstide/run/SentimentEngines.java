package org.newstide.run;

import java.nio.file.Path;
import org.newstide.config.SentimentConfig;
import org.newstide.reread.Pool;
import org.newstide.sentiment.LinearSentiment;
import org.newstide.sentiment.TargetedSentiment;

/** The readers of sentiment as configured. */
public final class SentimentEngines {
  private SentimentEngines() {}

  /**
   * The reader that sees every mention first: the linear model that the repository ships, unless
   * the configuration names another.
   */
  public static TargetedSentiment of(SentimentConfig config) {
    return config
        .model()
        .map(model -> LinearSentiment.load(Path.of(model)))
        .orElseGet(LinearSentiment::bundled);
  }

  /** Whose verdict stands where an encoder has read, too: in a cascade, that of both. */
  public static Pool pool(SentimentConfig config) {
    return config.engine() == SentimentConfig.Engine.CASCADE ? Pool.BOTH : Pool.ENCODER_ALONE;
  }
}
