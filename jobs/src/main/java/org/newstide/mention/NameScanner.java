package org.newstide.mention;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newstide.catalog.Alias;
import org.newstide.catalog.Catalog;

/** Finds where names are written; what they mean there is decided later. */
final class NameScanner implements Serializable {
  private static final int FOUND_AT_ONE_WORD = 8;
  private static final int ADDRESS_WINDOW = 80;

  private final Alias[] aliases;
  private final PhraseTrie trie;

  NameScanner(Catalog catalog) {
    aliases = catalog.aliases().toArray(Alias[]::new);
    List<String> phrases = new ArrayList<>();
    for (Alias alias : aliases) {
      phrases.add(alias.text());
    }
    phrases.addAll(catalog.lookAlikes());
    trie = new PhraseTrie(phrases, id -> id < aliases.length && aliases[id].anyCase());
  }

  Alias alias(int index) {
    return aliases[index];
  }

  int aliasCount() {
    return aliases.length;
  }

  /** At most {@code limit} hits; the longest name wins, and look-alikes swallow theirs. */
  Hits scan(char[] text, Optional<LocalDate> day, int limit) {
    Hits hits = new Hits();
    int[] found = new int[2 * FOUND_AT_ONE_WORD];
    int i = 0;
    while (i < text.length && hits.count() < limit) {
      if (!trie.mayStart(text[i]) || i > 0 && Letters.isWord(text[i - 1])) {
        i++;
        continue;
      }
      i = take(text, i, day, found, hits);
    }
    return hits;
  }

  private int take(char[] text, int start, Optional<LocalDate> day, int[] found, Hits hits) {
    for (int k = trie.phrasesAt(text, start, found) - 1; k >= 0; k--) {
      int phrase = found[2 * k];
      int end = found[2 * k + 1];
      if (phrase >= aliases.length) {
        if (isEnd(text, end)) {
          return end;
        }
        continue;
      }
      Alias alias = aliases[phrase];
      int nameEnd = alias.versions() ? Versions.end(text, end) : end;
      if ((isEnd(text, nameEnd) || isPlural(text, nameEnd))
          && isCasing(text, start, end, alias)
          && alias.isValidOn(day)
          && !isAddress(text, start, end)) {
        hits.add(start, nameEnd, phrase);
        return nameEnd;
      }
    }
    return start + 1;
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

  private static boolean isCasing(char[] text, int start, int end, Alias alias) {
    if (alias.anyCase()) {
      return true;
    }
    String name = alias.text();
    boolean asWritten = true;
    boolean capitals = true;
    for (int i = 0, at = start; i < name.length() && at < end; i++, at++) {
      char c = text[at];
      if (Letters.fold(c) == ' ') {
        while (at + 1 < end && Letters.fold(text[at + 1]) == ' ') {
          at++;
        }
        continue;
      }
      asWritten &= c == name.charAt(i) || !Character.isLetter(c);
      capitals &= !Character.isLowerCase(c);
    }
    return asWritten || capitals && name.length() > 3 && Character.isUpperCase(name.charAt(0));
  }

  /** Inside an e-mail address, a link or a host name. */
  private static boolean isAddress(char[] text, int start, int end) {
    if (end + 1 < text.length && text[end] == '.' && Character.isLowerCase(text[end + 1])) {
      return true; // openai.com
    }
    if (end < text.length && (text[end] == '@' || text[end] == '_')) {
      return true;
    }
    char before = start == 0 ? ' ' : text[start - 1];
    if (Character.isLowerCase(text[start])
        && (before == '.' || before == '/' || before == '@' || before == '_')) {
      return true;
    }
    int from = start;
    while (from > 0 && start - from < ADDRESS_WINDOW && text[from - 1] > ' ') {
      from--;
      if (text[from] == ':' && start - from > 2 && text[from + 1] == '/' && text[from + 2] == '/') {
        return true;
      }
    }
    return start - from > 4
        && text[from] == 'w'
        && text[from + 1] == 'w'
        && text[from + 2] == 'w'
        && text[from + 3] == '.';
  }
}
