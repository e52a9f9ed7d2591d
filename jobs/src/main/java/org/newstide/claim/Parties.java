package org.newstide.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.newstide.claim.ShareLexicon.Kind;
import org.newstide.mention.Mention;

/** Finds the parties of a passage. */
final class Parties {
  private static final double TITLE_CASE = 0.6;

  private final Passage passage;
  private final boolean titleCase;

  private Parties(Passage passage) {
    this.passage = passage;
    this.titleCase = isTitleCase();
  }

  /** The parties in order; a name in brackets behind another is its other name and no party. */
  static List<Party> in(Passage passage) {
    return new Parties(passage).find();
  }

  private List<Party> find() {
    List<Party> found = new ArrayList<>();
    int at = passage.from();
    while (at < passage.to()) {
      if (isBracketOfNames(at, found)) {
        at = closing(at);
      } else {
        Optional<Mention> mention = passage.mention(at);
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
    if (!passage.at(at).equals("(") || found.isEmpty()) {
      return false;
    }
    Party last = found.get(found.size() - 1);
    int close = closing(at);
    return last.mention().isPresent()
        && last.to() == at
        && passage.at(close).equals(")")
        && passage.figures().stream()
            .noneMatch(figure -> figure.from() > at && figure.to() <= close);
  }

  private int closing(int open) {
    int at = open;
    while (at < passage.to() && !passage.at(at).equals(")")) {
      at++;
    }
    return at;
  }

  private boolean isTitleCase() {
    int capitals = 0;
    int counted = 0;
    for (int i = passage.from() + 1; i < passage.to(); i++) {
      if (passage.at(i).length() > 3 && Character.isLetter(passage.at(i).charAt(0))) {
        counted++;
        capitals += passage.isCapital(i) ? 1 : 0;
      }
    }
    return counted > 2 && capitals > counted * TITLE_CASE;
  }

  private boolean startsName(int at) {
    if (titleCase || !isNameWord(at)) {
      return false;
    }
    boolean first = true;
    for (int i = passage.from(); i < at; i++) {
      first &= !passage.isWord(i) && !passage.isMention(i);
    }
    return !first || isUpperCase(at) || isShownAsName(nameEnd(at));
  }

  /** A sentence's first word has a capital anyway: a name shows itself by what follows. */
  private boolean isShownAsName(int end) {
    String next = passage.at(end);
    return next.equals("'s")
        || next.equals("and")
        || next.equals(",")
        || next.equals("(")
        || (passage.is(Kind.HOLD, end) && !passage.isCapital(end));
  }

  private boolean isUpperCase(int at) {
    String word = passage.text(at, at + 1);
    return word.equals(word.toUpperCase(Locale.ROOT));
  }

  private boolean isNameWord(int at) {
    return passage.isCapital(at)
        && !passage.isMention(at)
        && passage.at(at).length() > 1
        && !passage.is(Kind.FUNCTION, at)
        && !passage.is(Kind.ACRONYM, at)
        && !passage.is(Kind.GEOGRAPHY, at)
        && !passage.is(Kind.SHARE, at)
        && !passage.is(Kind.MARKET, at)
        && !passage.is(Kind.MONTH, at);
  }

  /** "Amazon Prime Video", "AMD's Ryzen 9000": what carries the name or belongs to it. */
  private int productEnd(int start) {
    boolean owned = passage.at(start).equals("'s") && isNameWord(start + 1);
    int end = nameEnd(owned ? start + 1 : start);
    return owned && passage.is(Kind.SAYING, end) ? start : end;
  }

  private int nameEnd(int start) {
    int end = start;
    while (end < passage.to() && !titleCase && (isNameWord(end) || isModelNumber(end))) {
      end++;
    }
    return end;
  }

  /** "RX 6000's": a number inside a product's name. */
  private boolean isModelNumber(int at) {
    return passage.isWord(at)
        && Character.isDigit(passage.at(at).charAt(0))
        && (passage.at(at + 1).equals("'s") || passage.at(at + 1).equals(","));
  }

  /** "according to Synergy Research Group", "Canalys said": who counts, not who sells. */
  private boolean isPublisher(int start, int end) {
    boolean cited =
        (passage.at(start - 1).equals("to") && passage.at(start - 2).equals("according"))
            || passage.at(start - 1).equals("per")
            || (passage.at(start - 1).equals("from") && passage.is(Kind.SOURCE_NOUN, start - 2));
    // "by Omdia's count"
    boolean counts = passage.at(end).equals("'s") && passage.is(Kind.SOURCE_NOUN, end + 1);
    boolean says = passage.is(Kind.SAYING, end) || passage.is(Kind.BYSTANDER_TAIL, end - 1);
    boolean firstHalf = passage.at(end).equals("and") && isNameWord(end + 1);
    return cited || counts || says || (firstHalf && passage.is(Kind.SAYING, nameEnd(end + 1)));
  }
}
