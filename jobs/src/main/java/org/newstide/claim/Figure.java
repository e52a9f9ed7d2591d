package org.newstide.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private static final Map<String, Integer> PARTS =
      Map.of(
          "half",
          2,
          "third",
          3,
          "thirds",
          3,
          "quarter",
          4,
          "quarters",
          4,
          "fifth",
          5,
          "fifths",
          5,
          "tenth",
          10,
          "tenths",
          10);
  private static final Map<String, Integer> COUNTS =
      Map.ofEntries(
          Map.entry("a", 1),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("1", 1),
          Map.entry("2", 2),
          Map.entry("3", 3));
  private static final Map<String, Double> NUMBERS =
      Map.of(
          "zero", 0.0, "one", 1.0, "two", 2.0, "five", 5.0, "ten", 10.0, "twenty", 20.0, "thirty",
          30.0, "forty", 40.0, "fifty", 50.0);
  private static final Set<String> RANGE = Set.of("-", "–", "—", "to", "and");
  private static final Set<String> HEDGES =
      Set.of(
          "about",
          "around",
          "roughly",
          "approximately",
          "nearly",
          "almost",
          "under",
          "over",
          "below",
          "above",
          "than",
          "least",
          "most",
          "exceeding",
          "exceeded",
          "exceeds",
          "surpassed",
          "surpassing",
          "some",
          "~",
          "≈",
          "circa",
          "close",
          "up",
          ">",
          "<",
          "upwards",
          "near",
          "approaching",
          "topped",
          "topping",
          "much",
          "many",
          "like",
          "shy");

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
    Optional<Double> low = number(passage.at(at));
    if (low.isEmpty() || isPartOfLonger(passage, at)) {
      return fraction(passage, at);
    }
    int lowSign = percentSign(passage, at + 1);
    int plus = passage.at(at + 1).equals("+") ? at + 1 : -1;
    int behindLow = lowSign > 0 ? lowSign : plus > 0 ? plus + 1 : at + 1;
    Optional<Double> high = number(passage.at(behindLow + 1));
    if (high.isPresent() && RANGE.contains(passage.at(behindLow))) {
      int highSign = percentSign(passage, behindLow + 2);
      boolean between = passage.at(at - 1).equals("between");
      boolean listed = lowSign > 0 && passage.at(behindLow).equals("and") && !between;
      boolean fromTo = passage.at(at - 1).equals("from") && passage.at(behindLow).equals("to");
      if (highSign > 0 && !listed && !fromTo && high.get() >= low.get()) {
        return valid(low.get(), high.get(), at, highSign);
      }
      if (highSign > 0 && fromTo && lowSign < 0) {
        // "from 86 to 64 percent": the sign stands for both.
        return valid(low.get(), low.get(), at, at + 1);
      }
    }
    int sign = lowSign > 0 ? lowSign : plus > 0 ? percentSign(passage, plus + 1) : -1;
    return sign > 0 ? valid(low.get(), low.get(), at, sign) : fraction(passage, at);
  }

  private static Optional<Figure> valid(double low, double high, int from, int to) {
    return high <= WHOLE ? Optional.of(new Figure(low, high, false, from, to)) : Optional.empty();
  }

  /** Money, or the fraction of a number that the text breaks ("1. 5%"). */
  private static boolean isPartOfLonger(Passage passage, int at) {
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

  private static Optional<Double> number(String word) {
    if (NUMBERS.containsKey(word)) {
      return Optional.of(NUMBERS.get(word));
    }
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!(c >= '0' && c <= '9') && c != '.') {
        return Optional.empty();
      }
    }
    boolean plain =
        !word.isEmpty() && word.length() < 8 && word.indexOf('.') == word.lastIndexOf('.');
    return plain && word.charAt(0) != '.'
        ? Optional.of(Double.parseDouble(word))
        : Optional.empty();
  }

  /** "a third of", "two-thirds of", "half the"; "a quarter of a year" is no part of a market. */
  private static Optional<Figure> fraction(Passage passage, int at) {
    Integer count = COUNTS.get(passage.at(at));
    int noun = count == null ? at : at + 1;
    if (count != null && passage.at(noun).equals("-")) {
      noun++;
    }
    String word = passage.at(noun);
    Integer parts = PARTS.get(word);
    boolean half = word.equals("half");
    boolean the = at > passage.from() && passage.at(at - 1).equals("the");
    if (parts == null || (count == null && !half && !the) || noun >= passage.to()) {
      return Optional.empty();
    }
    String next = passage.at(noun + 1);
    boolean ofWhole = next.equals("of") || (half && next.equals("the"));
    boolean held = count != null && (passage.is(Kind.HOLD, noun + 1) || next.equals("for"));
    double value = (count == null ? 1 : count) * WHOLE / parts;
    // A fraction is as coarse as the text meant it.
    double rounded = Math.round(value * 10) / 10.0;
    return ofWhole || held ? valid(rounded, rounded, at, noun + 1) : Optional.empty();
  }

  private Figure hedged(Passage passage) {
    boolean hedged =
        passage.at(to).equals("+")
            || passage.at(to - 2).equals("+")
            || (passage.at(to).equals("or") && passage.at(to + 1).equals("so"));
    int first = Math.max(passage.from(), from - HEDGE_REACH);
    for (int i = from - 1; i >= first && passage.is(Kind.HEDGE, i); i--) {
      boolean up = passage.at(i).equals("up") && !passage.at(i + 1).equals("to");
      hedged |= HEDGES.contains(passage.at(i)) && !up;
    }
    return new Figure(low, high, hedged, from, to);
  }
}
