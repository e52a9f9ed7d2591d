package org.newstide.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.newstide.claim.ShareLexicon.Kind;
import org.newstide.mention.Mention;

/** The shares that one sentence states, read in the light of the sentence before. */
final class SentenceReading {
  /**
   * A stated share.
   *
   * @param holders whose it is, each by itself
   * @param market the text's words, possibly those of the sentence before; empty where none
   * @param period the nearest that the sentence names, or that of the sentence before
   * @param former whether it is what the share was before, at a time that is not told
   * @param publisher whom the sentence cites, or the one before
   */
  record Stated(
      Figure figure,
      List<Mention> holders,
      String market,
      Optional<String> geography,
      Optional<Period> period,
      boolean former,
      Optional<String> publisher) {}

  private static final int FORECAST_REACH = 14;
  private static final double WHOLE = 100;

  private final ClaimSentence sentence;
  private final Context before;
  private final Optional<LocalDate> published;
  private final Periods periods;
  private final Groups groups;
  private final Holders holders;
  private final List<Sense> senses;
  private final Optional<Contest> contest;
  private final List<Stated> stated = new ArrayList<>();
  private String market;
  private Optional<String> geography;
  private Optional<Optional<String>> publisher = Optional.empty();
  private boolean changesMarket;
  private boolean share;
  private List<Party> last = List.of();

  /**
   * @param published the day that "last quarter" counts from, where known
   */
  SentenceReading(ClaimSentence sentence, Context before, Optional<LocalDate> published) {
    this.sentence = sentence;
    this.published = published;
    this.before = before;
    this.periods = new Periods(sentence, published, before.cited().period());
    this.groups = new Groups(sentence, before.columns());
    this.holders = new Holders(sentence, groups, before);
    this.senses = SenseReader.all(sentence);
    this.contest = Contest.in(sentence);
    this.market = before.cited().market();
    this.geography = before.cited().geography();
    read();
  }

  List<Stated> stated() {
    return stated;
  }

  Context context() {
    if (!sentence.hasWords()) {
      return before;
    }
    boolean continues = share || sentence.namesShare();
    List<Party> first = sentence.parties().stream().filter(this::canAct).limit(1).toList();
    List<Party> subject =
        first.isEmpty()
            ? before.subject()
            : first.stream().filter(party -> party.mention().isPresent()).toList();
    List<Party> columns = groups.columns();
    boolean inTable = sentence.at(sentence.from()).equals("|");
    return new Context(
        continues,
        contest(),
        continues || contest().isPresent() ? cited(continues) : Context.Cited.NOTHING,
        subject,
        last,
        Optional.of(sentence),
        columns.isEmpty() && inTable ? before.columns() : columns);
  }

  private Context.Cited cited(boolean continues) {
    return new Context.Cited(
        continues ? market : "",
        continues ? geography : Optional.empty(),
        changesMarket ? new Periods(sentence, published, Optional.empty()).main() : periods.main(),
        publisher());
  }

  /** Whom the sentence cites, else whom the one before did for the same market. */
  private Optional<String> publisher() {
    if (publisher.isEmpty()) {
      publisher = Optional.of(Publishers.of(sentence).or(this::speakerBefore));
    }
    return publisher.get().or(() -> changesMarket ? Optional.empty() : before.cited().publisher());
  }

  /** "Its share is 30%, it says": whoever the sentence before cites, of shares or not. */
  private Optional<String> speakerBefore() {
    return Publishers.goOn(sentence) ? before.sentence().flatMap(Publishers::of) : Optional.empty();
  }

  /** "in Manhattan", "on Friday": where and when, not who. */
  private boolean canAct(Party party) {
    return party.mention().isPresent() || !sentence.is(Kind.PLACING, party.from() - 1);
  }

  /** What this sentence contests, or the one before where this one only leads over: "Figures:". */
  private Optional<Contest> contest() {
    boolean leadsOver = sentence.figures().isEmpty() && sentence.at(sentence.to() - 1).equals(":");
    return contest.or(() -> leadsOver ? before.contest() : Optional.empty());
  }

  private void read() {
    Topic topic = Topic.of(sentence);
    if (!topic.market().isEmpty()) {
      name(topic.market(), topic.geography());
    } else if (topic.geography().isPresent()) {
      geography = topic.geography();
    }
    boolean told = senses.stream().anyMatch(sense -> sense.level() != Sense.Level.BARE);
    if (told || before.share() || sentence.namesShare()) {
      readTold();
    } else {
      contest.or(before::contest).ifPresent(this::readContest);
    }
  }

  /**
   * Figures that no word explains, in a market that is named: shares where they can be the parts of
   * one whole. One alone needs a word for who leads.
   */
  private void readContest(Contest contest) {
    List<Figure> figures = sentence.figures();
    double sum = figures.stream().mapToDouble(Figure::low).sum();
    if (sum > WHOLE
        || Contest.speaksOfTrading(sentence)
        || figures.size() == 1 && !contest.ranked()) {
      return;
    }
    name(contest.market(), contest.geography());
    for (int i = 0; i < figures.size(); i++) {
      state(i, -1);
    }
  }

  private void readTold() {
    Sense.Level mode =
        before.share() || sentence.namesShare() ? Sense.Level.SHARE : Sense.Level.BARE;
    boolean first = true;
    for (int i = 0; i < senses.size(); i++) {
      int teller = teller(i, first);
      Sense.Level level = teller < 0 ? mode : senses.get(teller).level();
      if (teller == i) {
        mode = level;
        first = false;
      }
      if (level == Sense.Level.SHARE) {
        state(i, teller);
      }
    }
  }

  /**
   * The figure whose words say what the figure at a place measures; -1 where it measures what the
   * one before it does. A bare figure that nothing comes before asks the next that tells: "AWS at
   * 30%, Azure at 25% of the market", "went from 15% to 25% of the market".
   */
  private int teller(int place, boolean first) {
    boolean own = senses.get(place).level() != Sense.Level.BARE;
    if (own || !first && !isPair(place)) {
      return own ? place : -1;
    }
    for (int i = place + 1; i < senses.size(); i++) {
      if (senses.get(i).level() != Sense.Level.BARE) {
        return i;
      }
    }
    return -1;
  }

  private boolean isPair(int place) {
    return place + 1 < senses.size()
        && sentence.at(sentence.figures().get(place).from() - 1).equals("from")
        && sentence.at(sentence.figures().get(place + 1).from() - 1).equals("to");
  }

  private void state(int place, int teller) {
    Figure figure = sentence.figures().get(place);
    Sense sense = senses.get(place);
    String named = teller < 0 ? "" : MarketName.of(sentence, senses.get(teller));
    if (!named.isBlank()) {
      name(named, Geography.in(sentence, senses.get(teller)));
    } else if (market.isEmpty()) {
      lastNamed(figure).ifPresent(last -> name(last.market(), last.geography()));
    }
    Held held = holders.of(place, sense, last);
    Optional<Period> period = periods.of(place, !changesMarket);
    if (isForecast(place) || isToCome(period)) {
      return;
    }
    share |= teller == place || !held.parties().isEmpty();
    last = held.parties();
    List<Mention> mentions = held.mentions();
    if (!mentions.isEmpty()) {
      stated.add(
          new Stated(
              figure,
              mentions,
              market,
              Geography.of(sentence, figure, sense).or(() -> geography),
              period,
              period.isEmpty() && periods.isFormer(figure),
              publisher()));
    }
  }

  /** "The cloud market grows. AWS has a third of the market": the one named last. */
  private Optional<Contest> lastNamed(Figure figure) {
    return contest
        .filter(named -> named.at() < figure.from())
        .or(before::contest)
        .filter(named -> !named.market().isEmpty());
  }

  /** Goes on with a market; what was said of another market says nothing of this one. */
  private void name(String named, Optional<String> place) {
    String old = before.cited().market().toLowerCase(Locale.ROOT).replace(" market", "");
    String now = named.toLowerCase(Locale.ROOT).replace(" market", "");
    boolean same = old.contains(now) || now.contains(old);
    changesMarket |= !same;
    geography = place.isPresent() || !same ? place : geography;
    market = named;
  }

  private boolean isToCome(Optional<Period> period) {
    Optional<Integer> year = period.flatMap(Period::year);
    return year.isPresent() && published.isPresent() && year.get() > published.get().getYear();
  }

  private boolean isForecast(int place) {
    Figure figure = sentence.figures().get(place);
    int previous = place == 0 ? sentence.from() : sentence.figures().get(place - 1).to();
    int first = Math.max(previous, figure.from() - FORECAST_REACH);
    boolean past = false;
    for (int i = figure.from() - 1; i >= first && !sentence.at(i).equals(","); i--) {
      if (sentence.is(Kind.FORECAST, i)) {
        return !past || sentence.is(Kind.MODAL, i);
      }
      past |= sentence.is(Kind.HOLD, i) && sentence.at(i).endsWith("ed");
    }
    return false;
  }
}
