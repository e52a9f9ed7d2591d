package org.newstide.sentiment;

import java.util.Arrays;

/** One labelled target: its features, its class, and the article and set that it comes from. */
final class Example {
  final String set;
  final String group;
  final int label;
  final int[] index;
  final float[] value;

  Example(String set, String group, Label label, FeatureVector features) {
    this.set = set;
    this.group = group;
    this.label = label.ordinal();
    this.index = Arrays.copyOf(features.index, features.size);
    this.value = Arrays.copyOf(features.value, features.size);
  }
}
