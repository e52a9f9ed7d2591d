package org.newstide.relation;

import java.io.Serializable;

/**
 * Words that state a tie.
 *
 * @param weight how sure the tie is where the words stand between two names, 0..1
 */
record Cue(Relation.Type type, double weight, Actor actor) implements Serializable {
  /** Which of the names around the words acts. */
  enum Actor {
    /** "X sues Y". */
    FIRST,
    /** "X is backed by Y". */
    SECOND,
    /** "X and Y are rivals". */
    NEITHER
  }
}
