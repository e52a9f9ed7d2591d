package org.newstide.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.newstide.claim.ShareLexicon.Kind;
import org.newstide.mention.Mention;

/** Finds the parties that a sentence's words name. */
final class Parties {
  private static final double TITLE_CASE = 0.6;

  private final SentenceWords words;
  private final List<Figure> figures;
  private final boolean titleCase;

  private Parties(SentenceWords words, List<Figure> figures) {
    this.words = words;
    this.figures = figures;
    this.titleCase = isTitleCase();
  }

  /** The parties in order; a name in brackets behind another is its other name and no party. */
  static List<Party> in(SentenceWords words, List<Figure> figures) {
    return new Parties(words, figures).find();
  }

  private List<Party> find() {
    List<Party> found = new ArrayList<>();
    int at = words.from();
    while (at < words.to()) {
      if (isBracketOfNames(at, found)) {
        at = closing(at);
      } else {
        Optional<Mention> mention = words.mention(at);
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
    if (!words.at(at).equals("(") || found.isEmpty()) {
      return false;
    }
    Party last = found.get(found.size() - 1);
    int close = closing(at);
    return last.mention().isPresent()
        && last.to() == at
        && words.at(close).equals(")")
        && figures.stream().noneMatch(figure -> figure.from() > at && figure.to() <= close);
  }

  private int closing(int open) {
    int at = open;
    while (at < words.to() && !words.at(at).equals(")")) {
      at++;
    }
    return at;
  }

  private boolean isTitleCase() {
    int capitals = 0;
    int counted = 0;
    for (int i = words.from() + 1; i < words.to(); i++) {
      if (words.at(i).length() > 3 && Character.isLetter(words.at(i).charAt(0))) {
        counted++;
        capitals += words.isCapital(i) ? 1 : 0;
      }
    }
    return counted > 2 && capitals > counted * TITLE_CASE;
  }

  private boolean startsName(int at) {
    if (titleCase || !isNameWord(at)) {
      return false;
    }
    boolean first = true;
    for (int i = words.from(); i < at; i++) {
      first &= !words.isWord(i) && !words.isMention(i);
    }
    return !first || isUpperCase(at) || isShownAsName(nameEnd(at));
  }

  /** A sentence's first word has a capital anyway: a name shows itself by what follows. */
  private boolean isShownAsName(int end) {
    String next = words.at(end);
    return next.equals("'s")
        || next.equals("and")
        || next.equals(",")
        || next.equals("(")
        || (words.is(Kind.HOLD, end) && !words.isCapital(end));
  }

  private boolean isUpperCase(int at) {
    String word = words.text(at, at + 1);
    return word.equals(word.toUpperCase(Locale.ROOT));
  }

  private boolean isNameWord(int at) {
    return words.isCapital(at)
        && !words.isMention(at)
        && words.at(at).length() > 1
        && !words.is(Kind.FUNCTION, at)
        && !words.is(Kind.ACRONYM, at)
        && !words.is(Kind.GEOGRAPHY, at)
        && !words.is(Kind.SHARE, at)
        && !words.is(Kind.MARKET, at)
        && !words.is(Kind.MONTH, at);
  }

  /** "Amazon Prime Video", "AMD's Ryzen 9000": what carries the name or belongs to it. */
  private int productEnd(int start) {
    boolean owned = words.at(start).equals("'s") && isNameWord(start + 1);
    int end = nameEnd(owned ? start + 1 : start);
    return owned && words.is(Kind.SAYING, end) ? start : end;
  }

  private int nameEnd(int start) {
    int end = start;
    while (end < words.to() && !titleCase && (isNameWord(end) || isModelNumber(end))) {
      end++;
    }
    return end;
  }

  /** "RX 6000's": a number inside a product's name. */
  private boolean isModelNumber(int at) {
    return words.isWord(at)
        && Character.isDigit(words.at(at).charAt(0))
        && (words.at(at + 1).equals("'s") || words.at(at + 1).equals(","));
  }

  /** "according to Synergy Research Group", "Canalys said": who counts, not who sells. */
  private boolean isPublisher(int start, int end) {
    boolean cited =
        (words.at(start - 1).equals("to") && words.at(start - 2).equals("according"))
            || words.at(start - 1).equals("per")
            || (words.at(start - 1).equals("from") && words.is(Kind.SOURCE_NOUN, start - 2));
    // "by Omdia's count"
    boolean counts = words.at(end).equals("'s") && words.is(Kind.SOURCE_NOUN, end + 1);
    boolean says = words.is(Kind.SAYING, end) || words.is(Kind.BYSTANDER_TAIL, end - 1);
    boolean firstHalf = words.at(end).equals("and") && isNameWord(end + 1);
    return cited || counts || says || (firstHalf && words.is(Kind.SAYING, nameEnd(end + 1)));
  }
}
