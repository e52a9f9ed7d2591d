package org.newstide.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
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

  /** Which of the names stand in quotations, in the order of the text. */
  private static List<String> quoted(String text) {
    Quotation quotation = Quotation.in(text);
    return Stream.of("Oracle", "Azure", "Google")
        .filter(
            name ->
                text.contains(name)
                    && quotation.isQuoted(text.indexOf(name))
                    && quotation.isQuoted(text.lastIndexOf(name)))
        .toList();
  }
}
