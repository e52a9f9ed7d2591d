package org.newstide.claim;

import java.util.Set;
import org.newstide.claim.ShareLexicon.Kind;

/**
 * The noun phrase behind "31% of": what the figure is a part of.
 *
 * @param from index of its first word
 * @param to index behind its last word
 * @param nature what can hold parts of it
 */
record Whole(int from, int to, Nature nature) {
  /** Who can hold parts of a whole. */
  enum Nature {
    /** Competitors divide it. */
    MARKET,
    /** Money that one company earns, unless somebody controls a part of it. */
    MONEY,
    /** All there is of something: a market where somebody holds, makes or sells it. */
    ALL,
    /** Asked, employed or invested in: no market. */
    COUNTED,
    /** It belongs to somebody: "of Nvidia's revenue", "of its sales". */
    OWNED,
    UNKNOWN
  }

  private static final int LONGEST = 16;
  private static final Set<String> ENDS =
      Set.of(
          "is",
          "was",
          "are",
          "were",
          "which",
          "that",
          "who",
          "while",
          "but",
          "as",
          "with",
          "when",
          "according",
          "compared",
          "followed",
          "behind",
          "ahead",
          "versus",
          "vs",
          "after",
          "before",
          "if",
          "than",
          "because",
          "since",
          "despite",
          "up",
          "down",
          "by",
          "at",
          "from",
          "to",
          "alone",
          "respectively",
          "today",
          "now",
          "last",
          "currently",
          "each",
          "during",
          "through",
          "amid",
          "giving",
          "thanks",
          "running",
          "run",
          "runs",
          "like",
          "via",
          "this",
          "so",
          "or",
          "would",
          "will",
          "could",
          "may",
          "within",
          "until",
          "even",
          "still",
          "well",
          "go",
          "belong",
          "belongs",
          "belonged",
          "flow",
          "flows",
          "flowed",
          "stayed");
  private static final Set<String> PREPOSITIONS =
      Set.of("of", "for", "on", "in", "among", "across");
  private static final Set<String> INNER = Set.of("-", "/", "&", "'s", "'", "’", "–", "$");
  private static final Set<String> OWNERS =
      Set.of("its", "their", "his", "her", "our", "my", "your", "whose");
  private static final Set<String> COMMON_OWNERS =
      Set.of("world", "country", "nation", "region", "continent", "globe", "industry", "market");
  private static final Set<String> DIVIDED =
      Set.of("market", "markets", "industry", "sector", "marketplace");
  private static final Set<String> VAGUE = Set.of("services", "usage", "capacity", "units");
  private static final Set<String> PLAIN =
      Set.of("the", "a", "an", "total", "overall", "all", "entire", "whole", "company", "group");

  /** Whether a word says by itself that competitors divide what it names. */
  static boolean isDivided(String word) {
    return DIVIDED.contains(word);
  }

  /** Reads the phrase that begins at an index. */
  static Whole at(Passage passage, int start) {
    int end = start;
    int head = -1;
    while (end < passage.to() && end - start < LONGEST && !endsAt(passage, start, end)) {
      if (PREPOSITIONS.contains(passage.at(end)) && head < 0) {
        head = end - 1;
      }
      end++;
    }
    return new Whole(start, end, nature(passage, start, end, head < 0 ? end - 1 : head));
  }

  /** Whether the phrase says that it is a market. */
  boolean namesMarket(Passage passage) {
    for (int i = from; i < to; i++) {
      if (DIVIDED.contains(passage.at(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsAt(Passage passage, int start, int at) {
    String word = passage.at(at);
    if (passage.isMention(at)) {
      return false;
    }
    if (word.equals("(")) {
      return !passage.at(at + 2).equals(")") || passage.isMention(at + 1);
    }
    if (word.equals(")")) {
      return !passage.at(at - 2).equals("(");
    }
    if (word.equals(".")) {
      return at == start || passage.at(at - 1).length() > 1;
    }
    if (word.equals("and") || word.equals("plus")) {
      return passage.isMention(at + 1)
          || passage.is(Kind.FUNCTION, at + 1)
          || passage.is(Kind.HOLD, at + 1)
          || passage.is(Kind.PRONOUN, at + 1)
          || passage.is(Kind.HEDGE, at + 1)
          || startsFigure(passage, at + 1);
    }
    if (word.equals("in")) {
      return Period.startsAt(passage, at + 1) || OWNERS.contains(passage.at(at + 1));
    }
    boolean symbol = !passage.isWord(at) && !INNER.contains(word);
    boolean verb = passage.is(Kind.HOLD, at) && !passage.isCapital(at);
    boolean moves = at > start && passage.is(Kind.RATE, at) && DIVIDED.contains(passage.at(at - 1));
    boolean movesPlace =
        at > start && passage.is(Kind.RATE, at) && passage.is(Kind.GEOGRAPHY, at - 1);
    boolean beside = passage.is(Kind.BESIDE, at) && !word.equals("of");
    return symbol
        || verb
        || beside
        || moves
        || movesPlace
        || ENDS.contains(word)
        || startsFigure(passage, at);
  }

  private static boolean startsFigure(Passage passage, int at) {
    return passage.figures().stream().anyMatch(figure -> figure.from() == at);
  }

  private static Nature nature(Passage passage, int from, int to, int headAt) {
    int head = headAt;
    while (head > from
        && (passage.is(Kind.GEOGRAPHY, head)
            || passage.is(Kind.SHARE, head)
            || passage.at(head).equals(")")
            || passage.at(head - 1).equals("(")
            || passage.at(head).equals("("))) {
      head--;
    }
    for (int i = from; i < to; i++) {
      if (OWNERS.contains(passage.at(i)) || passage.isMention(i) || isOwner(passage, i)) {
        return Nature.OWNED;
      }
    }
    for (int i = from; i <= headAt; i++) {
      if (passage.is(Kind.SHARE, i)) {
        boolean stock = passage.at(i).equals("shares") && !passage.at(i - 1).equals("market");
        return stock ? Nature.OWNED : Nature.MARKET;
      }
    }
    return ofHead(passage, from, head);
  }

  private static Nature ofHead(Passage passage, int from, int head) {
    boolean modified = false;
    boolean market = false;
    boolean goods = false;
    boolean placed = false;
    boolean all = false;
    for (int i = from; i < head; i++) {
      modified |= passage.isWord(i) && !PLAIN.contains(passage.at(i));
      market |= isDivided(passage.at(i));
      goods |= passage.is(Kind.MARKET, i);
      placed |= passage.is(Kind.GEOGRAPHY, i) || Geography.isAbbreviation(passage, i);
      all |= passage.at(i).equals("all");
      all |= passage.at(i).equals("world") && passage.at(i + 1).equals("'s");
    }
    // "dollars spent on cloud infrastructure", "search advertising dollars"
    boolean installed = passage.at(head).equals("base") && passage.at(head - 1).equals("installed");
    boolean spent = passage.at(head).equals("spent") || passage.at(head).equals("dollars") && goods;
    // "99% of services were restored": without a word before it, it is no kind of goods.
    boolean vague = VAGUE.contains(passage.at(head)) && !modified;
    if (passage.is(Kind.COUNTED, head)) {
      return Nature.COUNTED;
    }
    if (passage.is(Kind.MONEY, head) && goods && placed) {
      // "21% of U.S. digital advertising revenue": no company's books are kept so.
      return Nature.MARKET;
    }
    if (passage.is(Kind.MONEY, head) || (passage.at(head).equals("sales") && !modified)) {
      return modified ? Nature.MONEY : Nature.OWNED;
    }
    if (market || spent || installed || passage.is(Kind.MARKET, head) && !vague) {
      return Nature.MARKET;
    }
    return all ? Nature.ALL : Nature.UNKNOWN;
  }

  /** "the company's", "Apple's"; a country or the world owns its market as a place, not a party. */
  private static boolean isOwner(Passage passage, int at) {
    return passage.at(at).equals("'s")
        && !passage.is(Kind.GEOGRAPHY, at - 1)
        && !COMMON_OWNERS.contains(passage.at(at - 1))
        && !passage.at(at - 1).equals("today");
  }
}
