package org.newstide.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newstide.claim.ShareLexicon.Kind;

/**
 * Parties and figures that a sentence lists: "AWS, Azure and Google Cloud hold 31%, 24% and 11%".
 */
final class Groups {
  private static final int LONGEST_JOINT = 4;

  private final ClaimSentence sentence;
  private final Map<Figure, Party> listed = new HashMap<>();

  /**
   * @param header the parties that head the columns of a table; possibly empty
   */
  Groups(ClaimSentence sentence, List<Party> header) {
    this.sentence = sentence;
    alignLists(header);
  }

  /** The party that stands at the figure's place in a list of as many parties. */
  Optional<Party> listed(Figure figure) {
    return Optional.ofNullable(listed.get(figure));
  }

  private void alignLists(List<Party> header) {
    List<Figure> figures = sentence.figures();
    int first = 0;
    while (first < figures.size()) {
      int last = first;
      while (last + 1 < figures.size() && isListed(figures.get(last), figures.get(last + 1))) {
        last++;
      }
      if (last > first) {
        align(figures.subList(first, last + 1), header);
      }
      first = last + 1;
    }
  }

  private void align(List<Figure> figures, List<Party> header) {
    List<Party> before = lastRun(figures.get(0).from());
    List<Party> behind = firstRun(figures.get(figures.size() - 1).to());
    List<Party> owners =
        before.size() == figures.size()
            ? before
            : behind.size() == figures.size()
                ? behind
                : before.isEmpty() && header.size() == figures.size() ? header : List.of();
    for (int i = 0; i < owners.size(); i++) {
      listed.put(figures.get(i), owners.get(i));
    }
  }

  private boolean isListed(Figure first, Figure second) {
    if (second.from() - first.to() > LONGEST_JOINT) {
      return false;
    }
    for (int i = first.to(); i < second.from(); i++) {
      boolean hedge = sentence.is(Kind.HEDGE, i) && !sentence.at(i).equals("to");
      if (!isJoint(i) && !sentence.at(i).equals("|") && !(hedge && i > first.to())) {
        return false;
      }
    }
    return true;
  }

  private boolean isJoint(int at) {
    String word = sentence.at(at);
    return word.equals(",") || word.equals("and") || word.equals("&") || word.equals("/");
  }

  /** The last parties before an index that only commas, bars and "and" part. */
  private List<Party> lastRun(int index) {
    List<Party> run = new ArrayList<>();
    for (Party party : sentence.parties()) {
      if (party.to() > index) {
        break;
      }
      if (!run.isEmpty() && !isInRow(run.get(run.size() - 1), party)) {
        run.clear();
      }
      run.add(party);
    }
    return run;
  }

  private List<Party> firstRun(int index) {
    List<Party> run = new ArrayList<>();
    for (Party party : sentence.parties()) {
      if (party.from() >= index) {
        if (!run.isEmpty() && !isInRow(run.get(run.size() - 1), party)) {
          break;
        }
        run.add(party);
      }
    }
    return run;
  }

  private boolean isInRow(Party first, Party second) {
    for (int i = first.to(); i < second.from(); i++) {
      if (!isBetweenNames(i) && !sentence.at(i).equals("|")) {
        return false;
      }
    }
    return true;
  }

  /** The parties that head the columns of a table; empty where the sentence is no such row. */
  List<Party> columns() {
    List<Party> run = firstRun(sentence.from());
    boolean whole = run.size() > 1 && run.size() == sentence.parties().size();
    int bars = 0;
    for (int i = sentence.from(); i < sentence.to(); i++) {
      bars += sentence.at(i).equals("|") ? 1 : 0;
    }
    return whole && sentence.figures().isEmpty() && bars >= run.size() ? run : List.of();
  }

  /** All parties that are joined with one by commas and "and", and the ones before it. */
  List<Party> joinedWith(Party party) {
    List<Party> group = new ArrayList<>(List.of(party));
    for (int i = sentence.parties().indexOf(party) - 1; i >= 0; i--) {
      Party other = sentence.parties().get(i);
      if (!isJoined(other, group.get(0))) {
        break;
      }
      group.add(0, other);
    }
    return group;
  }

  private boolean isJoined(Party first, Party second) {
    boolean joint = false;
    for (int i = first.to(); i < second.from(); i++) {
      if (!isBetweenNames(i)) {
        return false;
      }
      joint |= isJoint(i);
    }
    return joint;
  }

  /** A joint, or a bracket that holds another name of the party before. */
  private boolean isBetweenNames(int at) {
    return isJoint(at)
        || sentence.at(at).equals("(")
        || sentence.at(at).equals(")")
        || sentence.isMention(at)
        || sentence.is(Kind.ACRONYM, at)
        || sentence.at(at).equals("both");
  }

  /** Whether a list of parties is closed by "and": without it, a comma may part two clauses. */
  boolean isClosed(List<Party> group) {
    for (int i = group.get(0).to(); i < group.get(group.size() - 1).from(); i++) {
      if (sentence.at(i).equals("and") || sentence.at(i).equals("&")) {
        return true;
      }
    }
    return false;
  }
}
