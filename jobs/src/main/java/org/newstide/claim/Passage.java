package org.newstide.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newstide.article.Sentence;
import org.newstide.claim.ShareLexicon.Kind;
import org.newstide.mention.Mention;
import org.newstide.relation.MaskedWords;

/** One sentence, word by word, with its figures and the parties that can hold them. */
final class Passage {
  private static final double TITLE_CASE = 0.6;

  private final MaskedWords words;
  private final ShareLexicon lexicon;
  private final int from;
  private final int to;
  private final boolean titleCase;
  private final List<Figure> figures;
  private final List<Party> parties;

  Passage(MaskedWords words, ShareLexicon lexicon, int from, int to) {
    this.words = words;
    this.lexicon = lexicon;
    this.from = from;
    this.to = to;
    this.titleCase = isTitleCase();
    this.figures = Figure.in(this);
    this.parties = findParties();
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  List<Figure> figures() {
    return figures;
  }

  List<Party> parties() {
    return parties;
  }

  /** The word in lower case; empty outside the sentence. */
  String at(int index) {
    return index < from || index >= to ? "" : words.at(index);
  }

  boolean is(Kind kind, int index) {
    return lexicon.is(kind, at(index));
  }

  boolean isMention(int index) {
    return at(index).equals(MaskedWords.NAME);
  }

  boolean isCapital(int index) {
    return index >= from && index < to && words.capitalAt(index);
  }

  boolean isWord(int index) {
    String word = at(index);
    return !word.isEmpty() && Character.isLetterOrDigit(word.charAt(0));
  }

  String text(int first, int behind) {
    return behind <= first ? "" : words.textOf(first, behind - 1);
  }

  Sentence sentence() {
    return words.sentence(words.sentenceAt(from));
  }

  /** Whether any word from one index to another, end exclusive, is of a kind. */
  boolean any(Kind kind, int first, int behind) {
    for (int i = Math.max(first, from); i < Math.min(behind, to); i++) {
      if (is(kind, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isTitleCase() {
    int capitals = 0;
    int counted = 0;
    for (int i = from + 1; i < to; i++) {
      if (at(i).length() > 3 && Character.isLetter(at(i).charAt(0))) {
        counted++;
        capitals += words.capitalAt(i) ? 1 : 0;
      }
    }
    return counted > 2 && capitals > counted * TITLE_CASE;
  }

  private List<Party> findParties() {
    List<Party> found = new ArrayList<>();
    int at = from;
    while (at < to) {
      Optional<Mention> mention = words.mentionAt(at);
      int end = mention.isPresent() ? nameEnd(at + 1) : isNameStart(at) ? nameEnd(at) : at;
      if (end > at && (mention.isPresent() || !isPublisher(at, end))) {
        found.add(new Party(at, end, mention));
      }
      at = Math.max(end, at + 1);
    }
    return found;
  }

  private boolean isNameStart(int at) {
    if (titleCase || !isNameWord(at)) {
      return false;
    }
    boolean first = at == from || (at == from + 1 && !isWord(from));
    return !first || isName(nameEnd(at));
  }

  /** Behind a sentence's first word a name shows itself by what follows. */
  private boolean isName(int end) {
    return at(end).equals("'s")
        || at(end).equals("and")
        || at(end).equals(",")
        || at(end).equals("(")
        || (is(Kind.HOLD, end) && !isCapital(end));
  }

  private boolean isNameWord(int at) {
    return isCapital(at)
        && !isMention(at)
        && at(at).length() > 1
        && !is(Kind.FUNCTION, at)
        && !is(Kind.ACRONYM, at)
        && !is(Kind.GEOGRAPHY, at)
        && !is(Kind.SHARE, at)
        && !is(Kind.MARKET, at)
        && !Period.isMonth(at(at));
  }

  private int nameEnd(int start) {
    int end = start;
    while (end < to && !titleCase && (isNameWord(end) || isModelNumber(end, start))) {
      end++;
    }
    return end;
  }

  private boolean isModelNumber(int at, int start) {
    return at > start
        && isWord(at)
        && Character.isDigit(at(at).charAt(0))
        && at(at + 1).equals("'s");
  }

  /** "according to Synergy Research Group", "Canalys said": who counts, not who sells. */
  private boolean isPublisher(int start, int end) {
    boolean cited =
        (at(start - 1).equals("to") && at(start - 2).equals("according"))
            || at(start - 1).equals("per")
            || (at(start - 1).equals("from") && is(Kind.SOURCE_NOUN, start - 2));
    return cited || is(Kind.SAYING, end) || is(Kind.PUBLISHER_TAIL, end - 1);
  }
}
