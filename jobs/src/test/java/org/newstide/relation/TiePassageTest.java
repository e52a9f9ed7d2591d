package org.newstide.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TiePassageTest {
  private static final String FILLER =
      "The weather in the valley stayed calm and the harvest came in on time that year. ";

  @Test
  void aShortTextIsOnePassage() {
    assertThat(passages("OpenAI partners with Oracle.")).hasSize(1);
  }

  @Test
  void aLongTextIsReadToItsLastWord() {
    List<TiePassage> passages = passages(FILLER.repeat(40) + "OpenAI partners with Oracle.");
    assertThat(passages).hasSizeGreaterThan(3);
    assertThat(passages.get(passages.size() - 1).organisations())
        .containsExactly("openai", "oracle");
  }

  @Test
  void aPassageBeginsWithTheLastSentenceOfTheOneBefore() {
    List<TiePassage> passages = passages(FILLER.repeat(40));
    TiePassage.Part before = passages.get(0).parts().get(1);
    TiePassage.Part behind = passages.get(1).parts().get(1);
    FieldWords words = behind.field();
    assertThat(behind.from()).isLessThan(before.to());
    assertThat(words.sentenceAt(behind.from())).isEqualTo(words.sentenceAt(before.to() - 1));
  }

  @Test
  void aSentenceWithoutEndIsCut() {
    List<TiePassage> passages = passages("word ".repeat(1000));
    assertThat(passages).allMatch(passage -> passage.parts().get(1).to() > 0).hasSize(7);
  }

  @Test
  void aCoupleStandsWithinASentenceOrInAdjoiningOnes() {
    String text = "OpenAI grew. Oracle shrank. Nobody knew why. AMD was silent.";
    TiePassage passage = passages(text).get(0);
    assertThat(passage.couples()).containsOnlyKeys(OrganisationPair.of("openai", "oracle"));
  }

  private static List<TiePassage> passages(String text) {
    NamedText told = NamedText.of(text);
    return TiePassage.of(told.document(), told.mentions());
  }
}
