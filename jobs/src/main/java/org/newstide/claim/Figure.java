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

  /** The figures of a sentence in order. */
  static List<Figure> in(ClaimSentence sentence) {
    List<Figure> figures = new ArrayList<>();
    int at = sentence.from();
    while (at < sentence.to()) {
      Optional<Figure> figure = at(sentence, at);
      figure.map(found -> found.hedged(sentence)).ifPresent(figures::add);
      at = figure.map(Figure::to).orElse(at + 1);
    }
    return figures;
  }

  private static Optional<Figure> at(ClaimSentence sentence, int at) {
    Optional<Numeral> low = Numeral.at(sentence, at);
    return low.filter(numeral -> !isMoney(sentence, at))
        .flatMap(numeral -> percentage(sentence, at, numeral))
        .or(() -> Fraction.at(sentence, at, low));
  }

  private static Optional<Figure> percentage(ClaimSentence sentence, int at, Numeral low) {
    int lowSign = percentSign(sentence, low.to());
    int plus = sentence.at(low.to()).equals("+") ? low.to() : -1;
    int behindLow = lowSign > 0 ? lowSign : plus > 0 ? plus + 1 : low.to();
    Optional<Numeral> high = Numeral.at(sentence, behindLow + 1);
    if (high.isPresent() && sentence.is(Kind.RANGE, behindLow)) {
      int highSign = percentSign(sentence, high.get().to());
      boolean between = sentence.at(at - 1).equals("between");
      boolean listed = lowSign > 0 && sentence.at(behindLow).equals("and") && !between;
      boolean from = sentence.at(at - 1).equals("from");
      boolean fromTo =
          from && sentence.at(behindLow).equals("to") && !sentence.is(Kind.RANGING, at - 2);
      if (highSign > 0 && !listed && !fromTo && high.get().value() >= low.value()) {
        return valid(low.value(), high.get().value(), at, highSign);
      }
      if (highSign > 0 && fromTo && lowSign < 0) {
        // "from 86 to 64 percent": the sign stands for both.
        return valid(low.value(), low.value(), at, low.to());
      }
    }
    int sign = lowSign > 0 ? lowSign : plus > 0 ? percentSign(sentence, plus + 1) : -1;
    return sign > 0 ? valid(low.value(), low.value(), at, sign) : Optional.empty();
  }

  static Optional<Figure> valid(double low, double high, int from, int to) {
    return high <= WHOLE ? Optional.of(new Figure(low, high, false, from, to)) : Optional.empty();
  }

  private static boolean isMoney(ClaimSentence sentence, int at) {
    String before = sentence.at(at - 1);
    return before.equals("$") || before.equals("€") || before.equals("£");
  }

  /** The index behind a per cent sign or word, or -1. */
  private static int percentSign(ClaimSentence sentence, int at) {
    String word = sentence.at(at);
    if (word.equals("%") || word.equals("percent") || word.equals("pct")) {
      return at + 1;
    }
    boolean twoWords = word.equals("per") && sentence.at(at + 1).equals("cent");
    boolean hyphen = word.equals("-") && sentence.at(at + 1).equals("percent");
    return twoWords || hyphen ? at + 2 : -1;
  }

  private Figure hedged(ClaimSentence sentence) {
    boolean hedged =
        sentence.at(to).equals("+")
            || sentence.at(to - 2).equals("+")
            || (sentence.at(to).equals("or") && sentence.at(to + 1).equals("so"));
    int first = Math.max(sentence.from(), from - HEDGE_REACH);
    for (int i = from - 1; i >= first && sentence.is(Kind.HEDGE, i); i--) {
      boolean up = sentence.at(i).equals("up") && !sentence.at(i + 1).equals("to");
      hedged |= sentence.is(Kind.APPROXIMATE, i) && !up;
    }
    return new Figure(low, high, hedged, from, to);
  }
}
