package org.newstide.relation;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The clause in which a text tells a tie, as its denials and prospects are looked for: words, their
 * stems, and the place that they must stand before.
 */
final class TieClause {
  private static final int BEFORE = 8;
  private static final int GOVERNED = 6;

  private static final Set<String> CLAUSE_ENDS =
      Set.of(
          ",",
          ";",
          ":",
          "(",
          ")",
          "but",
          "while",
          "which",
          "who",
          "because",
          "as",
          "after",
          "although",
          "though",
          "whereas",
          "despite",
          "when",
          "since");

  static final Set<String> BE = Set.of("is", "are", "was", "were", "be", "been", "as");

  /** What companies plan with each other, and give up. */
  static final Set<String> PROJECTS =
      stems(
          "plan bid offer deal purchase acquisition takeover buyout merger talks investment"
              + " partnership proposal stake effort attempt project contract agreement tie-up"
              + " venture buy approach round");

  static final Set<String> TAKEOVER = stems("acquire acquisition takeover merger stake");

  private final FieldWords words;
  private final Relation.Type type;
  private final int from;
  private final int to;
  private final int anchor;
  private final boolean isStated;

  /**
   * @param cue the words that state the tie, if any are known
   * @param first the word of the one name
   * @param second that of the other, or the same
   */
  TieClause(
      FieldWords words, Relation.Type type, Optional<CueLexicon.Hit> cue, int first, int second) {
    this.words = words;
    this.type = type;
    this.isStated = cue.isPresent();
    this.anchor =
        cue.map(CueLexicon.Hit::from)
            .filter(at -> !isParted(second, at))
            .orElseGet(
                () -> second - first == 2 && at(first + 1).equals("and") ? end(second) : second);
    this.from = start(Math.min(first, anchor), BEFORE);
    this.to = Math.max(Math.max(second, anchor) + 1, cue.map(CueLexicon.Hit::to).orElse(0));
  }

  static Set<String> stems(String words) {
    return Arrays.stream(words.split(" ")).map(CueLexicon::stem).collect(Collectors.toSet());
  }

  /** The last word that both as subject govern: "A and B are discussing a merger". */
  private int end(int second) {
    int end = second;
    while (end + 1 < words.size()
        && end - second < GOVERNED
        && words.sentenceAt(end + 1) == words.sentenceAt(second)
        && !CLAUSE_ENDS.contains(at(end + 1))) {
      end++;
    }
    return end;
  }

  /** Whether a cue behind the second name is in another clause. */
  private boolean isParted(int second, int cueAt) {
    for (int i = second + 1; i < cueAt; i++) {
      if (CLAUSE_ENDS.contains(at(i))) {
        return true;
      }
    }
    return false;
  }

  Relation.Type type() {
    return type;
  }

  /** The first word of names and cue with what stands before them within reach. */
  int from() {
    return from;
  }

  /** Behind names and cue. */
  int to() {
    return to;
  }

  /** What turns the tie stands before this word: its cue, or the second name. */
  int anchor() {
    return anchor;
  }

  /** Whether words are known that state the tie. */
  boolean isStated() {
    return isStated;
  }

  /** How many words the field has. */
  int size() {
    return words.size();
  }

  String at(int index) {
    return words.at(index);
  }

  String stemAt(int index) {
    return index < 0 || index >= words.size() ? "" : words.stems().get(index);
  }

  /** Whether two words stand in one sentence. */
  boolean isOneSentence(int one, int other) {
    return words.sentenceAt(one) == words.sentenceAt(other);
  }

  boolean isEnd(int index) {
    return CLAUSE_ENDS.contains(at(index));
  }

  boolean isName(int index) {
    return index >= 0 && index < words.size() && words.organisationAt(index).isPresent();
  }

  /** Whether one of the stems stands among names, cue and what is before them. */
  boolean has(Set<String> stems) {
    for (int i = from; i < to; i++) {
      if (stems.contains(stemAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** The first word of the clause of the anchor, within reach. */
  int start() {
    int start = anchor;
    while (start > from && !isEnd(start - 1) && isOneSentence(start - 1, anchor)) {
      start--;
    }
    return start;
  }

  /** At most so many words before one, within its sentence. */
  int start(int at, int reach) {
    int start = at;
    while (start > 0 && at - start < reach && isOneSentence(start - 1, at)) {
      start--;
    }
    return start;
  }
}
