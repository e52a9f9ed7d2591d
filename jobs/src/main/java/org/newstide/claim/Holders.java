package org.newstide.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newstide.claim.ShareLexicon.Kind;
import org.newstide.mention.Mention;

/**
 * Who holds the figures of one passage. A figure that a group holds together, or somebody outside
 * the catalog, has no holder.
 */
final class Holders {
  /**
   * A figure's holders and how surely its words name them.
   *
   * @param parties empty where nobody, or a group, holds it
   * @param tied whether the words tie the figure to them without a verb: "(24%)", "9% for Bing"
   */
  record Held(List<Party> parties, boolean tied) {
    static final Held NOBODY = new Held(List.of(), false);

    static Held tied(Party party) {
      return new Held(List.of(party), true);
    }
  }

  private static final int NEAR = 5;
  private static final int GAP = 9;
  private static final Set<String> HELD_BY =
      Set.of(
          "held",
          "controlled",
          "owned",
          "captured",
          "taken",
          "run",
          "runs",
          "running",
          "flows",
          "flow",
          "go",
          "goes",
          "going",
          "belongs",
          "belonging",
          "belong",
          "built",
          "powered",
          "came",
          "comes",
          "sold",
          "generated",
          "hosted",
          "commanded");
  private static final Set<String> HELD_LINK = Set.of("by", "on", "through", "to", "from", "with");

  private final Passage passage;
  private final List<Party> previous;
  private final Map<Figure, Party> listed = new HashMap<>();

  /**
   * @param previous whom the passage before was about, for "it" and "the company"; possibly empty
   */
  Holders(Passage passage, List<Party> previous) {
    this.passage = passage;
    this.previous = previous;
    alignLists();
  }

  boolean isListed(Figure figure) {
    return listed.containsKey(figure);
  }

  /** The holders of the figure at a place among the passage's figures. */
  Held of(int place, Sense sense) {
    Figure figure = passage.figures().get(place);
    if (listed.containsKey(figure)) {
      return Held.tied(listed.get(figure));
    }
    if (isTogether(place)) {
      return Held.NOBODY;
    }
    return inBrackets(figure)
        .or(() -> behind(figure, sense))
        .or(() -> directlyBefore(figure))
        .or(() -> ownerOfShare(sense))
        .orElseGet(() -> subject(figure));
  }

  /** Figures and parties that the text lists in the same order. */
  private void alignLists() {
    List<Figure> figures = passage.figures();
    int first = 0;
    while (first < figures.size()) {
      int last = first;
      while (last + 1 < figures.size()
          && isListJoint(figures.get(last).to(), figures.get(last + 1).from())) {
        last++;
      }
      if (last > first) {
        align(first, last);
      }
      first = last + 1;
    }
  }

  private void align(int first, int last) {
    int count = last - first + 1;
    List<Party> before = coordinatedBefore(passage.figures().get(first).from());
    List<Party> behind = coordinatedBehind(passage.figures().get(last).to());
    List<Party> owners =
        before.size() == count ? before : behind.size() == count ? behind : List.of();
    for (int i = 0; i < owners.size(); i++) {
      listed.put(passage.figures().get(first + i), owners.get(i));
    }
  }

  private boolean isListJoint(int from, int to) {
    if (to - from > 4 || to <= from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!isJoint(i) && !passage.is(Kind.HEDGE, i)) {
        return false;
      }
    }
    return !passage.at(from).equals("to") && !passage.at(from).equals("from") && isJoint(from);
  }

  private boolean isJoint(int at) {
    String word = passage.at(at);
    return word.equals(",") || word.equals("and") || word.equals("&") || word.equals("/");
  }

  /** The last run of parties before an index that only commas and "and" part. */
  private List<Party> coordinatedBefore(int index) {
    List<Party> run = new ArrayList<>();
    for (Party party : passage.parties()) {
      if (party.to() > index) {
        break;
      }
      if (!run.isEmpty() && !isJoined(run.get(run.size() - 1), party)) {
        run.clear();
      }
      run.add(party);
    }
    return run;
  }

  private List<Party> coordinatedBehind(int index) {
    List<Party> run = new ArrayList<>();
    for (Party party : passage.parties()) {
      if (party.from() >= index) {
        if (!run.isEmpty() && !isJoined(run.get(run.size() - 1), party)) {
          break;
        }
        run.add(party);
      }
    }
    return run;
  }

  /** Whether only commas, "and" and bracketed names stand between two parties. */
  private boolean isJoined(Party first, Party second) {
    boolean joint = false;
    for (int i = first.to(); i < second.from(); i++) {
      boolean bracket =
          passage.at(i).equals("(")
              || passage.at(i).equals(")")
              || passage.isMention(i)
              || passage.at(i).equals("'s");
      if (!isJoint(i) && !bracket && !passage.is(Kind.ACRONYM, i)) {
        return false;
      }
      joint |= isJoint(i);
    }
    return joint;
  }

  /** "together", "combined" or a plural subject in the figure's own clause. */
  private boolean isTogether(int place) {
    Figure figure = passage.figures().get(place);
    int from = place == 0 ? passage.from() : passage.figures().get(place - 1).to();
    int behind = figure.to();
    for (int i = from; i < figure.from(); i++) {
      boolean plural =
          passage.is(Kind.PLURAL, i) && passage.is(Kind.HOLD, i + 1) && !passage.isMention(i);
      if ((passage.is(Kind.TOGETHER, i) || plural) && !passage.any(Kind.EACH, i, figure.from())) {
        return true;
      }
    }
    return passage.at(behind).equals("combined") || passage.at(behind).equals("together");
  }

  /** "Azure (24%)", "(Anthropic 40% / OpenAI 27%)". */
  private Optional<Held> inBrackets(Figure figure) {
    int open = openBracketBefore(figure.from());
    if (open < 0) {
      return Optional.empty();
    }
    return nearestBefore(figure.from())
        .filter(party -> party.to() > open)
        .or(() -> nearestBefore(open).filter(party -> open - party.to() < NEAR))
        .map(Held::tied);
  }

  private int openBracketBefore(int index) {
    for (int i = index - 1; i >= Math.max(passage.from(), index - GAP); i--) {
      if (passage.at(i).equals("(")) {
        return i;
      }
      if (passage.at(i).equals(")")) {
        return -1;
      }
    }
    return -1;
  }

  /** "9% for Bing", "one-quarter controlled by AMD", "90% of PCs run on Windows". */
  private Optional<Held> behind(Figure figure, Sense sense) {
    int at = Math.max(figure.to(), sense.shareAt() < figure.to() ? sense.end() : figure.to());
    if (passage.at(at).equals("for") || passage.at(at).equals("by")) {
      return nextAt(at + 1);
    }
    for (int i = at; i < at + 4; i++) {
      if (HELD_BY.contains(passage.at(i)) && HELD_LINK.contains(passage.at(i + 1))) {
        return nextAt(i + 2);
      }
    }
    return Optional.empty();
  }

  /** The party within two words, unless a figure of its own follows it. */
  private Optional<Held> nextAt(int at) {
    for (Party party : passage.parties()) {
      if (party.from() >= at && party.from() <= at + 2) {
        boolean ownFigure =
            passage.figures().stream()
                .anyMatch(figure -> figure.from() >= party.to() && figure.from() <= party.to() + 2);
        return ownFigure ? Optional.empty() : Optional.of(Held.tied(party));
      }
    }
    return Optional.empty();
  }

  /** "AWS 28%", "Netflix at 20%", "AWS's 32%", "Google Cloud with 10 percent". */
  private Optional<Held> directlyBefore(Figure figure) {
    return nearestBefore(figure.from())
        .filter(party -> figure.from() - party.to() <= GAP && isLinked(party.to(), figure.from()))
        .map(party -> withGroup(party, figure));
  }

  private boolean isLinked(int from, int to) {
    int i = from;
    while (i < to) {
      if (passage.at(i).equals("(")) {
        while (i < to && !passage.at(i).equals(")")) {
          i++;
        }
      } else if (!passage.is(Kind.LINK, i) && !passage.is(Kind.HEDGE, i)) {
        return false;
      }
      i++;
    }
    return true;
  }

  /** A coordinated subject holds a figure only where "each" does; else it is a total. */
  private Held withGroup(Party party, Figure figure) {
    List<Party> group = new ArrayList<>(List.of(party));
    boolean and = false;
    for (int i = passage.parties().indexOf(party) - 1; i >= 0; i--) {
      Party other = passage.parties().get(i);
      if (!isJoined(other, group.get(0)) || hasFigureBetween(other, group.get(0))) {
        break;
      }
      and |= hasAnd(other.to(), group.get(0).from());
      group.add(0, other);
    }
    if (group.size() == 1 || !and) {
      return Held.tied(party);
    }
    boolean each =
        passage.any(Kind.EACH, party.to(), figure.from()) || passage.is(Kind.EACH, figure.to());
    return each ? new Held(group, true) : Held.NOBODY;
  }

  private boolean hasAnd(int from, int to) {
    for (int i = from; i < to; i++) {
      if (passage.at(i).equals("and") || passage.at(i).equals("&")) {
        return true;
      }
    }
    return false;
  }

  private boolean hasFigureBetween(Party first, Party second) {
    return passage.figures().stream()
        .anyMatch(figure -> figure.from() >= first.to() && figure.to() <= second.from());
  }

  /** "ChatGPT's web traffic share fell to", "the market share of AWS is", "its share". */
  private Optional<Held> ownerOfShare(Sense sense) {
    int share = sense.shareAt();
    if (share < 0) {
      return Optional.empty();
    }
    if (passage.at(share + 1).equals("of") || passage.at(share + 1).equals("for")) {
      Optional<Party> of = startingAt(share + 2);
      if (of.isPresent()) {
        return of.map(Held::tied);
      }
    }
    for (int i = share - 1; i > Math.max(passage.from() - 1, share - GAP); i--) {
      if (passage.at(i).equals("'s")) {
        int owner = i;
        Optional<Party> party = nearestBefore(owner).filter(found -> found.to() == owner);
        return Optional.of(party.map(Held::tied).orElseGet(() -> antecedent(owner)));
      }
      if (passage.at(i).equals("its")) {
        return Optional.of(antecedent(i));
      }
      if (passage.is(Kind.PLURAL, i)) {
        return Optional.of(Held.NOBODY);
      }
    }
    return Optional.empty();
  }

  private Optional<Party> startingAt(int at) {
    return passage.parties().stream()
        .filter(
            party -> party.from() == at || party.from() == at + 1 && passage.at(at).equals("the"))
        .findFirst();
  }

  private Optional<Party> nearestBefore(int index) {
    Optional<Party> nearest = Optional.empty();
    for (Party party : passage.parties()) {
      if (party.to() <= index) {
        nearest = Optional.of(party);
      }
    }
    return nearest;
  }

  /** Whom "it" and "the company" mean: the nearest catalog name before. */
  private Held antecedent(int index) {
    Optional<Party> nearest = Optional.empty();
    for (Party party : passage.parties()) {
      if (party.to() <= index && party.mention().isPresent()) {
        nearest = Optional.of(party);
      }
    }
    return nearest.map(party -> new Held(List.of(party), false)).orElse(new Held(previous, false));
  }

  /** The subject of the verb that governs the figure. */
  private Held subject(Figure figure) {
    int verb = governor(figure);
    if (verb < 0) {
      return Held.NOBODY;
    }
    Optional<Party> nearest = subjectBefore(verb);
    int nearestTo = nearest.map(Party::to).orElse(passage.from());
    for (int i = verb - 1; i >= nearestTo; i--) {
      if (passage.is(Kind.PRONOUN, i)) {
        return antecedent(i);
      }
      if (passage.is(Kind.FIGURE_NOUN, i)) {
        return new Held(previous, false);
      }
    }
    return nearest
        .map(party -> withGroup(party, figure))
        .map(held -> new Held(held.parties(), false))
        .orElse(Held.NOBODY);
  }

  /** The nearest party that is no mere object of a comparison. */
  private Optional<Party> subjectBefore(int index) {
    Optional<Party> found = Optional.empty();
    Optional<Party> any = Optional.empty();
    for (Party party : passage.parties()) {
      if (party.to() <= index) {
        any = Optional.of(party);
        boolean beside =
            passage.is(Kind.BESIDE, party.from() - 1)
                || passage.is(Kind.BESIDE, party.from() - 2)
                    && passage.is(Kind.HEDGE, party.from() - 1);
        if (!beside) {
          found = Optional.of(party);
        }
      }
    }
    return found.or(() -> Optional.<Party>empty());
  }

  /** The index of the verb, or of "with" or "at", that the figure hangs on; -1 where none. */
  private int governor(Figure figure) {
    for (int i = figure.from() - 1; i >= Math.max(passage.from(), figure.from() - 2 * GAP); i--) {
      boolean hold = passage.is(Kind.HOLD, i) && !passage.isMention(i);
      boolean preposition = passage.at(i).equals("with") || passage.at(i).equals("at");
      if (hold || preposition) {
        return i;
      }
    }
    return -1;
  }

  /** The catalog names among parties. */
  static List<Mention> mentions(List<Party> parties) {
    return parties.stream().flatMap(party -> party.mention().stream()).toList();
  }
}
