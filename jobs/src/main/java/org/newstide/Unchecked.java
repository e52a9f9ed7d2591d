package org.newstide;

/** Spark and Delta throw checked exceptions that Scala declares nowhere. */
public final class Unchecked {
  private Unchecked() {}

  /** The failure itself where it may be thrown undeclared in Java, too; otherwise around it. */
  public static RuntimeException of(Throwable failure) {
    return failure instanceof RuntimeException known
        ? known
        : new IllegalStateException("Spark failed: " + failure.getMessage(), failure);
  }
}
