package org.newstide.linear;

/**
 * What a linear model is for and how large it is.
 *
 * @param name what the model tells, such as "sentiment"
 * @param tables how many sets of weights for the same features it has, one after the other
 * @param features how many places for features each of them has
 * @param settings how many numbers go with the weights: those of the calibration and the like
 * @param command trains such a model
 */
public record ModelShape(
    String name, int tables, int features, int classes, int settings, String command) {
  int weights() {
    return tables * features * classes;
  }
}
