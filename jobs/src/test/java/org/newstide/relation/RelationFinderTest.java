package org.newstide.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  /** Every name with every other would be 200 million couples. */
  @Test
  void aListOfTwentyThousandNamesTakesLinearTime() {
    NamedText told = NamedText.of("OpenAI, Oracle, AMD, Nvidia, ".repeat(5000));
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThat(FINDER.find(told.document(), told.mentions()))
                .extracting(Relation::organisationA, Relation::organisationB)
                .doesNotHaveDuplicates());
  }

  /** Each two of the title's names anew in each passage would be 1.2 million pairs. */
  @Test
  void aTitleOfManyNamesOverALongTextTakesLinearTime() {
    Map<String, String> names =
        IntStream.range(10, 43).boxed().collect(Collectors.toMap(i -> "Org" + i, i -> "org-" + i));
    String sentence = "The weather in the valley stayed calm and the harvest came in on time. ";
    String text = sentence.repeat(27_000) + "Org10 invested in Org11 last spring.";
    NamedText told = NamedText.of(String.join(", ", names.keySet()), text, names);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThat(FINDER.find(told.document(), told.mentions()))
                .anySatisfy(
                    tie ->
                        assertThat(List.of(tie.organisationA(), tie.organisationB()))
                            .containsExactly("org-10", "org-11")));
  }

  @Test
  void aTieLateInALongArticleIsFound() {
    String filler = "The weather in the valley stayed calm and the harvest came in on time. ";
    NamedText told = NamedText.of(filler.repeat(60) + "Amazon invested in Anthropic last spring.");
    Relation relation = FINDER.find(told.document(), told.mentions()).get(0);
    assertThat(told.document().textOf(relation.field(), relation.evidence()))
        .isEqualTo("Amazon invested in Anthropic last spring.");
  }

  @Test
  void anAmountIsReadAlikeWithItsUnitGluedAndApart() {
    assertThat(confidenceIn("Amazon puts $2bn into Anthropic."))
        .isCloseTo(confidenceIn("Amazon puts $2 billion into Anthropic."), within(0.02));
  }

  private static double confidenceIn(String text) {
    NamedText told = NamedText.of(text);
    return FINDER.find(told.document(), told.mentions()).get(0).confidence();
  }

  @Test
  void confidenceIsAProbability() {
    NamedText told = NamedText.of("xAI sued OpenAI over trade secrets.");
    assertThat(FINDER.find(told.document(), told.mentions()).get(0).confidence())
        .isBetween(0.25, 1.0);
  }

  @Test
  void aCopySentToAnotherMachineFindsTheSame() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(FINDER);
    }
    NamedText told = NamedText.of("Anthropic is a rival of OpenAI, and Google invests in it.");
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      RelationFinder copy = (RelationFinder) in.readObject();
      assertThat(copy.find(told.document(), told.mentions()))
          .isNotEmpty()
          .isEqualTo(FINDER.find(told.document(), told.mentions()));
    }
  }

  @Test
  void manyThreadsFindTheSame() {
    NamedText told = NamedText.of("Anthropic is a rival of OpenAI, and Google invests in it.");
    List<Relation> alone = FINDER.find(told.document(), told.mentions());
    assertThat(
            IntStream.range(0, 500)
                .parallel()
                .mapToObj(i -> FINDER.find(told.document(), told.mentions())))
        .allSatisfy(found -> assertThat(found).isEqualTo(alone));
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
