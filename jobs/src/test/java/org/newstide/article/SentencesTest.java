package org.newstide.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
  @Test
  void stopsInARowEndOneSentence() {
    assertThat(texts("Really?! Yes... and so it went. \u201cStop.\u201d He left."))
        .containsExactly("Really?!", "Yes... and so it went.", "\u201cStop.\u201d", "He left.");
  }

  @Test
  void aNameInLowerCaseMayBeginASentenceAndAnotherWordMayNot() {
    assertThat(
            texts(
                "Musk won. xAI sued. Rivals lag! o3 leads. He said no. 5 of the Yahoo! users left,"
                    + " e.g. b2b ones."))
        .containsExactly(
            "Musk won.",
            "xAI sued.",
            "Rivals lag!",
            "o3 leads.",
            "He said no. 5 of the Yahoo! users left, e.g. b2b ones.");
  }

  @Test
  void noAbbreviatesBeforeAFigureAndElsewhereRefuses() {
    assertThat(
            texts(
                "Amazon said no. Microsoft said yes. It ranks No. 1 and No.\u00a02. Why? No. AWS won."))
        .containsExactly(
            "Amazon said no.",
            "Microsoft said yes.",
            "It ranks No. 1 and No.\u00a02.",
            "Why?",
            "No.",
            "AWS won.");
  }

  @Test
  void aLegalFormEndsItsSentenceBeforeAWordThatBeginsOneAndNoneInsideAName() {
    assertThat(
            texts(
                "He left Apple Inc. The firm sued Oracle Corp. It's over. Ask Acme Ltd. However,"
                    + " Nvidia Corp. Chief Executive Jensen Huang met Acme Co. Thereafter Holdings"
                    + " of Tencent Holdings Ltd. in China. Oracle Corp. In Talks With Acme Inc. After"
                    + " Deal"))
        .containsExactly(
            "He left Apple Inc.",
            "The firm sued Oracle Corp.",
            "It's over.",
            "Ask Acme Ltd.",
            "However, Nvidia Corp. Chief Executive Jensen Huang met Acme Co. Thereafter Holdings of"
                + " Tencent Holdings Ltd. in China.",
            "Oracle Corp. In Talks With Acme Inc. After Deal");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "!?", ".\"", "a.", ". ", ". a"})
  void hostileRepeatsTakeLinearTime(String piece) {
    String text = piece.repeat(500_000) + "x";
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Sentences.split(text));
  }

  private static List<String> texts(String text) {
    return Sentences.split(text).stream()
        .map(sentence -> text.substring(sentence.start(), sentence.end()))
        .toList();
  }
}
