package org.newstide.sentiment;

import org.newstide.linear.FeatureVector;
import org.newstide.linear.LabelledVector;

/**
 * One labelled target: the set and the article that it comes from, the article's form, its class,
 * and its features.
 *
 * @param taught a teacher's probabilities of the classes; null where people's labels are learned
 */
record Example(
    String set, String group, Form form, int label, double[] taught, int[] index, float[] value)
    implements LabelledVector {
  static Example of(
      String set, String group, Form form, int label, double[] taught, FeatureVector features) {
    return new Example(set, group, form, label, taught, features.index(), features.value());
  }

  Example with(int[] otherIndex, float[] otherValue) {
    return new Example(set, group, form, label, taught, otherIndex, otherValue);
  }

  boolean isTaught() {
    return taught != null;
  }

  @Override
  public double share(int of) {
    return isTaught() ? taught[of] : LabelledVector.super.share(of);
  }
}
