package org.newstide.relation;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a text tells a tie: as a fact, a denial, or a possibility.
 *
 * <p>What turns a tie stands in its clause: before the words that state it ("denies that it", "in
 * talks to"), or, where no such words are known, before the second name. Behind both only a verdict
 * turns it ("the report is false", "fell through"). Words are compared by their stems.
 */
final class Telling {
  private static final int BEFORE = 8;
  private static final int AFTER = 7;
  private static final int DENIED = 6;
  private static final int QUESTION = 40;

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

  private static final Set<String> NEGATIONS =
      Set.of("not", "no", "never", "without", "neither", "nor", "cannot", "nobody");

  /** "Not only", "no longer", "no doubt" and "no other" deny nothing, or the end of a tie. */
  private static final Set<String> AFFIRMED_AFTER =
      Set.of(
          "only", "longer", "doubt", "other", "just", "merely", "simply", "delay", "secret", "less",
          "wonder", "matter", "wait");

  /** Whoever does this says that the tie is not. */
  private static final Set<String> DENIALS = stems("deny denied dismiss refute debunk");

  /** Whoever does this wants no such tie. */
  private static final Set<String> REFUSALS = stems("reject refuse rebuff spurn");

  /** Refusals only before "to", "that" or what is offered: "shares declined" is none. */
  private static final Set<String> REFUSALS_OF = stems("decline dispute fail unable yet");

  /** A tie that was planned and is given up, where one of {@link #PROJECTS} follows. */
  private static final Set<String> ABANDONMENTS =
      stems(
          "scrap scrapped abandon shelve drop dropped ditch cancel cancelled axe withdraw withdrew"
              + " halt block veto");

  private static final Set<String> PROJECTS =
      stems(
          "plan bid offer deal purchase acquisition takeover buyout merger talks investment"
              + " partnership proposal stake effort attempt project contract agreement tie-up"
              + " venture buy approach round");

  private static final Set<String> MODALS = Set.of("may", "might", "could", "would");

  private static final Set<String> DOUBTS =
      Set.of(
          "if",
          "whether",
          "reportedly",
          "allegedly",
          "rumored",
          "rumoured",
          "rumor",
          "rumors",
          "rumour",
          "rumours",
          "speculation",
          "potential",
          "potentially",
          "possible",
          "possibly",
          "perhaps",
          "maybe",
          "hypothetical",
          "prospective",
          "tentatively",
          "unconfirmed");

  /** They look ahead to what they govern; before one of {@link #NOT_GOVERNED} they do not. */
  private static final Set<String> DELIBERATIONS =
      stems(
          "consider mull weigh ponder explore contemplate discuss negotiate pursue debate"
              + " study propose");

  private static final Set<String> NOT_GOVERNED =
      Set.of(
          "and", "or", "is", "are", "its", "their", "his", "her", "on", "of", "with", "how", "why",
          "up", ",", ".", "as", "by", "it", "them");

  /** They look ahead where "to" follows. */
  private static final Set<String> INTENTIONS =
      stems(
          "want wish hope plan plann planned intend aim look offer threaten seek expect likely said"
              + " set poised slated ready prepare propose bid eager keen wait tempt try trying"
              + " attempt close");

  /** They look ahead to what is undertaken: "seeks a stake", "plans a venture". */
  private static final Set<String> UNDERTAKINGS =
      stems("seek sought plan planned planning prepare propose proposed want");

  private static final Set<String> AUXILIARIES =
      Set.of(
          "should", "will", "would", "could", "can", "may", "might", "does", "did", "has", "have");
  private static final Set<String> BE = Set.of("is", "are", "was", "were", "be", "been", "as");

  /** What a negation of a comparison leaves standing: "no match for" still compares. */
  private static final Set<String> RIVALRY =
      stems("compete competing competition competitor rival rivalry threat alternative");

  private static final Set<String> LAWSUIT =
      stems("sue suing lawsuit suit complaint legal court accuse hire poach");
  private static final Set<String> TAKEOVER = stems("acquire acquisition takeover merger stake");

  private final FieldWords words;
  private final Relation.Type type;
  private final int from;
  private final int to;
  private final int anchor;
  private final Optional<CueLexicon.Hit> cue;

  private Telling(
      FieldWords words, Relation.Type type, Optional<CueLexicon.Hit> cue, int first, int second) {
    this.words = words;
    this.type = type;
    this.cue = cue;
    this.anchor =
        cue.map(CueLexicon.Hit::from)
            .filter(at -> !isParted(second, at))
            .orElseGet(
                () -> second - first == 2 && at(first + 1).equals("and") ? end(second) : second);
    this.from = start(words, Math.min(first, anchor), BEFORE);
    this.to = Math.max(Math.max(second, anchor) + 1, cue.map(CueLexicon.Hit::to).orElse(0));
  }

  /** The last word that both as subject govern: "A and B are discussing a merger". */
  private int end(int second) {
    int end = second;
    while (end + 1 < words.size()
        && end - second < DENIED
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

  private static Set<String> stems(String words) {
    return Arrays.stream(words.split(" ")).map(CueLexicon::stem).collect(Collectors.toSet());
  }

  /**
   * The polarity of a tie. A denial outweighs a possibility.
   *
   * @param cue the words that state it, if any are known
   */
  static Relation.Polarity of(Couple couple, Relation.Type type, Optional<CueLexicon.Hit> cue) {
    return new Telling(couple.field(), type, cue, couple.first(), couple.second()).polarity();
  }

  /** The polarity of a tie of which a sentence shows one name only. */
  static Relation.Polarity of(FieldWords words, int name, Relation.Type type) {
    return new Telling(words, type, Optional.empty(), name, name).polarity();
  }

  private Relation.Polarity polarity() {
    boolean deniable = type != Relation.Type.COMPETITION || has(RIVALRY) || has(TAKEOVER);
    if (deniable && (isNegated() || isRejected() || isRefutedBehind())) {
      return Relation.Polarity.NEGATED;
    }
    return isProspect() ? Relation.Polarity.HYPOTHETICAL : Relation.Polarity.ASSERTED;
  }

  /** At most so many words before one, within its sentence. */
  private static int start(FieldWords words, int at, int reach) {
    int start = at;
    while (start > 0 && at - start < reach && words.sentenceAt(start - 1) == words.sentenceAt(at)) {
      start--;
    }
    return start;
  }

  private String at(int index) {
    return words.at(index);
  }

  private String stemAt(int index) {
    return index < 0 || index >= words.size() ? "" : words.stems().get(index);
  }

  /** News is full of negations of other things: one counts shortly before the tie's words only. */
  private boolean isNegated() {
    for (int i = anchor - 1; i >= Math.max(from, anchor - DENIED); i--) {
      if (CLAUSE_ENDS.contains(at(i)) || words.sentenceAt(i) != words.sentenceAt(anchor)) {
        return false;
      }
      if (isNegationAt(i) && !AFFIRMED_AFTER.contains(at(i + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Without words that state the tie, "no" belongs to another thing. */
  private boolean isNegationAt(int i) {
    boolean contracted = at(i).equals("t") && at(i - 1).equals("'");
    boolean stated = cue.isPresent();
    return (stated || type.isAlliance())
        && (contracted || NEGATIONS.contains(at(i)) && (stated || !at(i).equals("no")));
  }

  private boolean has(Set<String> stems) {
    for (int i = from; i < to; i++) {
      if (stems.contains(stemAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** The first word of the tie's clause within reach. */
  private int clause() {
    int start = anchor;
    while (start > from
        && !CLAUSE_ENDS.contains(at(start - 1))
        && words.sentenceAt(start - 1) == words.sentenceAt(anchor)) {
      start--;
    }
    return start;
  }

  private boolean isRejected() {
    for (int i = clause(); i < anchor; i++) {
      if (rejectsAt(i) || type.isAlliance() && (refusesAt(i) || abandonsAt(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean rejectsAt(int i) {
    String stem = stemAt(i);
    String next = at(i + 1);
    boolean outOrDown =
        stem.equals("rul") && next.equals("out") || stem.equals("turn") && next.equals("down");
    boolean decidedAgainst = next.equals("against") && (stem.equals("decid") || stem.equals("opt"));
    return DENIALS.contains(stem) || outOrDown || decidedAgainst || isFalseAt(i);
  }

  private boolean refusesAt(int i) {
    String next = at(i + 1);
    return REFUSALS.contains(stemAt(i))
        || REFUSALS_OF.contains(stemAt(i))
            && (next.equals("to") || next.equals("that") || next.equals("an"));
  }

  private boolean isNameNear(int i) {
    return i >= 0 && i < words.size() && words.organisationAt(i).isPresent();
  }

  private boolean isFalseAt(int i) {
    String word = at(i);
    return BE.contains(at(i - 1))
            && (word.equals("false")
                || word.equals("untrue")
                || word.equals("baseless")
                || word.equals("unfounded")
                || word.equals("incorrect"))
        || word.equals("wrong") && at(i + 1).equals("that")
        || word.equals("truth") && at(i - 1).equals("no");
  }

  private boolean abandonsAt(int i) {
    String stem = stemAt(i);
    String next = at(i + 1);
    if (ABANDONMENTS.contains(stem)) {
      for (int k = i + 1; k <= i + 4 && k < to; k++) {
        if (PROJECTS.contains(stemAt(k))) {
          return true;
        }
      }
    }
    return stem.equals("walk") && next.equals("away")
        || next.equals("off") && (stem.equals("call") || stem.equals("break"))
        || next.equals("out") && (stem.equals("pull") || stem.equals("back"))
        || stem.equals("giv") && next.equals("up");
  }

  /** A verdict behind the names and the tie's words. */
  private boolean isRefutedBehind() {
    for (int i = to; i < words.size() && i < to + AFTER; i++) {
      if (CLAUSE_ENDS.contains(at(i)) || words.sentenceAt(i) != words.sentenceAt(to - 1)) {
        return false;
      }
      if (isFalseAt(i) || type.isAlliance() && failsAt(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean failsAt(int i) {
    String next = at(i + 1);
    boolean falls = at(i).equals("fell") || at(i).equals("falls") || at(i).equals("fallen");
    return stemAt(i).equals("collaps")
        || falls && (next.equals("through") || next.equals("apart"))
        || at(i).equals("called") && next.equals("off");
  }

  /**
   * Who plans to compete competes, and who wants to loosen a tie has a tension: plans make a
   * possibility of what can be planned only.
   */
  private boolean isProspect() {
    boolean planned =
        type.isAlliance() || has(TAKEOVER) || type == Relation.Type.TENSION && has(LAWSUIT);
    if (planned && isQuestion()) {
      return true;
    }
    for (int i = clause(); i < to; i++) {
      if (i >= anchor && CLAUSE_ENDS.contains(at(i))) {
        return false;
      }
      if (isDoubtAt(i) || planned && looksAheadAt(i)) {
        return true;
      }
    }
    return false;
  }

  /** "Should one buy the other?", which no "which of them" asks. */
  private boolean isQuestion() {
    int first = start(words, anchor, QUESTION);
    int last = anchor;
    while (last + 1 < words.size()
        && last - anchor < QUESTION
        && words.sentenceAt(last + 1) == words.sentenceAt(anchor)) {
      last++;
    }
    return at(last).equals("?") && AUXILIARIES.contains(at(first));
  }

  private boolean isDoubtAt(int i) {
    String word = at(i);
    // A month of May has a number behind it.
    boolean month = word.equals("may") && startsWithDigit(at(i + 1));
    boolean advice = word.equals("should") && type == Relation.Type.INVESTMENT;
    return MODALS.contains(word) && !month
        || advice
        || DOUBTS.contains(word) && !at(i + 1).equals("not")
        || word.equals("sources") && stemAt(i + 1).equals("say");
  }

  private boolean looksAheadAt(int i) {
    String stem = stemAt(i);
    String next = at(i + 1);
    boolean toNext = next.equals("to") && !isNameNear(i + 2);
    boolean article = next.equals("a") || next.equals("an");
    boolean project = PROJECTS.contains(stemAt(i + 1)) || PROJECTS.contains(stemAt(i + 2));
    return DELIBERATIONS.contains(stem) && isGoverned(i + 1) && !BE.contains(at(i - 1))
        || DELIBERATIONS.contains(stem) && at(i).endsWith("ing") && isGoverned(i + 1)
        || stem.equals("eye") && isNameNear(i - 1) && isGoverned(i + 1)
        || at(i).equals("eyeing")
        || INTENTIONS.contains(stem) && toNext
        || UNDERTAKINGS.contains(stem) && (article || project && !next.equals("and"))
        || stem.equals("prepar") && next.equals("for")
        || at(i).equals("nears")
        || at(i).equals("nearing")
        || at(i).equals("talks") && !next.equals("up")
        || (stem.equals("bid") || at(i).equals("offer")) && (next.equals("for") || toNext)
        || stem.equals("approach") && isNameNear(i + 1)
        || at(i).equals("open") && toNext
        || stem.equals("interest") && next.equals("in") && !isNameNear(i + 2)
        || next.equals("of") && (at(i).equals("verge") || at(i).equals("brink"));
  }

  private boolean isGoverned(int next) {
    return next < words.size() && !isNameNear(next) && !NOT_GOVERNED.contains(at(next));
  }

  private static boolean startsWithDigit(String word) {
    return !word.isEmpty() && Character.isDigit(word.charAt(0));
  }
}
