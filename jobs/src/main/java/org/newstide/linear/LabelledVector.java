package org.newstide.linear;

/** The features of an example beside its class. */
public interface LabelledVector {
  /** The class, from 0 on. */
  int label();

  /** How much of a class the example is, 0..1; all of its own class unless a teacher doubts. */
  default double share(int of) {
    return of == label() ? 1 : 0;
  }

  /** The places of the features, each below the model's space; a place may come twice. */
  int[] index();

  /** The values of the features, in the order of their places. */
  float[] value();
}
