package org.newstide.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newstide.claim.ShareLexicon.Kind;

/**
 * When a share was held, in the words of a sentence.
 *
 * @param from index of its first word
 * @param to index behind its last word
 * @param label {@code 2023-Q4}, {@code 2023}, or the text's words where it is neither
 */
record Period(int from, int to, String label) {
  private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");
  private static final Pattern COMPACT = Pattern.compile("q([1-4])(20\\d\\d)|([1-4])q(\\d\\d)");

  /** Whether a time begins at an index: "2022", "Q4", "the fourth quarter", "January". */
  static boolean startsAt(ClaimSentence sentence, int at) {
    String word = sentence.at(at);
    boolean article = word.equals("the") || word.equals("a") || word.equals("fiscal");
    return article
        ? startsAt(sentence, at + 1)
        : sentence.is(Kind.MONTH, at)
            || isYear(word)
            || ORDINALS.contains(word)
            || sentence.is(Kind.PERIOD_START, at)
            || COMPACT.matcher(word).matches()
            || isQuarter(word);
  }

  /** The year that a normalised label begins with. */
  Optional<Integer> year() {
    boolean normalised = label.matches("\\d{4}(-Q[1-4])?");
    return normalised ? Optional.of(Integer.parseInt(label.substring(0, 4))) : Optional.empty();
  }

  /**
   * The period that is named at an index by itself, not told from another.
   *
   * @param published the day that "last quarter" and "this year" count from, where known
   */
  static Optional<Period> at(ClaimSentence sentence, int at, Optional<LocalDate> published) {
    return compact(sentence, at)
        .or(() -> quarter(sentence, at, published))
        .or(() -> year(sentence, at))
        .or(() -> month(sentence, at))
        .or(() -> relative(sentence, at, published));
  }

  private static Optional<Period> compact(ClaimSentence sentence, int at) {
    Matcher matcher = COMPACT.matcher(sentence.at(at));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean first = matcher.group(1) != null;
    String quarter = first ? matcher.group(1) : matcher.group(3);
    String year = first ? matcher.group(2) : "20" + matcher.group(4);
    return Optional.of(new Period(at, at + 1, year + "-Q" + quarter));
  }

  /** "Q4 2023", "fourth quarter of 2023", "third-quarter"; without a year, the latest one over. */
  private static Optional<Period> quarter(
      ClaimSentence sentence, int at, Optional<LocalDate> published) {
    int to = quarterEnd(sentence, at);
    return to < 0 ? Optional.empty() : Optional.of(quarter(sentence, at, to, published));
  }

  /** The index behind "Q4" or "fourth quarter"; -1 where neither stands at an index. */
  private static int quarterEnd(ClaimSentence sentence, int at) {
    if (isQuarter(sentence.at(at))) {
      return at + 1;
    }
    int noun = sentence.at(at + 1).equals("-") ? at + 2 : at + 1;
    boolean named = ORDINALS.contains(sentence.at(at)) && sentence.at(noun).equals("quarter");
    return named ? noun + 1 : -1;
  }

  private static Period quarter(
      ClaimSentence sentence, int at, int to, Optional<LocalDate> published) {
    String word = sentence.at(at);
    int number = isQuarter(word) ? word.charAt(1) - '0' : ORDINALS.indexOf(word) + 1;
    int yearAt = sentence.at(to).equals("of") || sentence.at(to).equals("in") ? to + 1 : to;
    if (sentence.at(yearAt).equals("fiscal") || sentence.at(at - 1).equals("fiscal")) {
      // A company's own year: no calendar quarter can be told.
      int end = isYear(sentence.at(yearAt + 1)) ? yearAt + 2 : to;
      return new Period(at, end, sentence.text(at, end));
    }
    if (isYear(sentence.at(yearAt))) {
      return new Period(at, yearAt + 1, sentence.at(yearAt) + "-Q" + number);
    }
    boolean lastYear = sentence.at(yearAt).equals("last") && sentence.at(yearAt + 1).equals("year");
    if (lastYear && published.isPresent()) {
      int year = published.get().getYear() - 1;
      return new Period(at, yearAt + 2, year + "-Q" + number);
    }
    String label = published.map(day -> latest(number, day)).orElseGet(() -> sentence.text(at, to));
    return new Period(at, to, label);
  }

  private static String latest(int quarter, LocalDate day) {
    boolean over = day.getMonthValue() > quarter * 3;
    return (over ? day.getYear() : day.getYear() - 1) + "-Q" + quarter;
  }

  private static Optional<Period> year(ClaimSentence sentence, int at) {
    // "up from 2022's 29%"
    boolean owner = sentence.at(at + 1).equals("'s");
    if (!isYear(sentence.at(at)) || !owner && !sentence.is(Kind.YEAR_LINK, at - 1)) {
      return Optional.empty();
    }
    boolean since = sentence.at(at - 1).equals("since");
    return Optional.of(
        since
            ? new Period(at - 1, at + 1, sentence.text(at - 1, at + 1))
            : new Period(at, at + 1, sentence.at(at)));
  }

  private static Optional<Period> month(ClaimSentence sentence, int at) {
    boolean dated = sentence.is(Kind.MONTH, at) && isYear(sentence.at(at + 1));
    return dated
        ? Optional.of(new Period(at, at + 2, sentence.text(at, at + 2)))
        : Optional.empty();
  }

  /** "last year", "this year", "last quarter". */
  private static Optional<Period> relative(
      ClaimSentence sentence, int at, Optional<LocalDate> published) {
    String unit = sentence.at(at + 1);
    boolean last = sentence.at(at).equals("last");
    boolean year = unit.equals("year");
    boolean counted =
        last && (year || unit.equals("quarter")) || sentence.at(at).equals("this") && year;
    if (!counted) {
      return Optional.empty();
    }
    String label =
        published
            .map(day -> year ? Integer.toString(day.getYear() - (last ? 1 : 0)) : before(day))
            .orElseGet(() -> sentence.text(at, at + 2));
    return Optional.of(new Period(at, at + 2, label));
  }

  private static String before(LocalDate day) {
    LocalDate ago = day.minusMonths(3);
    return ago.getYear() + "-Q" + ((ago.getMonthValue() + 2) / 3);
  }

  private static boolean isYear(String word) {
    return word.length() == 4
        && (word.startsWith("20") || word.startsWith("19"))
        && word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isQuarter(String word) {
    return word.length() == 2
        && word.charAt(0) == 'q'
        && word.charAt(1) >= '1'
        && word.charAt(1) <= '4';
  }
}
