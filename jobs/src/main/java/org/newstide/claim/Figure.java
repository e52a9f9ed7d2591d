package org.newstide.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newstide.claim.ShareLexicon.Kind;

/**
 * A part of a whole in the words of a text, such as {@code 31%}, {@code 60 to 70 percent} or {@code
 * a third}.
 *
 * @param low per cent
 * @param high per cent, equal to low for a single figure
 * @param approximate whether the text hedges it
 * @param from index of its first word
 * @param to index behind its last word
 */
record Figure(double low, double high, boolean approximate, int from, int to) {
  private static final int HEDGE_REACH = 3;
  private static final double WHOLE = 100;

  /** The figures of a passage in order. */
  static List<Figure> in(Passage passage) {
    List<Figure> figures = new ArrayList<>();
    int at = passage.from();
    while (at < passage.to()) {
      Optional<Figure> figure = at(passage, at);
      figure.map(found -> found.hedged(passage)).ifPresent(figures::add);
      at = figure.map(Figure::to).orElse(at + 1);
    }
    return figures;
  }

  private static Optional<Figure> at(Passage passage, int at) {
    Optional<Numeral> low = Numeral.at(passage, at);
    return low.filter(numeral -> !isMoney(passage, at))
        .flatMap(numeral -> percentage(passage, at, numeral))
        .or(() -> Fraction.at(passage, at, low));
  }

  private static Optional<Figure> percentage(Passage passage, int at, Numeral low) {
    int lowSign = percentSign(passage, low.to());
    int plus = passage.at(low.to()).equals("+") ? low.to() : -1;
    int behindLow = lowSign > 0 ? lowSign : plus > 0 ? plus + 1 : low.to();
    Optional<Numeral> high = Numeral.at(passage, behindLow + 1);
    if (high.isPresent() && passage.is(Kind.RANGE, behindLow)) {
      int highSign = percentSign(passage, high.get().to());
      boolean between = passage.at(at - 1).equals("between");
      boolean listed = lowSign > 0 && passage.at(behindLow).equals("and") && !between;
      boolean from = passage.at(at - 1).equals("from");
      boolean fromTo =
          from && passage.at(behindLow).equals("to") && !passage.is(Kind.RANGING, at - 2);
      if (highSign > 0 && !listed && !fromTo && high.get().value() >= low.value()) {
        return valid(low.value(), high.get().value(), at, highSign);
      }
      if (highSign > 0 && fromTo && lowSign < 0) {
        // "from 86 to 64 percent": the sign stands for both.
        return valid(low.value(), low.value(), at, low.to());
      }
    }
    int sign = lowSign > 0 ? lowSign : plus > 0 ? percentSign(passage, plus + 1) : -1;
    return sign > 0 ? valid(low.value(), low.value(), at, sign) : Optional.empty();
  }

  static Optional<Figure> valid(double low, double high, int from, int to) {
    return high <= WHOLE ? Optional.of(new Figure(low, high, false, from, to)) : Optional.empty();
  }

  private static boolean isMoney(Passage passage, int at) {
    String before = passage.at(at - 1);
    return before.equals("$") || before.equals("€") || before.equals("£");
  }

  /** The index behind a per cent sign or word, or -1. */
  private static int percentSign(Passage passage, int at) {
    String word = passage.at(at);
    if (word.equals("%") || word.equals("percent") || word.equals("pct")) {
      return at + 1;
    }
    boolean twoWords = word.equals("per") && passage.at(at + 1).equals("cent");
    boolean hyphen = word.equals("-") && passage.at(at + 1).equals("percent");
    return twoWords || hyphen ? at + 2 : -1;
  }

  private Figure hedged(Passage passage) {
    boolean hedged =
        passage.at(to).equals("+")
            || passage.at(to - 2).equals("+")
            || (passage.at(to).equals("or") && passage.at(to + 1).equals("so"));
    int first = Math.max(passage.from(), from - HEDGE_REACH);
    for (int i = from - 1; i >= first && passage.is(Kind.HEDGE, i); i--) {
      boolean up = passage.at(i).equals("up") && !passage.at(i + 1).equals("to");
      hedged |= passage.is(Kind.APPROXIMATE, i) && !up;
    }
    return new Figure(low, high, hedged, from, to);
  }
}
