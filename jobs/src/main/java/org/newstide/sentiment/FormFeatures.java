package org.newstide.sentiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The features that a model learns: each once for all forms and once for its own form (Daum\u00e9
 * 2007), so that little-seen features lean on what the forms share. Features met fewer than three
 * times are left out: they would be learned by heart.
 *
 * <p>Features stand in dense places while they are learned; {@link #spread} adds the shared and the
 * own weight of each into the table that a form reads.
 */
final class FormFeatures {
  private static final int LEAST = 3;
  private static final float SHARE = (float) Math.sqrt(0.5);
  private static final int FORMS = Form.values().length;

  private final int[] dense = new int[TargetFeatures.SPACE];
  private final int size;

  FormFeatures(List<Example> examples) {
    int[] met = new int[TargetFeatures.SPACE];
    for (Example example : examples) {
      for (int feature : example.index()) {
        met[feature]++;
      }
    }
    int next = 0;
    for (int i = 0; i < met.length; i++) {
      dense[i] = met[i] >= LEAST ? next++ : -1;
    }
    size = next;
  }

  /** How many places the learned weights have. */
  int places() {
    return size * (1 + FORMS);
  }

  List<Example> learned(List<Example> examples) {
    List<Example> learned = new ArrayList<>();
    for (Example example : examples) {
      learned.add(learned(example));
    }
    return learned;
  }

  private Example learned(Example example) {
    int kept = (int) Arrays.stream(example.index()).filter(feature -> dense[feature] >= 0).count();
    int[] index = new int[2 * kept];
    float[] value = new float[2 * kept];
    int at = 0;
    for (int i = 0; i < example.index().length; i++) {
      int place = dense[example.index()[i]];
      if (place >= 0) {
        index[at] = place;
        index[kept + at] = place + size * (1 + example.form().ordinal());
        value[at] = example.value()[i] * SHARE;
        value[kept + at] = value[at];
        at++;
      }
    }
    return example.with(index, value);
  }

  /** The weights of all features for each form in turn. */
  float[] spread(float[] learned) {
    int classes = Label.CLASSES;
    float[] weights = new float[FORMS * TargetFeatures.SPACE * classes];
    for (int form = 0; form < FORMS; form++) {
      for (int feature = 0; feature < dense.length; feature++) {
        for (int c = 0; c < classes && dense[feature] >= 0; c++) {
          int shared = dense[feature] * classes + c;
          int own = shared + size * (1 + form) * classes;
          int at = (form * TargetFeatures.SPACE + feature) * classes + c;
          weights[at] = SHARE * (learned[shared] + learned[own]);
        }
      }
    }
    return weights;
  }
}
