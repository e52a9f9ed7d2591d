package org.newstide.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationTest {
  @Test
  void aNameBetweenQuotationMarksIsQuoted() {
    assertThat(quoted("She said \"Oracle will win\" on Monday.")).containsExactly("Oracle");
    assertThat(quoted("She said \u201cOracle will win\u201d on Monday.")).containsExactly("Oracle");
    assertThat(quoted("She said:\"Oracle will win\"-and it did.")).containsExactly("Oracle");
    assertThat(quoted("She said \" Oracle will win \" on Monday.")).containsExactly("Oracle");
  }

  @Test
  void aNameOutsideOrBehindThemIsNot() {
    assertThat(quoted("\"We will win\", Oracle said.")).isEmpty();
    assertThat(quoted("Oracle said \"we will win\".")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"It was hard. We left Azure,\" said Jane, who joined Google.",
        "\u201cIt was hard. We left Azure,\u201d said Jane, who joined Google.",
        "\"Hard\u2014\" she said of Google. \"It was. We left Azure.\" Google said nothing."
      })
  void aQuotationOfSeveralSentencesIsQuotedToItsEnd(String text) {
    assertThat(quoted(text)).containsExactly("Azure");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"It was hard.\n\"We left Azure.\" Google said nothing.",
        "\u201cIt was hard.\n\u201cWe left Azure.\u201d Google said nothing.",
        "\"It was hard.\nGoogle said: \"We left Azure.\""
      })
  void aParagraphBeginsAnewWhereTheOneBeforeIsLeftOpen(String text) {
    assertThat(quoted(text)).containsExactly("Azure");
  }

  @Test
  void aMarkThatClosesNothingTurnsNothingRound() {
    assertThat(quoted("The 15\" screen runs on Google. \"We left Azure,\" she said at Google."))
        .containsExactly("Azure");
  }

  @Test
  void aMarkBehindTheGapThatATagLeftCloses() {
    assertThat(quoted("\"We chose Azure \", said Jane of Google.")).containsExactly("Azure");
    assertThat(quoted("\"We chose Azure \". Google did not.")).containsExactly("Azure");
  }

  /** Which of the names' places stand in quotations, in the order of the text. */
  private static List<String> quoted(String text) {
    Quotation quotation = Quotation.in(text);
    return Pattern.compile("Oracle|Azure|Google")
        .matcher(text)
        .results()
        .filter(name -> quotation.isQuoted(name.start()))
        .map(MatchResult::group)
        .toList();
  }
}
