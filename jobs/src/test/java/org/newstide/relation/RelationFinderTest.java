package org.newstide.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class RelationFinderTest {
  private static final RelationFinder FINDER = new RelationFinder();

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/relation/cases.csv",
      delimiter = '|',
      numLinesToSkip = 1,
      emptyValue = "")
  void findsTheStatedTie(String description, String text, String expected) {
    assertThat(told(text)).as(description).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void theInvestorActs() {
    assertThat(actorIn("Amazon invested in Anthropic last spring.")).contains("amazon");
  }

  @Test
  void theOneBehindByActs() {
    assertThat(actorIn("OpenAI was sued by xAI over trade secrets.")).contains("xai");
  }

  @Test
  void aPairThatIsToldTwiceIsOneRelation() {
    NamedText told =
        NamedText.of("OpenAI partners with Oracle. Oracle signed a deal with OpenAI for servers.");
    assertThat(FINDER.find(told.document(), told.mentions())).hasSize(1);
  }

  @Test
  void theEvidenceIsTheSentenceThatTellsTheTie() {
    NamedText told = NamedText.of("It was a long week. OpenAI partners with Oracle.");
    Relation relation = FINDER.find(told.document(), told.mentions()).get(0);
    assertThat(told.document().textOf(relation.field(), relation.evidence()))
        .isEqualTo("OpenAI partners with Oracle.");
  }

  @Test
  void aListOfAThousandNamesTakesLinearTime() {
    NamedText told = NamedText.of("OpenAI, Oracle, AMD, Nvidia, ".repeat(5000));
    assertThat(FINDER.find(told.document(), told.mentions())).hasSizeLessThanOrEqualTo(6);
  }

  private static Optional<String> actorIn(String text) {
    NamedText told = NamedText.of(text);
    return FINDER.find(told.document(), told.mentions()).get(0).actor();
  }

  private static String told(String text) {
    NamedText named = NamedText.of(text);
    List<Relation> relations = FINDER.find(named.document(), named.mentions());
    return relations.stream()
        .map(
            relation ->
                String.join(
                    " ",
                    relation.organisationA(),
                    relation.organisationB(),
                    relation.type().label(),
                    relation.polarity().label()))
        .collect(Collectors.joining("; "));
  }
}
