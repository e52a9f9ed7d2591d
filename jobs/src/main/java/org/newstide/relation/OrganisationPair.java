package org.newstide.relation;

/** Two organisations, the one whose id sorts first as {@code a}. */
record OrganisationPair(String a, String b) {
  static OrganisationPair of(String one, String other) {
    return one.compareTo(other) < 0
        ? new OrganisationPair(one, other)
        : new OrganisationPair(other, one);
  }
}
