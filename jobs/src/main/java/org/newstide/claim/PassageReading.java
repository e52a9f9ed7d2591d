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

  private static final int FORECAST_REACH = 8;

  private final Passage passage;
  private final Context before;
  private final Optional<LocalDate> published;
  private final Groups groups;
  private final Holders holders;
  private final List<Sense> senses;
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
    List<Party> first = passage.parties().stream().limit(1).toList();
    List<Party> subject =
        first.isEmpty()
            ? before.subject()
            : first.stream().filter(party -> party.mention().isPresent()).toList();
    List<Party> columns = groups.columns();
    boolean inTable = passage.at(passage.from()).equals("|");
    return new Context(
        continues,
        continues ? market : "",
        subject,
        last,
        columns.isEmpty() && inTable ? before.columns() : columns);
  }

  private void read() {
    Sense.Level mode =
        before.share() || passage.namesShare() ? Sense.Level.SHARE : Sense.Level.BARE;
    boolean first = true;
    for (int i = 0; i < senses.size(); i++) {
      Sense sense = senses.get(i);
      boolean own = sense.level() != Sense.Level.BARE;
      Sense.Level level = own ? sense.level() : inherited(mode, i, first);
      if (own) {
        mode = sense.level();
        first = false;
      }
      if (level == Sense.Level.SHARE) {
        state(i, sense, own);
      }
    }
  }

  /**
   * A bare figure measures what the one before it measures, or where none does, what the next one
   * does: "AWS at 30%, Azure at 25% of the market", "went from 15% to 25% of the market".
   */
  private Sense.Level inherited(Sense.Level mode, int place, boolean first) {
    if (!first && !isPair(place)) {
      return mode;
    }
    for (int i = place + 1; i < senses.size(); i++) {
      if (senses.get(i).level() != Sense.Level.BARE) {
        return senses.get(i).level();
      }
    }
    return mode;
  }

  private boolean isPair(int place) {
    return place + 1 < senses.size()
        && passage.at(passage.figures().get(place).from() - 1).equals("from")
        && passage.at(passage.figures().get(place + 1).from() - 1).equals("to");
  }

  private void state(int place, Sense sense, boolean own) {
    Figure figure = passage.figures().get(place);
    String named = MarketName.of(passage, sense);
    if (own && !named.isBlank()) {
      market = named;
    }
    Held held = holders.of(place, sense, last);
    Optional<Period> period = Period.of(passage, figure, published);
    if (isForecast(place) || isToCome(period)) {
      return;
    }
    share |= own || !held.parties().isEmpty();
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
