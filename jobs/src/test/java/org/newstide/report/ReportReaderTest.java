package org.newstide.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.PlantedLake;
import org.newstide.SparkExtension;
import org.newstide.article.IsoWeek;
import org.newstide.catalog.Catalog;
import org.newstide.config.TrendsConfig;
import org.newstide.shift.ShiftFindings;
import org.newstide.shift.ShiftQuestion;
import org.newstide.table.PublishedTables;

@ExtendWith(SparkExtension.class)
class ReportReaderTest {
  private static final Catalog CATALOG =
      Catalog.load(Path.of(System.getProperty("newstide.root"), "conf/catalog"));

  @TempDir static Path folder;
  private static ReportReader reader;
  private static ReportData data;

  @BeforeAll
  static void readPlantedLake(SparkSession spark) {
    PlantedLake.write(spark, folder);
    reader =
        new ReportReader(
            PublishedTables.of(spark, folder.toString()), CATALOG, new TrendsConfig(5, 3, 8));
    data =
        reader.read(
            Optional.empty(),
            Optional.empty(),
            52,
            Optional.of(
                new ShiftQuestion(
                    ShiftQuestion.Party.of(CATALOG, "microsoft"),
                    ShiftQuestion.Party.of(CATALOG, "amazon"),
                    ShiftQuestion.Party.of(CATALOG, "openai"),
                    Optional.empty(),
                    Optional.empty())));
  }

  @Test
  void weeksCarryTheirDenominatorsAndWhetherTheyMayChange() {
    assertThat(data.weeks()).hasSize(16);
    assertThat(data.weeks().get(0))
        .isEqualTo(new ReportData.Week("2024-W01", "2024-01-01", false, 32, 28, 20));
    assertThat(data.weeks().get(15).provisional()).isTrue();
  }

  @Test
  void organisationsComeByNameWithTheirWeeklyStoriesMostNamedFirst() {
    assertThat(data.entities())
        .extracting(ReportData.Entity::name)
        .containsExactly("OpenAI", "Amazon", "Microsoft");
    ReportData.Entity amazon = data.entities().get(1);
    assertThat(amazon.categories()).containsExactly("ai_partner", "cloud_provider");
    assertThat(amazon.stories()).startsWith(6L, 6L).endsWith(14L, 14L);
    assertThat(amazon.balanced().get("cloud_provider")).containsOnly(2500);
  }

  @Test
  void toneIsComputedOverSingleWeeksAndPooled() {
    ReportData.Entity amazon = data.entities().get(1);
    assertThat(amazon.tones().get(1).mean()).startsWith(200).endsWith(600);
    // four weeks up to the ninth: 18 stories of 0.2 and 14 of 0.6
    assertThat(amazon.tones().get(4).mean().get(8)).isEqualTo(375);
    assertThat(amazon.tones().get(4).stories().get(8)).isEqualTo(32);
  }

  /** W02 to W13 lie before: seven weeks of 6 stories of 0.2, five of 14 of 0.6. */
  @Test
  void pointsReachBackToTheWeeksBeforeTheReport() {
    ReportData late = read("2024-W14", "2024-W16");
    assertThat(late.weeks()).extracting(ReportData.Week::label).startsWith("2024-W14").hasSize(3);
    assertThat(late.earlierWeeks()).isEqualTo(12);
    ReportData.Entity amazon = late.entities().get(1);
    assertThat(amazon.stories()).containsExactly(14L, 14L, 14L);
    assertThat(amazon.earlier().stories()).hasSize(12).startsWith(6L).endsWith(14L);
    assertThat(amazon.earlier().balanced().get("cloud_provider")).hasSize(12).containsOnly(2500);
    assertThat(amazon.tones().get(13).stories()).containsExactly(126L, 134L, 142L);
    // (42 * 0.2 + 84 * 0.6) / 126
    assertThat(amazon.tones().get(13).mean()).startsWith(467);
    assertThat(amazon.tones().get(1).mean()).containsExactly(600, 600, 600);
  }

  @Test
  void pointsReachBackNoFurtherThanTheLakeDoes() {
    ReportData early = read("2024-W02", "2024-W16");
    assertThat(early.earlierWeeks()).isEqualTo(1);
    assertThat(early.entities().get(1).tones().get(13).stories())
        .hasSize(15)
        .startsWith(null, null)
        .satisfies(counts -> assertThat(counts.indexOf(118L)).as("2024-W13").isEqualTo(11));
    assertThat(data.earlierWeeks()).isZero();
  }

  @Test
  void spikesNameTheirStoriesAndWhatWasTypical() {
    assertThat(data.spikes()).hasSize(1);
    ReportData.Spike spike = data.spikes().get(0);
    assertThat(spike.organisation()).isEqualTo("amazon");
    assertThat(spike.typical()).isEqualTo(6);
    assertThat(spike.top()).hasSize(3);
    assertThat(spike.top().get(0).title()).isEqualTo(PlantedLake.HOSTILE);
    assertThat(spike.top().get(0).origin()).isEqualTo(new ReportData.Origin("wire", null));
  }

  @Test
  void aStatedCloudShareStandsBesideTheShareOfVoiceOfItsPeriod() {
    assertThat(data.stated()).hasSize(1);
    ReportData.Stated stated = data.stated().get(0);
    // the thirteen Mondays of the quarter: 8 weeks of 6 and 5 of 14 in 20 stories each
    assertThat(stated.voice()).isEqualTo(45.4);
    assertThat(stated.voiceWeeks()).isEqualTo(13);
  }

  @Test
  void evidenceHoldsHostileTextsAsTheyAreAndNoHostileAddress() {
    assertThat(data.evidence())
        .isNotEmpty()
        .allSatisfy(
            item -> {
              assertThat(item.sentence()).startsWith(PlantedLake.HOSTILE);
              assertThat(item.origin().url())
                  .satisfiesAnyOf(
                      url -> assertThat(url).isNull(),
                      url -> assertThat(url).startsWith("https://"));
            });
    assertThat(ReportPage.json(data)).contains("onerror=alert(1)").doesNotContain("<");
  }

  @Test
  void notesCountWhatWasReadAndNameWhomNobodyNames() {
    assertThat(data.notes().quarantined()).containsEntry("EMPTY_TEXT", 32L);
    assertThat(data.notes().models()).containsEntry("linear", 640L);
    assertThat(data.notes().spikeWeeks()).isEqualTo(8);
    assertThat(data.notes().neverNamed()).contains("Oracle").doesNotContain("Amazon");
  }

  @Test
  void theAnswerToTheShiftComesAlong() {
    ShiftFindings shift = data.shifts().get(0);
    assertThat(shift.figures().get(0).step().get(0).week()).isEqualTo("2024-W09");
    assertThat(shift.evidence())
        .extracting(ShiftFindings.Sentence::url)
        .contains("https://example.org/a8-1")
        .doesNotContain("javascript:alert(1)");
  }

  @Test
  void oneWeekIsAReportToo() {
    ReportData one = read("2024-W10", "2024-W10");
    assertThat(one.weeks()).hasSize(1);
    assertThat(one.entities().get(0).stories()).containsExactly(20L);
    assertThat(one.shifts()).isEmpty();
  }

  private static ReportData read(String from, String to) {
    return reader.read(
        Optional.of(IsoWeek.parse(from)), Optional.of(IsoWeek.parse(to)), 52, Optional.empty());
  }

  @Test
  void anEmptyOrMissingLakeIsSaidAndNotCreated(SparkSession spark) {
    Path missing = folder.resolve("nowhere");
    assertThatThrownBy(() -> PublishedTables.of(spark, missing.toString()))
        .hasMessage(
            "LAKE_EMPTY: %1$s: no week has been published here. Point --lake at the folder of the"
                    .formatted(missing)
                + " tables, or fill it first: newstide run --lake %s.".formatted(missing));
    assertThat(Files.exists(missing)).isFalse();
  }

  @Test
  void anUnknownOrganisationIsNamedWithTheNearestKnownOne() {
    assertThatThrownBy(() -> ShiftQuestion.Party.of(CATALOG, "amazone"))
        .hasMessage(
            "UNKNOWN_ORGANISATION: 'amazone' is no organisation of the catalog. Did you mean amazon?"
                + " The catalog holds all names.");
    assertThatThrownBy(() -> ShiftQuestion.Party.of(CATALOG, "aws"))
        .hasMessageContaining("Ask for its organisation, amazon");
  }
}
