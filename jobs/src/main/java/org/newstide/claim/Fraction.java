package org.newstide.claim;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newstide.claim.ShareLexicon.Kind;

/** Parts of a whole in words: "a third of", "two-thirds of", "half the", "nine in ten". */
final class Fraction {
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

  /** The wholes that people count in; FigureGate looks for the same. */
  private static final Set<Double> WHOLES = Set.of(2.0, 3.0, 4.0, 5.0, 10.0);

  private Fraction() {}

  /**
   * @param part the number that stands at the index, if any
   */
  static Optional<Figure> at(SentenceWords words, int at, Optional<Numeral> part) {
    return named(words, at).or(() -> counted(words, at, part));
  }

  /** Whether a figure counts its parts: the words behind "nine in ten" name what they are of. */
  static boolean isCounted(SentenceWords words, Figure figure) {
    String link = words.at(figure.to() - 2);
    boolean linked = link.equals("in") || link.equals("of") || link.equals("every");
    // "in half the market" counts nothing.
    return linked && Numeral.at(words, figure.to() - 1).isPresent();
  }

  /** "a third of", "half the"; "a quarter of a year" is no part of a market. */
  private static Optional<Figure> named(SentenceWords words, int at) {
    Integer count = COUNTS.get(words.at(at));
    int noun = count == null ? at : at + 1;
    if (count != null && words.at(noun).equals("-")) {
      noun++;
    }
    String word = words.at(noun);
    Integer parts = PARTS.get(word);
    boolean half = word.equals("half");
    boolean the = at > words.from() && words.at(at - 1).equals("the");
    if (parts == null || (count == null && !half && !the) || noun >= words.to()) {
      return Optional.empty();
    }
    String next = words.at(noun + 1);
    boolean ofWhole = next.equals("of") || (half && next.equals("the"));
    boolean held = count != null && (words.is(Kind.HOLD, noun + 1) || next.equals("for"));
    boolean alone = count != null && endsAt(words, noun + 1) && isHedged(words, at);
    return ofWhole || held || alone
        ? figure(count == null ? 1 : count, parts, at, noun + 1)
        : Optional.empty();
  }

  /** "Meta about a fifth, Google a third". */
  private static boolean endsAt(SentenceWords words, int at) {
    return words.at(at).isEmpty() || words.is(Kind.FRACTION_END, at);
  }

  /** "about a fifth", "accounts for a quarter": without such a word "a third" may be the next. */
  private static boolean isHedged(SentenceWords words, int at) {
    String before = words.at(at - 1);
    return before.equals("for") && words.is(Kind.HOLD, at - 2)
        || words.is(Kind.CONTROL, at - 1)
        || words.is(Kind.HEDGE, at - 1) && !before.equals("an") && !before.equals("a");
  }

  /** "nine in ten of the world's mainframes", "one of every four dollars". */
  private static Optional<Figure> counted(SentenceWords words, int at, Optional<Numeral> part) {
    int whole = part.map(numeral -> wholeAt(words, numeral.to())).orElse(-1);
    if (whole < 0) {
      return Optional.empty();
    }
    double count = part.get().value();
    return Numeral.at(words, whole)
        .filter(all -> WHOLES.contains(all.value()) && words.isWord(all.to()))
        .filter(all -> count >= 1 && count < all.value() && count == Math.rint(count))
        .flatMap(all -> figure(count, all.value(), at, all.to()));
  }

  /** The index of the whole that "in", "out of" or "of every" points at; -1 where none does. */
  private static int wholeAt(SentenceWords words, int link) {
    boolean outOf = words.at(link).equals("out") && words.at(link + 1).equals("of");
    int at = outOf ? link + 2 : link + 1;
    boolean every = words.at(at).equals("every");
    boolean linked = outOf || words.at(link).equals("in") || words.at(link).equals("of") && every;
    return linked ? every ? at + 1 : at : -1;
  }

  private static Optional<Figure> figure(double count, double parts, int from, int to) {
    // A fraction is as coarse as the text meant it.
    double rounded = Math.round(count * WHOLE / parts * 10) / 10.0;
    return Figure.valid(rounded, rounded, from, to);
  }
}
