package org.newstide.claim;

import java.util.List;
import java.util.Optional;
import org.newstide.article.Sentence;
import org.newstide.claim.ShareLexicon.Kind;
import org.newstide.mention.MaskedWords;
import org.newstide.mention.Mention;

/** One sentence, word by word, with its figures and the parties that can hold them. */
final class ClaimSentence {
  private final MaskedWords words;
  private final ShareLexicon lexicon;
  private final int from;
  private final int to;
  private final List<Figure> figures;
  private final List<Party> parties;

  ClaimSentence(MaskedWords words, ShareLexicon lexicon, int from, int to) {
    this.words = words;
    this.lexicon = lexicon;
    this.from = from;
    this.to = to;
    this.figures = Figure.in(this);
    this.parties = Parties.in(this);
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

  Optional<Mention> mention(int index) {
    return words.mentionAt(index);
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

  /** Where it stands in its field. */
  Sentence span() {
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

  /** The index of the nearest word before a figure that is no "about" or "nearly". */
  int beforeHedges(Figure figure) {
    return beforeHedges(figure, "");
  }

  /** The same, but a hedge of this spelling counts: "to" and "with" also link. */
  int beforeHedges(Figure figure, String link) {
    int at = figure.from() - 1;
    while (is(Kind.HEDGE, at) && !at(at).equals(link)) {
      at--;
    }
    return at;
  }

  /** The index of the word that a figure hangs on directly: "sells about", "accounts for". */
  int verbBefore(Figure figure) {
    int at = figure.from() - 1;
    while (is(Kind.HEDGE, at) || at(at).equals("for")) {
      at--;
    }
    return at;
  }

  /** Whether nothing between two words but what links a name to its figure: "AWS (US) still at". */
  boolean isLinked(int from, int to) {
    int i = from;
    while (i < to) {
      if (at(i).equals("(")) {
        while (i < to && !at(i).equals(")")) {
          i++;
        }
      } else if (!is(Kind.LINK, i) && !is(Kind.HEDGE, i) && !is(Kind.EACH, i)) {
        return false;
      }
      i++;
    }
    return true;
  }

  /** The last party that ends at or before an index. */
  Optional<Party> partyBefore(int index) {
    Optional<Party> nearest = Optional.empty();
    for (Party party : parties) {
      if (party.to() <= index) {
        nearest = Optional.of(party);
      }
    }
    return nearest;
  }

  boolean hasParty(int first, int behind) {
    return parties.stream().anyMatch(party -> party.from() >= first && party.to() <= behind);
  }

  boolean hasFigure(int first, int behind) {
    return figures.stream().anyMatch(figure -> figure.from() >= first && figure.to() <= behind);
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
}
