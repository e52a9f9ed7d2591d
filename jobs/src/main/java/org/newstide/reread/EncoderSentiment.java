package org.newstide.reread;

import com.johnsnowlabs.nlp.IAnnotation;
import com.johnsnowlabs.nlp.JavaAnnotation;
import com.johnsnowlabs.nlp.LightPipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.sentiment.EncoderPassage;
import org.newstide.sentiment.Probabilities;
import org.newstide.sentiment.Target;
import org.newstide.sentiment.TargetedSentiment;

/**
 * Judges one document at a time by the encoder, for the commands that label single items; the job
 * reads in batches, see {@link Rereading}. What the first reader is sure of, by a margin, stays as
 * it is.
 */
public final class EncoderSentiment implements TargetedSentiment {
  private final LightPipeline pipeline;
  private final Encoder encoder;
  private final TargetedSentiment first;
  private final double sureMargin;
  private final Pool pool;

  /** A document's organisations are judged one after the other, but read in one pass. */
  private record Read(String text, TokenClasses classes) {}

  private final ThreadLocal<Read> last =
      ThreadLocal.withInitial(() -> new Read("", new TokenClasses(List.of())));

  /**
   * @param first judges alone what the encoder cannot see, and what it is sure of itself
   * @param sureMargin between its two most probable classes; above 1, the encoder reads everything
   * @param pool whose verdict stands where both have read
   */
  public EncoderSentiment(Encoder encoder, TargetedSentiment first, double sureMargin, Pool pool) {
    this.pipeline = new LightPipeline(encoder.pipeline(), false);
    this.encoder = encoder;
    this.first = first;
    this.sureMargin = sureMargin;
    this.pool = pool;
  }

  @Override
  public Probabilities judge(Document document, List<Target> targets, List<Target> others) {
    Probabilities firstly = first.judge(document, targets, others);
    if (firstly.margin() >= sureMargin) {
      return firstly;
    }
    List<Target> all = new ArrayList<>(targets);
    all.addAll(others);
    all.sort(EncoderSentiment::inDocumentOrder);
    EncoderPassage passage = EncoderPassage.of(document, all);
    List<EncoderPassage.Span> spans =
        targets.stream().map(passage::span).flatMap(Optional::stream).toList();
    return classes(passage.text())
        .judge(spans)
        .map(secondly -> pool.of(firstly, secondly, passage.isHeadline()))
        .orElse(firstly);
  }

  @Override
  public String model() {
    return pool.model(first.model(), encoder.model());
  }

  @Override
  public String digest() {
    return Pool.digest(first.digest(), encoder.digest());
  }

  private TokenClasses classes(String text) {
    Read read = last.get();
    if (!read.text().equals(text)) {
      read = new Read(text, read(text));
      last.set(read);
    }
    return read.classes();
  }

  private TokenClasses read(String text) {
    List<TokenClasses.Token> tokens = new ArrayList<>();
    for (IAnnotation annotation : pipeline.fullAnnotateJava(text).get(Encoder.LABEL)) {
      JavaAnnotation token = (JavaAnnotation) annotation;
      tokens.add(TokenClasses.Token.of(token.getBegin(), token.getEnd(), token.getMetadata()));
    }
    return new TokenClasses(tokens);
  }

  private static int inDocumentOrder(Target a, Target b) {
    int byField = Integer.compare(order(a.field()), order(b.field()));
    return byField != 0 ? byField : Integer.compare(a.start(), b.start());
  }

  private static int order(Field field) {
    return field.ordinal();
  }
}
