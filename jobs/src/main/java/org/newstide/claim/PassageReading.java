package org.newstide.claim;

import java.util.ArrayList;
import java.util.List;
import org.newstide.claim.ShareLexicon.Kind;
import org.newstide.mention.Mention;

/** The shares that one passage states, read in the light of the passage before. */
final class PassageReading {
  /**
   * A stated share.
   *
   * @param holders whose it is, each by itself
   * @param market the text's words, possibly those of the passage before; empty where none
   */
  record Stated(Figure figure, List<Mention> holders, String market) {}

  private final Passage passage;
  private final Context before;
  private final Holders holders;
  private final List<Stated> stated = new ArrayList<>();
  private String market;
  private boolean share;
  private List<Party> lastHolders;

  PassageReading(Passage passage, Context before) {
    this.passage = passage;
    this.before = before;
    this.holders =
        new Holders(passage, before.holders().isEmpty() ? before.subject() : before.holders());
    this.market = before.market();
    this.lastHolders = List.of();
    read();
  }

  List<Stated> stated() {
    return stated;
  }

  Context context() {
    List<Party> subject =
        passage.parties().stream().filter(party -> party.mention().isPresent()).limit(1).toList();
    boolean continues = share || namesShare();
    return new Context(
        continues,
        continues ? market : "",
        subject.isEmpty() ? before.subject() : subject,
        lastHolders);
  }

  private void read() {
    List<Figure> figures = passage.figures();
    List<Sense> senses = figures.stream().map(figure -> Sense.of(passage, figure)).toList();
    Sense.Level mode = before.share() ? Sense.Level.SHARE : Sense.Level.BARE;
    for (int i = 0; i < figures.size(); i++) {
      Sense sense = senses.get(i);
      boolean own = sense.level() != Sense.Level.BARE;
      Sense.Level level = own ? sense.level() : inherited(mode, senses, i);
      if (own) {
        mode = sense.level();
      }
      if (level == Sense.Level.SHARE) {
        state(i, sense, own);
      }
    }
  }

  /**
   * A bare figure measures what the one before it measures, or else the one that its list ends
   * with.
   */
  private Sense.Level inherited(Sense.Level mode, List<Sense> senses, int place) {
    if (place + 1 < senses.size() && holders.isListed(passage.figures().get(place))) {
      for (int i = place + 1;
          i < senses.size() && holders.isListed(passage.figures().get(i));
          i++) {
        if (senses.get(i).level() != Sense.Level.BARE) {
          return senses.get(i).level();
        }
      }
    }
    return mode;
  }

  private void state(int place, Sense sense, boolean own) {
    Figure figure = passage.figures().get(place);
    String named = passage.text(sense.marketFrom(), sense.marketTo());
    if (own && !named.isBlank()) {
      market = named;
    }
    share = true;
    if (isForecast(place)) {
      return;
    }
    Holders.Held held = holdersOf(place, sense);
    if (!own && !held.tied() && held.parties().isEmpty()) {
      return;
    }
    lastHolders = held.parties();
    List<Mention> mentions = Holders.mentions(held.parties());
    if (!mentions.isEmpty()) {
      stated.add(new Stated(figure, mentions, market));
    }
  }

  private Holders.Held holdersOf(int place, Sense sense) {
    return continuesFigure(place) ? new Holders.Held(lastHolders, true) : holders.of(place, sense);
  }

  /** "to 31% from 33%": no party stands between the two figures, so both have one holder. */
  private boolean continuesFigure(int place) {
    if (place == 0 || lastHolders.isEmpty()) {
      return false;
    }
    Figure previous = passage.figures().get(place - 1);
    Figure figure = passage.figures().get(place);
    boolean other =
        passage.parties().stream()
            .anyMatch(party -> party.from() >= previous.to() && party.to() <= figure.from());
    String link = passage.at(figure.from() - 1);
    return !other && (link.equals("from") || link.equals("to"));
  }

  private boolean isForecast(int place) {
    int from = place == 0 ? passage.from() : passage.figures().get(place - 1).to();
    return passage.any(Kind.FORECAST, from, passage.figures().get(place).from());
  }

  private boolean namesShare() {
    for (int i = passage.from(); i < passage.to(); i++) {
      boolean of = passage.at(i).equals("share") && passage.at(i + 1).equals("of");
      boolean compound = passage.at(i).equals("share") && passage.at(i - 1).equals("market");
      if (of || compound || passage.at(i).equals("marketshare")) {
        return true;
      }
    }
    return false;
  }
}
