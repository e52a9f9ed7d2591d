package org.newstide.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.newstide.claim.ShareLexicon.Kind;

/** The times that one sentence names, and which of them each of its figures was held in. */
final class Periods {
  /**
   * A time.
   *
   * @param ago where it is told from another: "a year earlier"
   * @param shared whether figures that it does not stand beside may have it, too
   */
  private record Named(Period period, Optional<Ago> ago, boolean shared) {}

  private final ClaimSentence sentence;
  private final Optional<LocalDate> published;
  private final Optional<Period> before;
  private final List<Named> named = new ArrayList<>();
  private final boolean now;

  /**
   * @param published the day that "last quarter" and "this year" count from, where known
   * @param before the period that the passage before spoke of
   */
  Periods(ClaimSentence sentence, Optional<LocalDate> published, Optional<Period> before) {
    this.sentence = sentence;
    this.published = published;
    this.before = before;
    this.now = sentence.any(Kind.NOW, sentence.from(), sentence.to());
    find();
  }

  private void find() {
    int at = sentence.from();
    while (at < sentence.to()) {
      Optional<Named> found = at(at);
      found.ifPresent(named::add);
      at = found.map(some -> some.period().to()).orElse(at + 1);
    }
  }

  private Optional<Named> at(int at) {
    Optional<Ago> ago = Ago.at(sentence, at);
    return ago.isPresent()
        ? ago.map(told -> new Named(words(told), ago, false))
        : Period.at(sentence, at, published)
            .map(period -> new Named(period, Optional.empty(), !isOfFormer(period)));
  }

  private Period words(Ago ago) {
    return new Period(ago.from(), ago.to(), sentence.text(ago.from(), ago.to()));
  }

  /**
   * The period of a figure: the nearest one named behind it and before the next figure, else the
   * last one named before it, else the one that ends the list it stands in.
   *
   * @param inherits whether it may be that of the passage before, where the sentence names none
   */
  Optional<Period> of(int place, boolean inherits) {
    Figure figure = sentence.figures().get(place);
    Optional<Named> own = behind(place).or(() -> rightBefore(figure));
    if (own.isPresent()) {
      return own.map(this::resolved);
    }
    // "to 30% in 2024 from 32%": what it was before, and when is not told.
    if (isFormer(figure)) {
      return Optional.empty();
    }
    Optional<Named> earlier = earlier(place);
    if (earlier.isPresent()) {
      return earlier.map(this::resolved);
    }
    return ofList(place).or(() -> inherits && named.isEmpty() && !now ? before : Optional.empty());
  }

  /**
   * The one period that the sentence speaks of, for the next to go on with; that of the passage
   * before where it names none.
   */
  Optional<Period> main() {
    if (named.isEmpty()) {
      return now ? Optional.empty() : before;
    }
    List<Period> spoken = named.stream().filter(Named::shared).map(Named::period).toList();
    long labels = spoken.stream().map(Period::label).distinct().count();
    return labels == 1 ? Optional.of(spoken.get(0)) : Optional.empty();
  }

  private Optional<Named> behind(int place) {
    Figure figure = sentence.figures().get(place);
    int next = startOf(place + 1);
    return named.stream()
        .filter(some -> some.period().from() >= figure.to() && some.period().to() <= next)
        .filter(some -> !isOfClause(figure.to(), some.period().from()))
        .filter(some -> place + 1 == sentence.figures().size() || !isRightBefore(some, next))
        .findFirst();
  }

  /** "of a market that reached $10 billion in 2024": when that was. */
  private boolean isOfClause(int from, int to) {
    for (int i = from; i < to; i++) {
      if (sentence.is(Kind.RELATIVE, i) && !sentence.is(Kind.SELLING, i + 1)) {
        return true;
      }
    }
    return false;
  }

  /** "2022's 29%", "last year's 29%". */
  private Optional<Named> rightBefore(Figure figure) {
    int at = sentence.beforeHedges(figure) + 1;
    return named.stream().filter(some -> isRightBefore(some, at)).findFirst();
  }

  private boolean isRightBefore(Named some, int at) {
    return sentence.at(some.period().to()).equals("'s") && some.period().to() + 1 == at;
  }

  /** The last one named before a figure, unless it is that of another figure alone. */
  private Optional<Named> earlier(int place) {
    Figure figure = sentence.figures().get(place);
    int previous = place == 0 ? sentence.from() : sentence.figures().get(place - 1).to();
    Optional<Named> last = Optional.empty();
    for (Named some : named) {
      boolean free = some.period().from() >= previous;
      if (some.period().to() <= figure.from() && (free || some.shared())) {
        last = Optional.of(some);
      }
    }
    // "It had 31% in 2022 and now has 24%."
    return last.filter(
        some -> !sentence.any(Kind.NOW, Math.max(previous, some.period().to()), figure.from()));
  }

  /** "AWS at 30%, Azure at 26% and Google at 9% in the second quarter": that of the list's end. */
  private Optional<Period> ofList(int place) {
    for (int i = place + 1; i < sentence.figures().size(); i++) {
      Figure previous = sentence.figures().get(i - 1);
      Figure figure = sentence.figures().get(i);
      boolean ends =
          sentence.any(Kind.NOW, previous.to(), figure.from())
              || sentence.any(Kind.HOLD, previous.to(), figure.from())
              || sentence.any(Kind.RATE, previous.to(), figure.from())
              || isCompared(figure);
      if (ends) {
        return Optional.empty();
      }
      Optional<Named> behind = behind(i);
      if (behind.isPresent()) {
        return behind.filter(some -> some.ago().isEmpty()).map(Named::period);
      }
    }
    return Optional.empty();
  }

  /** "from 32%", but not "ranges from 31 to 33%". */
  boolean isFormer(Figure figure) {
    int at = sentence.beforeHedges(figure);
    return sentence.at(at).equals("from") && !sentence.is(Kind.RANGING, at - 1);
  }

  /** "compared with 32%", "against 32%", "from 32%". */
  private boolean isCompared(Figure figure) {
    int at = sentence.beforeHedges(figure, "to");
    return isFormer(figure)
        || sentence.at(at - 1).equals("compared")
        || sentence.at(at).equals("against")
        || sentence.at(at).equals("versus")
        || sentence.at(at).equals("vs");
  }

  /** Whether a time is that of a figure that is told only to compare another with it. */
  private boolean isOfFormer(Period period) {
    List<Figure> figures = sentence.figures();
    return IntStream.range(0, figures.size())
        .filter(i -> period.from() >= figures.get(i).to() && period.to() <= startOf(i + 1))
        .anyMatch(i -> isCompared(figures.get(i)));
  }

  private int startOf(int place) {
    List<Figure> figures = sentence.figures();
    return place < figures.size() ? figures.get(place).from() : sentence.to();
  }

  /** "33% a year earlier" counts from the period named before it, else from the next. */
  private Period resolved(Named some) {
    return some.ago().flatMap(ago -> told(ago)).orElse(some.period());
  }

  private Optional<Period> told(Ago ago) {
    Optional<Period> base = before;
    boolean own = false;
    for (Named other : named) {
      boolean precedes = other.period().to() <= ago.from();
      if (other.ago().isEmpty() && (precedes || !own)) {
        base = Optional.of(other.period());
        own = true;
      }
    }
    return base.flatMap(period -> ago.before(period.label()))
        .map(label -> new Period(ago.from(), ago.to(), label));
  }
}
