package org.newstide.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.claim.ShareLexicon.Kind;
import org.newstide.mention.MaskedWords;

class ShareLexiconTest {
  private static final ShareLexicon LEXICON = ShareLexicon.bundled();

  @ParameterizedTest
  @EnumSource
  void everyKindHasWords(Kind kind) {
    assertThat(LEXICON.words(kind)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyWordIsReadAsOneWord(Kind kind) {
    assertThat(LEXICON.words(kind))
        .allSatisfy(
            word -> assertThat(wordsOf("of " + word + " of")).containsExactly("of", word, "of"));
  }

  private static List<String> wordsOf(String text) {
    MaskedWords words =
        MaskedWords.of(new Document("", text, Optional.empty()), Field.TEXT, List.of());
    return IntStream.range(0, words.size()).mapToObj(words::at).toList();
  }
}
