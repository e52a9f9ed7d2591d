package org.newstide.sentiment;

import java.util.Arrays;
import org.newstide.linear.LabelledVector;

/**
 * One labelled target: the set and the article that it comes from, the article's form, its class,
 * and its features.
 */
record Example(String set, String group, Form form, int label, int[] index, float[] value)
    implements LabelledVector {
  static Example of(String set, String group, Form form, Label label, FeatureVector features) {
    return new Example(
        set,
        group,
        form,
        label.ordinal(),
        Arrays.copyOf(features.index, features.size),
        Arrays.copyOf(features.value, features.size));
  }

  Example with(int[] otherIndex, float[] otherValue) {
    return new Example(set, group, form, label, otherIndex, otherValue);
  }
}
