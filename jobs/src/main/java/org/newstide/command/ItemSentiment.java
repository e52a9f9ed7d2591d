package org.newstide.command;

import org.apache.spark.sql.SparkSession;
import org.newstide.config.SentimentConfig;
import org.newstide.reread.Encoder;
import org.newstide.reread.EncoderSentiment;
import org.newstide.run.SentimentEngines;
import org.newstide.sentiment.TargetedSentiment;

/**
 * The configured sentiment reader for single items. The linear one is there at once; the encoder
 * needs a Spark session, which closes with this.
 */
final class ItemSentiment implements AutoCloseable {
  /** No margin reaches it: the encoder reads everything. */
  private static final double NEVER_SURE = 2;

  private final TargetedSentiment reader;
  private final AutoCloseable session;

  private ItemSentiment(TargetedSentiment reader, AutoCloseable session) {
    this.reader = reader;
    this.session = session;
  }

  /**
   * @param command who asks: the name of the Spark session, where one is needed
   * @throws org.newstide.NewstideException {@code MODEL_UNTRUSTED} where a model's sum does not fit
   */
  static ItemSentiment open(String command, SentimentConfig config) {
    TargetedSentiment first = SentimentEngines.of(config);
    return switch (config.engine()) {
      case LINEAR -> new ItemSentiment(first, () -> {});
      case SPARK_NLP -> rereading(command, config, first, NEVER_SURE);
      case CASCADE -> rereading(command, config, first, config.cascade().margin());
    };
  }

  TargetedSentiment reader() {
    return reader;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (Exception e) {
      throw new IllegalStateException("The Spark session does not close", e);
    }
  }

  private static ItemSentiment rereading(
      String command, SentimentConfig config, TargetedSentiment first, double sureMargin) {
    Encoder.verified(config.encoder()); // a session takes seconds to open in vain
    SparkSession spark = SparkSessions.open(command);
    try {
      Encoder encoder = Encoder.load(spark, config.encoder());
      return new ItemSentiment(
          new EncoderSentiment(encoder, first, sureMargin, SentimentEngines.pool(config)), spark);
    } catch (Throwable e) { // an Error where the native library is absent
      spark.close();
      throw e;
    }
  }
}
