package org.newstide.sentiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.newstide.article.Document;

/**
 * Targeted sentiment by multinomial logistic regression over hashed, target-relative features. A
 * document's mentions of the target are averaged and joined with a view of the whole document.
 * Names are masked: the verdict comes from the words around them. Needs no Spark; immutable and
 * thread-safe.
 */
public final class LinearSentiment implements TargetedSentiment, Serializable {
  private static final long serialVersionUID = 1;
  private static final String BUNDLED = "linear-v1";
  private static final ThreadLocal<Workspace> WORKSPACE = ThreadLocal.withInitial(Workspace::new);

  private final LinearWeights weights;
  private final String model;

  LinearSentiment(LinearWeights weights, String model) {
    this.weights = weights;
    this.model = model;
  }

  /** The model that ships with Newstide. */
  public static LinearSentiment bundled() {
    String name = "/sentiment/" + BUNDLED + ".bin.gz";
    String digest = ModelFile.utf8(resource(name + ".sha256"));
    return new LinearSentiment(ModelFile.decode(resource(name), digest, name), BUNDLED);
  }

  /**
   * A model written by {@code train-sentiment}.
   *
   * @param file the model; its digest stands beside it in a file of the same name plus .sha256
   * @throws org.newstide.NewstideException MODEL_UNTRUSTED where file or digest is missing, they
   *     differ, or the content is no model
   */
  public static LinearSentiment load(Path file) {
    Path digest = Path.of(file + ".sha256");
    try {
      LinearWeights weights =
          ModelFile.decode(Files.readAllBytes(file), Files.readString(digest), file.toString());
      return new LinearSentiment(weights, stem(file));
    } catch (IOException e) {
      throw ModelFile.untrusted("The model or its .sha256 cannot be read", file.toString(), e);
    }
  }

  private static String stem(Path file) {
    String name = Objects.requireNonNull(file.getFileName()).toString();
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static byte[] resource(String name) {
    try (InputStream in = LinearSentiment.class.getResourceAsStream(name)) {
      if (in == null) {
        throw ModelFile.untrusted("The bundled model is missing", name, null);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Probabilities judge(Document document, List<Target> targets, List<Target> others) {
    FeatureVector features = WORKSPACE.get().features(document, targets, others);
    double[] p = weights.probabilities(weights.scores(features));
    return new Probabilities(p[0], p[1], p[2]);
  }

  @Override
  public String model() {
    return model;
  }
}
