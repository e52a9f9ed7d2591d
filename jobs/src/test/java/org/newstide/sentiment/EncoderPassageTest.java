package org.newstide.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.newstide.article.Document;
import org.newstide.article.Field;

class EncoderPassageTest {
  private static final String FILLER =
      "The weather stayed mild and the harbour was calm. ".repeat(12);

  @Test
  void aShortArticleIsReadWhole() {
    EncoderPassage passage = passage("Orion wins", "A deal was signed. Vega lost it.", "Vega");

    assertThat(passage.text()).isEqualTo("Orion wins. A deal was signed. Vega lost it.");
  }

  @Test
  void aTitleThatEndsASentenceGetsNoSecondStop() {
    assertThat(passage("Is Orion late?", "It is.", "It").text()).isEqualTo("Is Orion late? It is.");
  }

  @Test
  void aHeadlineAloneIsToldFromArticlesAndSentences() {
    assertThat(passage("", "Vega wins a deal", "Vega").isHeadline()).isTrue();
    assertThat(passage("", "Vega has won a deal.", "Vega").isHeadline()).isFalse();
    assertThat(passage("Markets", "Vega wins a deal", "Vega").isHeadline()).isFalse();
  }

  @Test
  void ofALongArticleOnlySentencesThatNameSomebodyAreRead() {
    String text = FILLER + "Vega fell by a tenth. " + FILLER + "Orion rose. " + FILLER;

    assertThat(passage("Markets", text, "Vega", "Orion").text())
        .isEqualTo("Markets. Vega fell by a tenth. Orion rose.");
  }

  @Test
  void aTargetIsFoundAgainAtItsPlaceInThePassage() {
    String text = FILLER + "On Monday Vega fell. " + FILLER;
    Target target = target(text, "Vega");
    EncoderPassage passage = EncoderPassage.of(document("Markets", text), List.of(target));

    EncoderPassage.Span span = passage.span(target).orElseThrow();

    assertThat(passage.text().substring(span.start(), span.end())).isEqualTo("Vega");
  }

  @Test
  void whatDoesNotFitIsLeftOutAndItsTargetHasNoPlace() {
    List<Target> targets = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      int start = text.length();
      text.append("Company").append(i).append(" met its customers in the old town hall. ");
      targets.add(new Target(Field.TEXT, start, start + 8));
    }
    EncoderPassage passage = EncoderPassage.of(document("Markets", text.toString()), targets);

    assertThat(EncoderPassage.wordPieces(passage.text())).isLessThanOrEqualTo(140);
    assertThat(passage.span(targets.get(0))).isPresent();
    assertThat(passage.span(targets.get(39))).isEmpty();
  }

  @Test
  void ofASentenceWithoutEndOnlyWhatStandsAroundTheTargetIsRead() {
    String list = "item, ".repeat(300);
    EncoderPassage passage = passage("", list + "Vega lost the case, " + list, "Vega");

    assertThat(passage.text()).contains("Vega lost the case").hasSizeLessThan(520);
  }

  private static EncoderPassage passage(String title, String text, String... names) {
    List<Target> targets = new ArrayList<>();
    for (String name : names) {
      targets.add(target(text, name));
    }
    return EncoderPassage.of(document(title, text), targets);
  }

  private static Target target(String text, String name) {
    int start = text.indexOf(name);
    return new Target(Field.TEXT, start, start + name.length());
  }

  private static Document document(String title, String text) {
    return new Document(title, text, Optional.empty());
  }
}
