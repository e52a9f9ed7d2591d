package org.newstide.claim;

import java.util.Optional;
import org.newstide.article.Sentence;
import org.newstide.claim.ShareLexicon.Kind;
import org.newstide.mention.MaskedWords;
import org.newstide.mention.Mention;

/**
 * One sentence, word by word. Words are told by their index in the field; outside, all are empty.
 */
abstract class SentenceWords {
  private final MaskedWords field;
  private final ShareLexicon lexicon;
  private final int from;
  private final int to;

  SentenceWords(MaskedWords field, ShareLexicon lexicon, int from, int to) {
    this.field = field;
    this.lexicon = lexicon;
    this.from = from;
    this.to = to;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** The word in lower case; empty outside the sentence. */
  String at(int index) {
    return index < from || index >= to ? "" : field.at(index);
  }

  boolean is(Kind kind, int index) {
    return lexicon.is(kind, at(index));
  }

  boolean isMention(int index) {
    return at(index).equals(MaskedWords.NAME);
  }

  Optional<Mention> mention(int index) {
    return field.mentionAt(index);
  }

  /** Where a word of the sentence begins, in UTF-16 units. */
  int startOf(int index) {
    return field.startOf(index);
  }

  boolean isCapital(int index) {
    return index >= from && index < to && field.capitalAt(index);
  }

  boolean isWord(int index) {
    String word = at(index);
    return !word.isEmpty() && Character.isLetterOrDigit(word.charAt(0));
  }

  String text(int first, int behind) {
    return behind <= first ? "" : field.textOf(first, behind - 1);
  }

  /** Where it stands in its field. */
  Sentence span() {
    return field.sentence(field.sentenceAt(from));
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

  /** Whether the sentence is more than a ruled line. */
  boolean hasWords() {
    for (int i = from; i < to; i++) {
      if (isWord(i) || isMention(i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the sentence speaks of the share of a market, with or without a figure. */
  boolean namesShare() {
    for (int i = from; i < to; i++) {
      boolean of = at(i).equals("share") && at(i + 1).equals("of");
      boolean compound = at(i).equals("share") && is(Kind.MARKET, i - 1);
      of |= at(i).equals("share") && at(i - 1).equals("|") && at(i + 1).equals("|");
      if (of || compound || at(i).equals("marketshare")) {
        return true;
      }
    }
    return false;
  }

  /** Whether the share that a word speaks of is said to be one of a market. */
  boolean isMarketShare(int share) {
    return at(share).equals("marketshare") || at(share - 1).equals("market");
  }

  /** "U.S.", "U.K.", which stand as four words. */
  boolean isAbbreviatedPlace(int index) {
    boolean second = at(index + 2).equals("s") || at(index + 2).equals("k");
    return at(index).equals("u") && at(index + 1).equals(".") && second;
  }
}
