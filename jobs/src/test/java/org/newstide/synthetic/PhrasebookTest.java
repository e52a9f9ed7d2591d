package org.newstide.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.newstide.article.Document;
import org.newstide.catalog.Catalog;
import org.newstide.mention.MentionFinder;
import org.newstide.sentiment.Label;
import org.newstide.synthetic.Phrasebook.Place;

class PhrasebookTest {
  private static final Catalog CATALOG =
      Catalog.load(Path.of(System.getProperty("newstide.root"), "conf", "catalog"));

  private final Phrasebook phrases = Phrasebook.bundled();
  private final MentionFinder finder = new MentionFinder(CATALOG);

  @Test
  void everySentenceWithAToneNamesItsOrganisationOnce() {
    for (Place place : Place.values()) {
      for (Label tone : Label.values()) {
        assertThat(phrases.of(place, tone))
            .as(place + " " + tone)
            .hasSizeGreaterThan(5)
            .allSatisfy(template -> assertThat(template.names()).isOne());
      }
    }
  }

  @Test
  void noOtherSentenceNamesAnyone() {
    SplittableRandom random = new SplittableRandom(1);
    for (String section :
        List.of(
            "background",
            "credit",
            "noise.title",
            "noise.body",
            "lookalike.title",
            "lookalike.body")) {
      for (Template template : phrases.of(section)) {
        assertThat(template.names()).as(section).isZero();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50; i++) {
          template.append(text, random, "");
          text.append(' ');
        }
        assertThat(finder.find(document("", text.toString())).mentions())
            .as(text.toString())
            .isEmpty();
      }
    }
  }

  @Test
  void everyNameOfTheCastIsFoundAsItsEntityInASentence() {
    Cast cast = new Cast(CATALOG, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30));
    assertThat(cast.organisations()).isGreaterThan(30);
    for (Cast.Member member : cast.members()) {
      for (String name : member.names()) {
        assertThat(finder.find(document(name + " opens office in Leeds", "")).mentions())
            .as(name)
            .singleElement()
            .satisfies(found -> assertThat(found.entity().id()).isEqualTo(member.id()));
      }
    }
  }

  private static Document document(String title, String text) {
    return new Document(title, text, Optional.of(LocalDate.of(2024, 3, 1)));
  }
}
