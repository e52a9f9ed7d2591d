package org.newstide.relation;

import java.util.ArrayList;
import java.util.List;
import org.newstide.article.Field;
import org.newstide.mention.Mention;

/**
 * Two mentions of different organisations near each other.
 *
 * @param first index of the word that names the one
 * @param second index of the word that names the other, behind the first
 */
record Couple(Field field, MaskedWords words, int first, int second) {
  private static final int WORDS_APART = 60;
  private static final int NAMES_BACK = 8;

  /**
   * The couples of a field, within a sentence or two adjoining ones. Each name looks back at a
   * bounded number of names, so a list of a thousand names gives thousands of couples, not
   * millions.
   */
  static List<Couple> in(Field field, MaskedWords words) {
    List<Couple> couples = new ArrayList<>();
    List<Integer> names = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (words.mentionAt(i).isEmpty()) {
        continue;
      }
      for (int back = names.size() - 1; back >= Math.max(0, names.size() - NAMES_BACK); back--) {
        Couple couple = new Couple(field, words, names.get(back), i);
        if (couple.isNear() && !couple.firstOrganisation().equals(couple.secondOrganisation())) {
          couples.add(couple);
        }
      }
      names.add(i);
    }
    return couples;
  }

  private boolean isNear() {
    return second - first <= WORDS_APART && words.sentenceAt(second) - words.sentenceAt(first) <= 1;
  }

  boolean isWithinSentence() {
    return words.sentenceAt(second) == words.sentenceAt(first);
  }

  Mention firstMention() {
    return words.mentionAt(first).orElseThrow();
  }

  String firstOrganisation() {
    return firstMention().organisationId();
  }

  String secondOrganisation() {
    return words.mentionAt(second).orElseThrow().organisationId();
  }

  OrganisationPair pair() {
    return OrganisationPair.of(firstOrganisation(), secondOrganisation());
  }

  /** The first word of the evidence, at most {@code reach} words before the first name. */
  int from(int reach) {
    int at = first;
    while (at > 0 && first - at < reach && words.sentenceAt(at - 1) == words.sentenceAt(first)) {
      at--;
    }
    return at;
  }

  /** Behind the last word of the evidence, at most {@code reach} words after the second name. */
  int to(int reach) {
    int at = second + 1;
    while (at < words.size()
        && at - second <= reach
        && words.sentenceAt(at) == words.sentenceAt(second)) {
      at++;
    }
    return at;
  }
}
