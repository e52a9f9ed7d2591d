package org.newstide.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newstide.claim.ShareLexicon.Kind;

/** Finds the figures of a sentence. */
final class Figures {
  private static final int HEDGE_REACH = 3;

  private Figures() {}

  /** The figures in order. */
  static List<Figure> in(SentenceWords words) {
    List<Figure> figures = new ArrayList<>();
    int at = words.from();
    while (at < words.to()) {
      Optional<Figure> figure = at(words, at);
      figure.map(found -> hedged(words, found)).ifPresent(figures::add);
      at = figure.map(Figure::to).orElse(at + 1);
    }
    return figures;
  }

  private static Optional<Figure> at(SentenceWords words, int at) {
    Optional<Numeral> low = Numeral.at(words, at);
    return low.filter(numeral -> !isMoney(words, at))
        .flatMap(numeral -> percentage(words, at, numeral))
        .or(() -> Fraction.at(words, at, low));
  }

  private static boolean isMoney(SentenceWords words, int at) {
    String before = words.at(at - 1);
    return before.equals("$") || before.equals("€") || before.equals("£");
  }

  private static Optional<Figure> percentage(SentenceWords words, int at, Numeral low) {
    int lowSign = percentSign(words, low.to());
    int plus = words.at(low.to()).equals("+") ? low.to() : -1;
    int behindLow = lowSign > 0 ? lowSign : plus > 0 ? plus + 1 : low.to();
    Optional<Numeral> high = Numeral.at(words, behindLow + 1);
    int highSign = high.map(numeral -> percentSign(words, numeral.to())).orElse(-1);
    if (highSign > 0 && words.is(Kind.RANGE, behindLow)) {
      boolean move = isMove(words, at, behindLow);
      if (move && lowSign < 0) {
        // "from 86 to 64 percent": the sign stands for both.
        return Figure.valid(low.value(), low.value(), at, low.to());
      }
      boolean listed = lowSign > 0 && isListed(words, at, behindLow);
      if (!move && !listed && high.get().value() >= low.value()) {
        return Figure.valid(low.value(), high.get().value(), at, highSign);
      }
    }
    int sign = lowSign > 0 ? lowSign : plus > 0 ? percentSign(words, plus + 1) : -1;
    return sign > 0 ? Figure.valid(low.value(), low.value(), at, sign) : Optional.empty();
  }

  /** "fell from 33% to 31%", but not "ranges from 31 to 33%". */
  private static boolean isMove(SentenceWords words, int at, int link) {
    return words.at(at - 1).equals("from")
        && words.at(link).equals("to")
        && !words.is(Kind.RANGING, at - 2);
  }

  /** "31% and 24%", but not "between 24% and 31%". */
  private static boolean isListed(SentenceWords words, int at, int link) {
    return words.at(link).equals("and") && !words.at(at - 1).equals("between");
  }

  /** The index behind a per cent sign or word, or -1. */
  private static int percentSign(SentenceWords words, int at) {
    if (Numeral.hasSign(words.at(at - 1))) {
      return at;
    }
    int word = words.at(at).equals("-") ? at + 1 : at;
    if (words.at(word).equals("percent") || words.at(word).equals("pct")) {
      return word + 1;
    }
    // "30 pc", but not "1 PC"
    boolean pence = words.at(at).equals("pc") && !words.isCapital(at) && isDigit(words.at(at - 1));
    if (words.at(at).equals("%") || pence) {
      return at + 1;
    }
    int cent = words.at(word + 1).equals("-") ? word + 2 : word + 1;
    return words.at(word).equals("per") && words.at(cent).equals("cent") ? cent + 1 : -1;
  }

  private static boolean isDigit(String word) {
    return !word.isEmpty() && Character.isDigit(word.charAt(word.length() - 1));
  }

  private static Figure hedged(SentenceWords words, Figure figure) {
    int from = figure.from();
    int to = figure.to();
    boolean hedged =
        words.at(to).equals("+")
            || words.at(to - 2).equals("+")
            || (words.at(to).equals("or") && words.at(to + 1).equals("so"));
    int first = Math.max(words.from(), from - HEDGE_REACH);
    for (int i = from - 1; i >= first && words.is(Kind.HEDGE, i); i--) {
      boolean up = words.at(i).equals("up") && !words.at(i + 1).equals("to");
      hedged |= words.is(Kind.APPROXIMATE, i) && !up;
    }
    return new Figure(figure.low(), figure.high(), hedged, from, to);
  }
}
