package org.newstide;

/** The version of the code, as the ledger names it. */
public final class Version {
  /** The same as in pom.xml; a test holds them together. */
  public static final String CURRENT = "0.1.0";

  private Version() {}
}
