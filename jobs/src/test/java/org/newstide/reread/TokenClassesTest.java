package org.newstide.reread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.newstide.reread.TokenClasses.Token;
import org.newstide.sentiment.EncoderPassage.Span;
import org.newstide.sentiment.Probabilities;

class TokenClassesTest {
  /** "Vega beats Orion": classes of its three tokens. */
  private static final TokenClasses CLASSES =
      new TokenClasses(
          List.of(
              new Token(0, 4, 0.1, 0.1, 0.8),
              new Token(5, 10, 0.3, 0.4, 0.3),
              new Token(11, 16, 0.7, 0.2, 0.1)));

  @Test
  void anOrganisationHasTheClassesOfItsToken() {
    Probabilities orion = CLASSES.judge(List.of(new Span(11, 16))).orElseThrow();

    assertThat(orion.negative()).isCloseTo(0.7, within(1e-9));
    assertThat(orion.positive()).isCloseTo(0.1, within(1e-9));
  }

  @Test
  void twoMentionsGiveTheNormalisedGeometricMean() {
    // sqrt(.1*.7), sqrt(.1*.2), sqrt(.8*.1), divided by their sum
    Probabilities both = CLASSES.judge(List.of(new Span(0, 4), new Span(11, 16))).orElseThrow();

    assertThat(both.negative()).isCloseTo(0.38409, within(1e-4));
    assertThat(both.neutral()).isCloseTo(0.20530, within(1e-4));
    assertThat(both.positive()).isCloseTo(0.41061, within(1e-4));
  }

  @Test
  void aSpanWithoutTokensHasNoClasses() {
    assertThat(CLASSES.judge(List.of(new Span(40, 44)))).isEmpty();
  }
}
