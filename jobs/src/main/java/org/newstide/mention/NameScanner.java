package org.newstide.mention;

import java.io.Serializable;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.newstide.catalog.Alias;
import org.newstide.catalog.AliasTier;
import org.newstide.catalog.Catalog;

/** Finds where names are written; what they mean there is decided later. */
final class NameScanner implements Serializable {
  private static final int FOUND_AT_ONE_WORD = 8;
  private static final int LONGEST_PREFIX = 5;

  /** Stands for no name. */
  static final int NONE = -1;

  private static final int LONGEST_EXACT = 3;

  private static final Set<String> PREFIXES = Set.of("ex", "non", "anti", "pre", "post", "pro");

  /** Names that are prefixes of ordinary words too. */
  private static final Set<String> GREEK = Set.of("meta");

  /** What stands behind a company's name and a hyphen, beside participles in -ed. */
  private static final Set<String> OF_COMPANIES =
      Set.of("led", "made", "run", "built", "like", "style", "wide", "only", "friendly");

  private static final int LONGEST_COMPOUND = 20;

  private final Alias[] aliases;
  private final int[] nextOfSpelling;
  private final PhraseTrie trie;

  NameScanner(Catalog catalog) {
    aliases = catalog.aliases().toArray(Alias[]::new);
    nextOfSpelling = new int[aliases.length];
    List<String> phrases = new ArrayList<>();
    Map<String, Integer> lastOfSpelling = new HashMap<>();
    for (int i = 0; i < aliases.length; i++) {
      phrases.add(aliases[i].text());
      nextOfSpelling[i] = NONE;
      Integer last = lastOfSpelling.put(Letters.fold(aliases[i].text()), i);
      if (last != null) {
        nextOfSpelling[last] = i;
      }
    }
    phrases.addAll(catalog.lookAlikes());
    trie = new PhraseTrie(phrases, id -> id < aliases.length && isAnyCase(id));
  }

  /** The trie asks once a spelling: casing is free where it is for one of its names. */
  private boolean isAnyCase(int alias) {
    boolean isAny = false;
    for (int i = alias; i != NONE; i = nextOfSpelling[i]) {
      isAny |= aliases[i].anyCase() || Character.isLowerCase(aliases[i].text().charAt(0));
    }
    return isAny;
  }

  /** Another entity's name of the same letters, for {@link #NONE} none. */
  int nextOfSpelling(int alias) {
    int next = nextOfSpelling[alias];
    return next != NONE && aliases[next].text().equals(aliases[alias].text()) ? next : NONE;
  }

  /** All names; hits carry their indexes. */
  Alias[] aliases() {
    return aliases;
  }

  /** At most {@code limit} hits; the longest name wins, and look-alikes swallow theirs. */
  Hits scan(char[] text, int limit) {
    Hits hits = new Hits();
    int[] found = new int[2 * FOUND_AT_ONE_WORD];
    int i = trie.nextStart(text, 0, text.length);
    while (i < text.length && hits.count() < limit) {
      i = trie.nextStart(text, take(text, i, found, hits), text.length);
    }
    return hits;
  }

  private int take(char[] text, int start, int[] found, Hits hits) {
    for (int k = trie.phrasesAt(text, start, found) - 1; k >= 0; k--) {
      int phrase = found[2 * k];
      int end = found[2 * k + 1];
      if (phrase >= aliases.length) {
        if (isEnd(text, end)) {
          return end;
        }
        continue;
      }
      int alias = spelled(text, start, end, phrase);
      if (alias == NONE) {
        continue;
      }
      int nameEnd = aliases[alias].versions() ? Versions.end(text, end) : end;
      if ((isEnd(text, nameEnd) || isPlural(text, nameEnd))
          && !isPartOfName(text, start, aliases[alias])
          && !isPrefix(text, start, nameEnd)
          && !Addresses.isInside(text, start, end)) {
        hits.add(start, nameEnd, alias, nameEnd > end);
        return nameEnd;
      }
    }
    return start + 1;
  }

  /** Of the names with these letters the one in just this casing, else the first that allows it. */
  private int spelled(char[] text, int start, int end, int first) {
    int found = NONE;
    for (int i = first; i != NONE; i = nextOfSpelling[i]) {
      String name = aliases[i].text();
      if (end - start == name.length()
          && name.contentEquals(CharBuffer.wrap(text, start, end - start))) {
        return i;
      }
      if (found == NONE && isCasing(text, start, end, aliases[i])) {
        found = i;
      }
    }
    return found;
  }

  /** A model's or doubtful name behind a hyphen is a piece of another's: Cerebras-GPT, SSE-S3. */
  private static boolean isPartOfName(char[] text, int start, Alias alias) {
    if (alias.tier() == AliasTier.SAFE && !alias.versions()
        || start < 2
        || Letters.fold(text[start - 1]) != '-'
        || !Letters.isWord(text[start - 2])) {
      return false;
    }
    int from = start - 1;
    while (from > 0 && start - from <= LONGEST_PREFIX && Letters.isWord(text[from - 1])) {
      from--;
    }
    return !PREFIXES.contains(new String(text, from, start - 1 - from).toLowerCase(Locale.ROOT));
  }

  /** Meta-analysis begins with a Greek word, Meta-owned with the company's name. */
  private static boolean isPrefix(char[] text, int start, int end) {
    if (end + 1 >= text.length
        || text[end] != '-' && text[end] != '\u2010' && text[end] != '\u2011'
        || !Character.isLowerCase(text[end + 1])
        || !GREEK.contains(Letters.fold(new String(text, start, end - start)))) {
      return false;
    }
    int to = end + 1;
    while (to < text.length && to - end <= LONGEST_COMPOUND && Letters.isWord(text[to])) {
      to++;
    }
    String word = new String(text, end + 1, to - end - 1);
    return !word.endsWith("ed") && !OF_COMPANIES.contains(word);
  }

  private static boolean isEnd(char[] text, int end) {
    return end >= text.length || !Letters.isWord(text[end]);
  }

  /** "TPUs": a small s behind a capital or digit. */
  private static boolean isPlural(char[] text, int end) {
    return end < text.length
        && text[end] == 's'
        && !Character.isLowerCase(text[end - 1])
        && isEnd(text, end + 1);
  }

  /**
   * As written, or with more capitals: LLaMA is Llama and NVIDIA is Nvidia, but Palm is not PaLM.
   * Short names allow no play.
   */
  private static boolean isCasing(char[] text, int start, int end, Alias alias) {
    if (alias.anyCase()) {
      return true;
    }
    String name = alias.text();
    boolean isExact = name.length() <= LONGEST_EXACT || Character.isLowerCase(name.charAt(0));
    for (int i = 0, at = start; i < name.length() && at < end; i++, at++) {
      char c = text[at];
      if (Letters.fold(c) == ' ') {
        while (at + 1 < end && Letters.fold(text[at + 1]) == ' ') {
          at++;
        }
        continue;
      }
      char wanted = name.charAt(i);
      if (c != wanted && Character.isLetter(c) && (isExact || !Character.isUpperCase(c))) {
        return false;
      }
    }
    return true;
  }
}
