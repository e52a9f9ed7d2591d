package org.newstide.config;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newstide.ExitCode;
import org.newstide.NewstideException;

class NewstideConfigTest {
  private static final String SMALLEST =
      """
      lake.path = "lake"
      inputs = [{
        name = feeds
        format = parquet
        path = ${corpus.path}"/feeds"
        columns { published_at = published, title = title }
      }]
      """;

  @TempDir private Path folder;

  @Test
  void absentKeysTakeTheirDefaults() throws IOException {
    NewstideConfig config = load(SMALLEST, Map.of("corpus.path", "news"));

    assertThat(config.inputs())
        .containsExactly(
            new InputConfig(
                "feeds",
                InputConfig.Format.PARQUET,
                "news/feeds",
                new InputConfig.Columns(
                    Optional.empty(),
                    Optional.empty(),
                    "published",
                    "title",
                    Optional.empty(),
                    Optional.empty()),
                List.of(),
                ZoneOffset.UTC,
                Optional.empty()));
    assertThat(config.ingest())
        .isEqualTo(new IngestConfig(10_485_760, Optional.empty(), LocalDate.of(1990, 1, 1), 2));
    assertThat(config.trends()).isEqualTo(new TrendsConfig(5, 3, 8));
    assertThat(config.sentiment().engine()).isEqualTo(SentimentConfig.Engine.CASCADE);
  }

  @Test
  void everyProblemIsReportedAtOnceWithItsLineAndTheNearestName() {
    String broken =
        """
        lake.path = 5
        inputs = [{
          name = feeds
          format = parqet
          path = ${corpus.path}
          columns { titel = title, published_at = published }
        }]
        stories { window_day = 7 }
        trends.min_stories = 0
        ingest.earliest = yesterday
        """;

    assertThatThrownBy(() -> load(broken, Map.of("stories.min_similarity", "high")))
        .isInstanceOfSatisfying(
            NewstideException.class,
            e -> {
              assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE_OR_CONFIG);
              assertThat(e.code()).isEqualTo("CONFIG_INVALID");
            })
        .message()
        .contains(
            "9 problems",
            "my.conf:5: corpus.path: is not set; give it with --set",
            "my.conf:1: lake.path: must be a text that is not blank",
            "my.conf:4: inputs[0].format: must be one of parquet, delta, json; did you mean"
                + " parquet?",
            "my.conf:6: inputs[0].columns.title: is missing",
            "my.conf:6: inputs[0].columns.titel: unknown key; did you mean"
                + " inputs[0].columns.title?",
            "my.conf:10: ingest.earliest: must be a day such as 2026-10-05",
            "my.conf:8: stories.window_day: unknown key; did you mean" + " stories.window_days?",
            "--set stories.min_similarity: stories.min_similarity: must be a number from 0 to 1",
            "my.conf:9: trends.min_stories: must be a whole number from 2 to 1000");
  }

  @Test
  void sentimentEnginesAndWhatTheCascadeGivesAwayAreChecked() throws IOException {
    String broken =
        SMALLEST
            + """
            sentiment {
              engine = spark-npl
              cascade { margin = 1.5, budget = 0, bugdet = 9 }
            }
            """;

    assertThatThrownBy(() -> load(broken, Map.of("corpus.path", "news")))
        .message()
        .contains(
            "4 problems",
            "my.conf:9: sentiment.engine: must be one of linear, spark-nlp, cascade; did you mean"
                + " spark-nlp?",
            "my.conf:10: sentiment.cascade.margin: must be a number from 0 to 1",
            "my.conf:10: sentiment.cascade.budget: must be a whole number from 1 to 1000000",
            "my.conf:10: sentiment.cascade.bugdet: unknown key; did you mean"
                + " sentiment.cascade.budget?");
    assertThat(
            load(SMALLEST, Map.of("corpus.path", "news", "sentiment.engine", "spark-nlp"))
                .sentiment()
                .engine())
        .isEqualTo(SentimentConfig.Engine.SPARK_NLP);
  }

  @Test
  void aCorpusThatNoInputReadsIsAnError() {
    String without = SMALLEST.replace("${corpus.path}\"/feeds\"", "\"elsewhere\"");
    assertThatThrownBy(() -> load(without, Map.of("corpus.path", "news")))
        .hasMessageContaining("corpus.path: no input of this configuration reads it");
  }

  @Test
  void misspeltOverrideIsRefusedLikeAMisspeltKey() {
    assertThatThrownBy(
            () -> load(SMALLEST, Map.of("corpus.path", "news", "trends.min_storys", "3")))
        .hasMessageContaining(
            "--set trends.min_storys: trends.min_storys: unknown key; did you mean"
                + " trends.min_stories?");
  }

  @ParameterizedTest
  @CsvSource({
    "corpus.pth, corpus.path",
    "corpsu.path, corpus",
    "lake.pth, lake.path",
    "window_days, stories.window_days",
    "trends.window_days, stories.window_days",
    "trends.spike_week, trends.spike_weeks",
    "cascade.budget, sentiment.cascade",
    "story.window_days, stories",
  })
  void aHintIsAWholeKeyOfTheSameSectionBeforeOthers(String misspelt, String meant) {
    assertThatThrownBy(() -> load(SMALLEST, Map.of("corpus.path", "news", misspelt, "3")))
        .hasMessageContaining("unknown key; did you mean " + meant + "?");
  }

  @Test
  void aSubstitutionThatIsNoKeyIsTold() {
    String misspelt = SMALLEST.replace("${corpus.path}", "${corpus.pth}");
    assertThatThrownBy(() -> load(misspelt, Map.of()))
        .hasMessageContaining(
            "my.conf:5: corpus.pth: is neither a key nor an environment variable that is set; did"
                + " you mean corpus.path?");
  }

  @Test
  void overrideWinsOverTheFileAndMayBeAList() throws IOException {
    NewstideConfig config =
        load(
            SMALLEST,
            Map.of(
                "lake.path",
                "elsewhere",
                "inputs",
                "[{name = a, format = json, path = b.jsonl,"
                    + " columns {published_at = date, title = head}}]"));

    assertThat(config.lakePath()).isEqualTo("elsewhere");
    assertThat(config.inputs()).extracting(InputConfig::path).containsExactly("b.jsonl");
  }

  @Test
  void aMissingKeyStandsInNoFile() {
    String without =
        SMALLEST.lines().filter(line -> !line.contains("lake.path")).collect(joining("\n"));
    assertThatThrownBy(() -> load(without, Map.of("corpus.path", "news")))
        .hasMessageContaining("1 problem\n  lake.path: is missing");
  }

  @Test
  void oneKeyOfAnInputCannotBeOverridden() {
    assertThatThrownBy(() -> load(SMALLEST, Map.of("inputs.0.path", "news")))
        .hasMessageContaining("--set inputs.0.path: inputs: must be a list");
  }

  @Test
  void valuesNeverStandInErrors() {
    String leaky =
        """
        lake.path = "s3a://key:hunter2@bucket/lake"
        inputs = hunter2
        stories.window_days = hunter2
        hunter = hunter2
        """;

    assertThatThrownBy(() -> load(leaky, Map.of("sentiment.engine", "hunter2")))
        .message()
        .contains("lake.path: must hold no password", "my.conf:2: inputs: must be a list")
        .doesNotContain("hunter2");
    assertThatThrownBy(() -> load("lake { path = } hunter2 :", Map.of()))
        .hasMessageContaining("my.conf:1: no valid HOCON at or before this line")
        .hasMessageNotContaining("hunter2")
        .hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3a://AKIA:ab/cd@bucket/x",
        "s3a://AKIA:12/cd@bucket/x",
        "s3a://AKIA:/ab@bucket",
        "s3a://AKIA:ab@bucket",
        "hdfs://user:12@host:9000/x",
        "ftp://user:ab/cd/ef@host/x"
      })
  void aSecretInAPathIsRefusedWhateverItHolds(String path) {
    assertThatThrownBy(() -> load(SMALLEST, Map.of("corpus.path", "news", "lake.path", path)))
        .hasMessageContaining("lake.path: must hold no password")
        .hasMessageNotContaining(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3a://bucket/a@b/x",
        "s3a://bucket/a:b@c",
        "/data/a@b",
        "/data/a:b@c",
        "file:///data/a:b@c",
        "hdfs://host:9000/a@b",
        "abfss://container@account.dfs.core.windows.net/a:b@c"
      })
  void anAtSignBehindNoSecretIsPartOfAPath(String path) throws IOException {
    assertThat(load(SMALLEST, Map.of("corpus.path", "news", "lake.path", path)).lakePath())
        .isEqualTo(path);
  }

  @Test
  void hashFollowsWhatDecidesTheOutputAndIgnoresPlaces() throws IOException {
    String hash = load(SMALLEST, Map.of("corpus.path", "news")).hash();

    assertThat(load(SMALLEST, Map.of("corpus.path", "moved", "lake.path", "moved")).hash())
        .isEqualTo(hash)
        .matches("[0-9a-f]{64}");
    for (Map<String, String> other :
        List.of(
            Map.of("trends.min_stories", "6"),
            Map.of("sentiment.cascade.margin", "0.4"),
            Map.of("ingest.as_of", "2026-10-05"))) {
      Map<String, String> set = new HashMap<>(other);
      set.put("corpus.path", "news");
      assertThat(load(SMALLEST, set).hash()).isNotEqualTo(hash);
    }
  }

  @Test
  void hashIgnoresWhereModelsLieSinceTheirContentsAreHashed() throws IOException {
    Map<String, String> shipped = Map.of("corpus.path", "news");
    Map<String, String> moved =
        Map.of(
            "corpus.path", "news", "sentiment.model", "moved.gz", "sentiment.encoder", "elsewhere");

    assertThat(load(SMALLEST, moved).hash()).isEqualTo(load(SMALLEST, shipped).hash());
  }

  @Test
  void hashIsOfSettingsHoweverTheyAreWritten() throws IOException {
    Map<String, String> plain = Map.of("corpus.path", "news", "trends.min_stories", "5");
    Map<String, String> odd = Map.of("corpus.path", "news", "trends.min_stories", "05");

    assertThat(load(SMALLEST, odd).hash()).isEqualTo(load(SMALLEST, plain).hash());
  }

  @Test
  void missingFileIsNamed() {
    assertThatThrownBy(() -> NewstideConfig.load(folder.resolve("absent.conf"), Map.of()))
        .hasMessageContaining("absent.conf: the configuration file cannot be read");
  }

  private NewstideConfig load(String text, Map<String, String> overrides) throws IOException {
    Path file = Files.writeString(folder.resolve("my.conf"), text);
    return NewstideConfig.load(file, overrides);
  }
}
