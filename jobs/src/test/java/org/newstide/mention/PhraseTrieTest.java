package org.newstide.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PhraseTrieTest {
  private static final List<String> PHRASES =
      List.of(
          "X", "AI", "AI21 Labs", "open ai", "OpenAI", "Mistral", "caf\u00e9 ole", "c#", "a  b");
  private static final PhraseTrie TRIE = new PhraseTrie(PHRASES, id -> true);

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "X",
            "x",
            "AI",
            "ai",
            "Ai",
            "21",
            " ",
            "  ",
            "\t",
            "\u00a0",
            "Labs",
            "open",
            "Open",
            "OPEN",
            "Mistral",
            "mis",
            "c#",
            "caf\u00e9",
            "\u00e9",
            "ole",
            "b",
            "a",
            ".",
            "-",
            "7")
        .list()
        .ofMaxSize(9)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 3000)
  void noStartOfAPhraseIsPassedBy(@ForAll("texts") String written) {
    char[] text = written.toCharArray();
    int[] found = new int[8];
    int next = TRIE.nextStart(text, 0, text.length);
    for (int i = 0; i < text.length; i++) {
      boolean isBehindWord = i > 0 && Letters.isWord(text[i - 1]);
      if (i < next && !isBehindWord) {
        assertThat(TRIE.phrasesAt(text, i, found)).as("at %d of %s", i, written).isZero();
      }
      if (i == next) {
        assertThat(isBehindWord).isFalse();
        next = TRIE.nextStart(text, i + 1, text.length);
      }
    }
  }
}
