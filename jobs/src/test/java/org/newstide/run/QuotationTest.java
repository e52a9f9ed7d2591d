package org.newstide.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.newstide.article.Sentence;

class QuotationTest {
  @Test
  void aNameBetweenQuotationMarksIsQuoted() {
    assertThat(isQuoted("She said \"Oracle will win\" on Monday.", "Oracle")).isTrue();
    assertThat(isQuoted("She said \u201cOracle will win\u201d on Monday.", "Oracle")).isTrue();
  }

  @Test
  void aNameOutsideOrBehindThemIsNot() {
    assertThat(isQuoted("\"We will win\", Oracle said.", "Oracle")).isFalse();
    assertThat(isQuoted("Oracle said \"we will win\".", "Oracle")).isFalse();
  }

  private static boolean isQuoted(String text, String name) {
    return Quotation.isQuoted(text, new Sentence(0, text.length()), text.indexOf(name));
  }
}
