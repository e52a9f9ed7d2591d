package org.newstide.relation;

import java.io.Serializable;
import java.util.Optional;
import org.newstide.linear.FeatureVector;
import org.newstide.linear.LinearModel;
import org.newstide.linear.ModelFile;
import org.newstide.linear.ModelShape;
import org.newstide.linear.Softmax;

/**
 * A linear model over no tie and the types of ties, a scale that calibrates it, and from which
 * probability of any tie on one is reported.
 */
record TieWeights(LinearModel model) implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int SCALE = 0;
  private static final int THRESHOLD = 1;

  /** No tie, then the types in their order. */
  static final int CLASSES = 1 + Relation.Type.values().length;

  static final ModelShape SHAPE =
      new ModelShape("relation", 1, FeatureGroups.SPACE, CLASSES, 2, "train-relations");

  /** The model that ships with Newstide. */
  static TieWeights bundled() {
    return new TieWeights(ModelFile.bundled(SHAPE, "/relation/ties-v1.bin.gz"));
  }

  static TieWeights of(float[] weights, double scale, double threshold) {
    return new TieWeights(LinearModel.of(CLASSES, weights, scale, threshold));
  }

  double scale() {
    return model.setting(SCALE);
  }

  double threshold() {
    return model.setting(THRESHOLD);
  }

  static int label(Optional<Relation.Type> type) {
    return type.map(some -> 1 + some.ordinal()).orElse(0);
  }

  double[] probabilities(FeatureVector features) {
    return probabilities(model.scores(0, features), scale());
  }

  static double[] probabilities(double[] scores, double scale) {
    double[] p = scores.clone();
    for (int c = 0; c < p.length; c++) {
      p[c] *= scale;
    }
    Softmax.apply(p);
    return p;
  }

  /** The likeliest type, whether or not it is likelier than none. */
  static Relation.Type type(double[] probabilities) {
    int best = 1;
    for (int c = 2; c < CLASSES; c++) {
      if (probabilities[c] > probabilities[best]) {
        best = c;
      }
    }
    return Relation.Type.values()[best - 1];
  }
}
