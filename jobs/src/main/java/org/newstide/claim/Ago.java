package org.newstide.claim;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newstide.claim.ShareLexicon.Kind;

/**
 * A time told from another: "a year earlier", "two years before", "in the previous quarter", "the
 * same period last year".
 *
 * @param from index of its first word
 * @param to index behind its last word
 * @param back how many years or quarters before the other
 * @param unit in what it counts
 */
record Ago(int from, int to, int back, Unit unit) {
  /** In what a time is told from another. */
  enum Unit {
    /** The same part of another year: "a year earlier". */
    YEARS,
    /** All of another year: "in the previous year". */
    WHOLE_YEARS,
    QUARTERS
  }

  private static final int QUARTERS = 4;
  private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");

  /** The one that begins at an index. */
  static Optional<Ago> at(ClaimSentence sentence, int at) {
    return same(sentence, at)
        .or(() -> previous(sentence, at))
        .or(() -> counted(sentence, at))
        .or(() -> compound(sentence, at));
  }

  /** "a year earlier", "two years ago", "the quarter before". */
  private static Optional<Ago> counted(ClaimSentence sentence, int at) {
    String first = sentence.at(at);
    boolean article = first.equals("a") || first.equals("the");
    Optional<Numeral> number = Numeral.at(sentence, at).filter(found -> found.value() >= 1);
    int unit = article ? at + 1 : number.map(Numeral::to).orElse(at);
    if (!isUnit(sentence, unit) || !isEarlier(sentence, unit + 1)) {
      return Optional.empty();
    }
    int back = article ? 1 : number.map(found -> (int) found.value()).orElse(1);
    return Optional.of(new Ago(at, unit + 2, back, unit(sentence, unit)));
  }

  /** "the year-ago quarter", "the prior-year period". */
  private static Optional<Ago> compound(ClaimSentence sentence, int at) {
    boolean hyphen = sentence.at(at + 1).equals("-");
    boolean ago = isUnit(sentence, at) && isEarlier(sentence, at + 2);
    boolean prior = sentence.is(Kind.PREVIOUS, at) && isUnit(sentence, at + 2);
    if (!hyphen || !ago && !prior) {
      return Optional.empty();
    }
    boolean noun = isPart(sentence, at + 3);
    return Optional.of(new Ago(at, noun ? at + 4 : at + 3, 1, unit(sentence, ago ? at : at + 2)));
  }

  /** "in the previous year", "the prior quarter". */
  private static Optional<Ago> previous(ClaimSentence sentence, int at) {
    if (!sentence.is(Kind.PREVIOUS, at) || !isUnit(sentence, at + 1)) {
      return Optional.empty();
    }
    Unit unit = unit(sentence, at + 1) == Unit.YEARS ? Unit.WHOLE_YEARS : Unit.QUARTERS;
    return Optional.of(new Ago(at, at + 2, 1, unit));
  }

  /** "the same period last year", "the same quarter a year earlier". */
  private static Optional<Ago> same(ClaimSentence sentence, int at) {
    if (!sentence.at(at).equals("same") || !isPart(sentence, at + 1)) {
      return Optional.empty();
    }
    int next = at + 2;
    while (sentence.at(next).equals("of")
        || sentence.at(next).equals("in")
        || sentence.at(next).equals("the") && !isEarlier(sentence, next + 2)) {
      next++;
    }
    if (sentence.at(next).equals("last") && sentence.at(next + 1).equals("year")) {
      return Optional.of(new Ago(at, next + 2, 1, Unit.YEARS));
    }
    return yearBefore(sentence, next).map(ago -> new Ago(at, ago.to(), ago.back(), Unit.YEARS));
  }

  private static Optional<Ago> yearBefore(ClaimSentence sentence, int at) {
    return counted(sentence, at).or(() -> previous(sentence, at));
  }

  private static boolean isUnit(ClaimSentence sentence, int at) {
    return switch (sentence.at(at)) {
      case "year", "years", "quarter", "quarters" -> true;
      default -> false;
    };
  }

  private static Unit unit(ClaimSentence sentence, int at) {
    return sentence.at(at).startsWith("year") ? Unit.YEARS : Unit.QUARTERS;
  }

  private static boolean isPart(ClaimSentence sentence, int at) {
    return sentence.is(Kind.PERIOD_PART, at);
  }

  /** "earlier"; "before", but not "a year before the deal". */
  private static boolean isEarlier(ClaimSentence sentence, int at) {
    boolean before = sentence.at(at).equals("before") && !sentence.is(Kind.DETERMINER, at + 1);
    return before && !sentence.isMention(at + 1) || sentence.is(Kind.EARLIER, at);
  }

  /** The label of the time that lies so far before another; empty where none can be told. */
  Optional<String> before(String label) {
    Matcher quarter = QUARTER.matcher(label);
    if (unit == Unit.QUARTERS) {
      return quarter.matches()
          ? Optional.of(quartersBefore(quarter.group(1), quarter.group(2)))
          : Optional.empty();
    }
    Matcher year = YEAR.matcher(label);
    if (!year.find() || label.startsWith("since")) {
      return Optional.empty();
    }
    String told = Integer.toString(Integer.parseInt(year.group()) - back);
    return Optional.of(
        unit == Unit.WHOLE_YEARS
            ? told
            : new StringBuilder(label).replace(year.start(), year.end(), told).toString());
  }

  private String quartersBefore(String year, String quarter) {
    int count = Integer.parseInt(year) * QUARTERS + Integer.parseInt(quarter) - 1 - back;
    return count / QUARTERS + "-Q" + (count % QUARTERS + 1);
  }
}
