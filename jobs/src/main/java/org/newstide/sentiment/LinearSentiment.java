package org.newstide.sentiment;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.commons.lang3.StringUtils;
import org.newstide.article.Document;
import org.newstide.linear.FeatureVector;
import org.newstide.linear.LinearModel;
import org.newstide.linear.ModelFile;
import org.newstide.linear.ModelShape;

/**
 * Targeted sentiment by multinomial logistic regression over hashed, target-relative features. A
 * document's mentions of the target are averaged and joined with a view of the whole document.
 * Names are masked: the verdict comes from the words around them. Needs no Spark; immutable and
 * thread-safe.
 */
public final class LinearSentiment implements TargetedSentiment, Serializable {
  private static final long serialVersionUID = 1;
  private static final String BUNDLED = "linear-v1";
  private static final String ENDING = ".bin.gz";
  private static final ThreadLocal<Workspace> WORKSPACE = ThreadLocal.withInitial(Workspace::new);

  static final ModelShape SHAPE =
      new ModelShape(
          "sentiment",
          Form.values().length,
          TargetFeatures.SPACE,
          Label.CLASSES,
          Form.values().length * Calibration.SETTINGS,
          "train-sentiment");

  private final LinearModel weights;
  private final Calibration[] calibrations = new Calibration[Form.values().length];
  private final String model;

  LinearSentiment(LinearModel weights, String model) {
    this.weights = weights;
    for (int form = 0; form < calibrations.length; form++) {
      calibrations[form] = Calibration.of(weights, form * Calibration.SETTINGS);
    }
    this.model = model;
  }

  /** The model that ships with Newstide. */
  public static LinearSentiment bundled() {
    String resource = "/sentiment/" + BUNDLED + ENDING;
    return new LinearSentiment(ModelFile.bundled(SHAPE, resource), BUNDLED);
  }

  /**
   * A model written by {@code train-sentiment}.
   *
   * @param file the model; its digest stands beside it in a file of the same name plus .sha256
   * @throws org.newstide.NewstideException MODEL_UNTRUSTED where file or digest is missing, they
   *     differ, or the content is no model
   */
  public static LinearSentiment load(Path file) {
    return new LinearSentiment(ModelFile.load(SHAPE, file), stem(file));
  }

  /** The file's name without its ending; a plus sign parts the names of two models. */
  private static String stem(Path file) {
    String name = Objects.requireNonNull(file.getFileName()).toString();
    return StringUtils.removeEnd(name, ENDING).replace('+', '-');
  }

  @Override
  public Probabilities judge(Document document, List<Target> targets, List<Target> others) {
    FeatureVector features = WORKSPACE.get().features(document, targets, others);
    int form = Form.of(document).ordinal();
    int first = form * TargetFeatures.SPACE;
    double[] scores = weights.scores(first, features);
    double[] p = calibrations[form].apply(scores);
    return new Probabilities(p[0], p[1], p[2]);
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public String digest() {
    return weights.digest();
  }
}
