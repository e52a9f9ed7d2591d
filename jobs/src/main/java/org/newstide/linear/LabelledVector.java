package org.newstide.linear;

/** The features of an example beside its class. */
public interface LabelledVector {
  /** The class, from 0 on. */
  int label();

  /** The places of the features, each below the model's space; a place may come twice. */
  int[] index();

  /** The values of the features, in the order of their places. */
  float[] value();
}
