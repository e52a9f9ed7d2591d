package org.newstide.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.Millionths;
import org.newstide.PlantedLake;
import org.newstide.SparkExtension;
import org.newstide.article.IsoWeek;
import org.newstide.catalog.Catalog;
import org.newstide.shift.ShiftQuestion.Party;
import org.newstide.table.LakeTable;
import org.newstide.table.PublishedTables;
import org.newstide.trend.StoryReadings;

@ExtendWith(SparkExtension.class)
class ShiftReaderTest {
  private static final Catalog CATALOG =
      Catalog.load(Path.of(System.getProperty("newstide.root"), "conf/catalog"));

  @TempDir static Path folder;
  private static PublishedTables tables;

  @BeforeAll
  static void plant(SparkSession spark) {
    PlantedLake.write(spark, folder);
    tables = PublishedTables.of(spark, folder.toString());
  }

  @Test
  void findsThePlantedMoveInEveryFigureAndItsWeek() {
    ShiftFindings findings = ask("microsoft", "amazon", "openai");

    assertThat(findings.figures())
        .hasSize(4)
        .allSatisfy(
            figure -> {
              assertThat(figure.step().get(0).isFinding()).as(figure.name()).isTrue();
              assertThat(figure.step().get(0).week()).as(figure.name()).isEqualTo("2024-W09");
            });
    ShiftFindings.Step attention = findings.figures().get(0).step().get(0);
    assertThat(attention.before()).isCloseTo(0.3, offset(1e-6));
    assertThat(attention.after()).isCloseTo(0.7, offset(1e-6));
    assertThat(attention.within())
        .as("the mix of wire and blog never changes")
        .isCloseTo(0.4, offset(1e-6));
    assertThat(attention.mix()).isCloseTo(0, offset(1e-6));
    assertThat(findings.figures().get(2).step().get(0).after())
        .as("tone")
        .isCloseTo(0.4, offset(1e-6));
  }

  /** Both read stories in whole millionths, so the tones agree to the last digit. */
  @Test
  void theToneOfAWeekIsThatOfTheWeeklyTables() {
    Map<String, Double> net = new HashMap<>();
    StoryReadings.perEntity(tables.rows(LakeTable.MENTIONS).where("week_start = DATE '2024-02-26'"))
        .where("level = 'organisation'")
        .collectAsList()
        .forEach(
            row ->
                net.put(
                    row.getAs("entity_id"),
                    row.<Long>getAs("d") / 1e6 / row.<Long>getAs("stories")));

    ShiftFindings findings = ask("microsoft", "amazon", "openai");

    assertThat(findings.figures().get(2).values().get(findings.weeks().indexOf("2024-W09")))
        .isEqualTo(Millionths.rounded(net.get("amazon") - net.get("microsoft")));
  }

  @Test
  void restsOnTenSentencesOfBothDirections() {
    ShiftFindings findings = ask("microsoft", "amazon", "openai");
    assertThat(findings.evidence()).hasSize(10);
    assertThat(findings.evidence()).filteredOn(ShiftFindings.Sentence::speaksFor).hasSize(5);
    assertThat(findings.evidence())
        .filteredOn(ShiftFindings.Sentence::speaksFor)
        .allSatisfy(sentence -> assertThat(sentence.side()).isEqualTo("amazon"));
    assertThat(findings.evidence())
        .extracting(ShiftFindings.Sentence::kind)
        .containsOnly("partnership");
  }

  @Test
  void whereTiesAreFewSentencesThatNameBothFillUp() {
    // In the last eight weeks only Amazon has ties with OpenAI, in the first of them two.
    ShiftFindings findings =
        ask("microsoft", "amazon", "openai", IsoWeek.parse("2024-W09"), IsoWeek.parse("2024-W09"));
    assertThat(findings.evidence()).hasSize(10);
    assertThat(findings.evidence().subList(0, 2))
        .allSatisfy(sentence -> assertThat(sentence.kind()).isEqualTo("partnership"));
    assertThat(findings.evidence().subList(2, 10))
        .allSatisfy(sentence -> assertThat(sentence.kind()).isEqualTo("named together"));
    assertThat(findings.evidence().subList(2, 10))
        .filteredOn(ShiftFindings.Sentence::speaksFor)
        .hasSize(4)
        .allSatisfy(sentence -> assertThat(sentence.side()).isEqualTo("amazon"));
  }

  @Test
  void theOppositeQuestionFindsTheSameWeekAndTheOppositeMove() {
    ShiftFindings.Step attention =
        ask("amazon", "microsoft", "openai").figures().get(0).step().get(0);
    assertThat(attention.week()).isEqualTo("2024-W09");
    assertThat(attention.after() - attention.before()).isCloseTo(-0.4, offset(1e-6));
  }

  @Test
  void saysNothingOfAPartnerThatIsNeverNamed() {
    ShiftFindings findings = ask("microsoft", "amazon", "anthropic");
    assertThat(findings.figures().get(1).step()).as("attention beside the partner").isEmpty();
    assertThat(findings.figures().get(3).step()).as("alliance").isEmpty();
    assertThat(findings.evidence()).isEmpty();
  }

  private static ShiftFindings ask(String from, String to, String partner, IsoWeek... weeks) {
    return new ShiftReader(
            tables,
            new ShiftQuestion(
                Party.of(CATALOG, from),
                Party.of(CATALOG, to),
                Party.of(CATALOG, partner),
                Arrays.stream(weeks).findFirst(),
                Arrays.stream(weeks).skip(1).findFirst()))
        .findings();
  }
}
