package org.newstide.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newstide.claim.ShareLexicon.Kind;
import org.newstide.mention.Mention;

/** The shares that one passage states, read in the light of the passage before. */
final class PassageReading {
  /**
   * A stated share.
   *
   * @param holders whose it is, each by itself
   * @param market the text's words, possibly those of the passage before; empty where none
   * @param period the nearest that the passage names
   */
  record Stated(
      Figure figure,
      List<Mention> holders,
      String market,
      Optional<String> geography,
      Optional<Period> period,
      Optional<String> publisher) {}

  private static final int FORECAST_REACH = 14;
  private static final double WHOLE = 100;

  private final Passage passage;
  private final Context before;
  private final Optional<LocalDate> published;
  private final Groups groups;
  private final Holders holders;
  private final List<Sense> senses;
  private final Optional<Contest> contest;
  private final List<Stated> stated = new ArrayList<>();
  private String market;
  private boolean share;
  private List<Party> last = List.of();

  /**
   * @param published the day that "last quarter" counts from, where known
   */
  PassageReading(Passage passage, Context before, Optional<LocalDate> published) {
    this.passage = passage;
    this.published = published;
    this.before = before;
    this.groups = new Groups(passage, before.columns());
    this.holders = new Holders(passage, groups, before);
    this.senses = Sense.all(passage);
    this.contest = Contest.in(passage);
    this.market = before.market();
    read();
  }

  List<Stated> stated() {
    return stated;
  }

  Context context() {
    if (!passage.hasWords()) {
      return before;
    }
    boolean continues = share || passage.namesShare();
    List<Party> first = passage.parties().stream().filter(this::canAct).limit(1).toList();
    List<Party> subject =
        first.isEmpty()
            ? before.subject()
            : first.stream().filter(party -> party.mention().isPresent()).toList();
    List<Party> columns = groups.columns();
    boolean inTable = passage.at(passage.from()).equals("|");
    return new Context(
        continues,
        contest(),
        continues ? market : "",
        subject,
        last,
        columns.isEmpty() && inTable ? before.columns() : columns);
  }

  /** "in Manhattan", "on Friday": where and when, not who. */
  private boolean canAct(Party party) {
    return party.mention().isPresent() || !passage.is(Kind.PLACING, party.from() - 1);
  }

  /** What this passage contests, or the one before where this one only leads over: "Figures:". */
  private Optional<Contest> contest() {
    boolean leadsOver = passage.figures().isEmpty() && passage.at(passage.to() - 1).equals(":");
    return contest.or(() -> leadsOver ? before.contest() : Optional.empty());
  }

  private void read() {
    boolean told = senses.stream().anyMatch(sense -> sense.level() != Sense.Level.BARE);
    if (told || before.share() || passage.namesShare()) {
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
    List<Figure> figures = passage.figures();
    double sum = figures.stream().mapToDouble(Figure::low).sum();
    if (sum > WHOLE
        || Contest.speaksOfTrading(passage)
        || figures.size() == 1 && !contest.ranked()) {
      return;
    }
    market = contest.market();
    for (int i = 0; i < figures.size(); i++) {
      state(i, -1);
    }
  }

  private void readTold() {
    Sense.Level mode =
        before.share() || passage.namesShare() ? Sense.Level.SHARE : Sense.Level.BARE;
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
        && passage.at(passage.figures().get(place).from() - 1).equals("from")
        && passage.at(passage.figures().get(place + 1).from() - 1).equals("to");
  }

  private void state(int place, int teller) {
    Figure figure = passage.figures().get(place);
    Sense sense = senses.get(place);
    String named = teller < 0 ? "" : MarketName.of(passage, senses.get(teller));
    if (!named.isBlank()) {
      market = named;
    }
    Held held = holders.of(place, sense, last);
    Optional<Period> period = Period.of(passage, figure, published);
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
              Geography.of(passage, figure, sense),
              period,
              Publishers.of(passage)));
    }
  }

  private boolean isToCome(Optional<Period> period) {
    Optional<Integer> year = period.flatMap(Period::year);
    return year.isPresent() && published.isPresent() && year.get() > published.get().getYear();
  }

  private boolean isForecast(int place) {
    Figure figure = passage.figures().get(place);
    int previous = place == 0 ? passage.from() : passage.figures().get(place - 1).to();
    int first = Math.max(previous, figure.from() - FORECAST_REACH);
    boolean past = false;
    for (int i = figure.from() - 1; i >= first && !passage.at(i).equals(","); i--) {
      if (passage.is(Kind.FORECAST, i)) {
        return !past || passage.is(Kind.MODAL, i);
      }
      past |= passage.is(Kind.HOLD, i) && passage.at(i).endsWith("ed");
    }
    return false;
  }
}
