package org.newstide.relation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Two organisations, the one whose id sorts first as {@code a}. */
record OrganisationPair(String a, String b) {
  static OrganisationPair of(String one, String other) {
    return one.compareTo(other) < 0
        ? new OrganisationPair(one, other)
        : new OrganisationPair(other, one);
  }

  /** Each two of the organisations. */
  static List<OrganisationPair> among(Collection<String> organisations) {
    List<String> all = List.copyOf(organisations);
    List<OrganisationPair> pairs = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        pairs.add(of(all.get(i), all.get(j)));
      }
    }
    return pairs;
  }

  boolean has(String organisation) {
    return organisation.equals(a) || organisation.equals(b);
  }
}
