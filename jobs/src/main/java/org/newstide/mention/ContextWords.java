package org.newstide.mention;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the words that speak for doubtful names. */
final class ContextWords implements Serializable {
  private final List<String> contexts;
  private final PhraseTrie trie;
  private final long[] contextsOfPhrase;

  ContextWords(Map<String, List<String>> wordsByContext) {
    contexts = wordsByContext.keySet().stream().sorted().toList();
    List<String> phrases =
        new ArrayList<>(
            wordsByContext.values().stream().flatMap(List::stream).distinct().sorted().toList());
    trie = new PhraseTrie(phrases, id -> true);
    Map<String, Long> bitsOfSpelling = new HashMap<>();
    wordsByContext.forEach(
        (context, words) ->
            words.forEach(
                word ->
                    bitsOfSpelling.merge(
                        Letters.fold(word), bits(List.of(context)), (some, more) -> some | more)));
    contextsOfPhrase = new long[phrases.size()];
    for (int id = 0; id < phrases.size(); id++) {
      contextsOfPhrase[id] = bitsOfSpelling.get(Letters.fold(phrases.get(id)));
    }
  }

  /** Contexts, as bits. */
  long bits(List<String> keys) {
    long bits = 0;
    for (String context : keys) {
      bits |= 1L << contexts.indexOf(context);
    }
    return bits;
  }

  /** All contexts whose words stand between two offsets, as bits. */
  long in(char[] text, int from, int to) {
    long bits = 0;
    int[] found = new int[8];
    for (int i = trie.nextStart(text, from, to); i < to; i = trie.nextStart(text, i + 1, to)) {
      int count = trie.phrasesAt(text, i, found);
      for (int k = 0; k < count; k++) {
        int end = found[2 * k + 1];
        if (end <= to && isEnd(text, end)) {
          bits |= contextsOfPhrase[found[2 * k]];
        }
      }
    }
    return bits;
  }

  /** The word's end, or its plural's. */
  private static boolean isEnd(char[] text, int end) {
    return end >= text.length
        || !Letters.isWord(text[end])
        || text[end] == 's' && (end + 1 >= text.length || !Letters.isWord(text[end + 1]));
  }
}
