package org.newstide.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.newstide.claim.ShareLexicon.Kind;
import org.newstide.mention.Mention;

/** Finds the parties of a sentence. */
final class Parties {
  private static final double TITLE_CASE = 0.6;

  private final ClaimSentence sentence;
  private final boolean titleCase;

  private Parties(ClaimSentence sentence) {
    this.sentence = sentence;
    this.titleCase = isTitleCase();
  }

  /** The parties in order; a name in brackets behind another is its other name and no party. */
  static List<Party> in(ClaimSentence sentence) {
    return new Parties(sentence).find();
  }

  private List<Party> find() {
    List<Party> found = new ArrayList<>();
    int at = sentence.from();
    while (at < sentence.to()) {
      if (isBracketOfNames(at, found)) {
        at = closing(at);
      } else {
        Optional<Mention> mention = sentence.mention(at);
        int end = mention.isPresent() ? productEnd(at + 1) : startsName(at) ? nameEnd(at) : at;
        if (end > at && (mention.isPresent() || !isPublisher(at, end))) {
          found.add(new Party(at, end, mention));
        }
        at = Math.max(end, at + 1);
      }
    }
    return List.copyOf(found);
  }

  /** "Amazon (AWS)", "Google (GOOG, GOOGL)": brackets without a figure behind a catalog name. */
  private boolean isBracketOfNames(int at, List<Party> found) {
    if (!sentence.at(at).equals("(") || found.isEmpty()) {
      return false;
    }
    Party last = found.get(found.size() - 1);
    int close = closing(at);
    return last.mention().isPresent()
        && last.to() == at
        && sentence.at(close).equals(")")
        && sentence.figures().stream()
            .noneMatch(figure -> figure.from() > at && figure.to() <= close);
  }

  private int closing(int open) {
    int at = open;
    while (at < sentence.to() && !sentence.at(at).equals(")")) {
      at++;
    }
    return at;
  }

  private boolean isTitleCase() {
    int capitals = 0;
    int counted = 0;
    for (int i = sentence.from() + 1; i < sentence.to(); i++) {
      if (sentence.at(i).length() > 3 && Character.isLetter(sentence.at(i).charAt(0))) {
        counted++;
        capitals += sentence.isCapital(i) ? 1 : 0;
      }
    }
    return counted > 2 && capitals > counted * TITLE_CASE;
  }

  private boolean startsName(int at) {
    if (titleCase || !isNameWord(at)) {
      return false;
    }
    boolean first = true;
    for (int i = sentence.from(); i < at; i++) {
      first &= !sentence.isWord(i) && !sentence.isMention(i);
    }
    return !first || isUpperCase(at) || isShownAsName(nameEnd(at));
  }

  /** A sentence's first word has a capital anyway: a name shows itself by what follows. */
  private boolean isShownAsName(int end) {
    String next = sentence.at(end);
    return next.equals("'s")
        || next.equals("and")
        || next.equals(",")
        || next.equals("(")
        || (sentence.is(Kind.HOLD, end) && !sentence.isCapital(end));
  }

  private boolean isUpperCase(int at) {
    String word = sentence.text(at, at + 1);
    return word.equals(word.toUpperCase(Locale.ROOT));
  }

  private boolean isNameWord(int at) {
    return sentence.isCapital(at)
        && !sentence.isMention(at)
        && sentence.at(at).length() > 1
        && !sentence.is(Kind.FUNCTION, at)
        && !sentence.is(Kind.ACRONYM, at)
        && !sentence.is(Kind.GEOGRAPHY, at)
        && !sentence.is(Kind.SHARE, at)
        && !sentence.is(Kind.MARKET, at)
        && !sentence.is(Kind.MONTH, at);
  }

  /** "Amazon Prime Video", "AMD's Ryzen 9000": what carries the name or belongs to it. */
  private int productEnd(int start) {
    boolean owned = sentence.at(start).equals("'s") && isNameWord(start + 1);
    int end = nameEnd(owned ? start + 1 : start);
    return owned && sentence.is(Kind.SAYING, end) ? start : end;
  }

  private int nameEnd(int start) {
    int end = start;
    while (end < sentence.to() && !titleCase && (isNameWord(end) || isModelNumber(end))) {
      end++;
    }
    return end;
  }

  /** "RX 6000's": a number inside a product's name. */
  private boolean isModelNumber(int at) {
    return sentence.isWord(at)
        && Character.isDigit(sentence.at(at).charAt(0))
        && (sentence.at(at + 1).equals("'s") || sentence.at(at + 1).equals(","));
  }

  /** "according to Synergy Research Group", "Canalys said": who counts, not who sells. */
  private boolean isPublisher(int start, int end) {
    boolean cited =
        (sentence.at(start - 1).equals("to") && sentence.at(start - 2).equals("according"))
            || sentence.at(start - 1).equals("per")
            || (sentence.at(start - 1).equals("from") && sentence.is(Kind.SOURCE_NOUN, start - 2));
    // "by Omdia's count"
    boolean counts = sentence.at(end).equals("'s") && sentence.is(Kind.SOURCE_NOUN, end + 1);
    boolean says = sentence.is(Kind.SAYING, end) || sentence.is(Kind.BYSTANDER_TAIL, end - 1);
    boolean firstHalf = sentence.at(end).equals("and") && isNameWord(end + 1);
    return cited || counts || says || (firstHalf && sentence.is(Kind.SAYING, nameEnd(end + 1)));
  }
}
