package org.newstide.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import scala.Option;

class NewstideCommandTest {
  private static final String ROOT = System.getProperty("newstide.root");

  @TempDir Path folder;

  private record Outcome(int status, String out, String err) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "extract",
        "trends",
        "publish",
        "annotate",
        "compare-truth",
        "score-targets",
        "sql",
        "maintain",
        "check",
        "history",
        "digest",
        "aliases",
        "latest",
        "report",
        "shift",
        "synthesize",
        "train-sentiment",
        "train-relations"
      })
  void everyCommandHelpsWithAnExample(String command) {
    Outcome outcome = execute(command, "--help");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("Example:").contains("newstide " + command);
  }

  @Test
  void anUnknownOptionIsAUsageErrorThatNamesTheNearest() {
    Outcome outcome = execute("run", "--lakes", "x");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith("Unknown options: '--lakes', 'x'")
        .contains("Did you mean --lake?")
        .contains("newstide run --help");
  }

  @Test
  void anUnknownCommandIsAUsageErrorThatNamesTheNearest() {
    Outcome outcome = execute("rnu");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("Did you mean run?").doesNotContain("Exit codes");
  }

  @Test
  void withoutACommandAllAreTold() {
    Outcome outcome = execute();
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("Name a command.").contains("Exit codes");
  }

  @Test
  void aReportThatWouldReplaceAFolderIsRefusedAtOnce() {
    Outcome outcome = execute("report", "--lake", "nowhere", "--out", folder.toString());
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("OUTPUT_UNWRITABLE: ").contains("it is a folder");
  }

  @ParameterizedTest
  @CsvSource({
    "latest, --weeks=0, BAD_WEEKS: --weeks is below 1. Give --weeks 3.",
    "report, --weeks=-1, BAD_WEEKS: --weeks is below 1. Give --weeks 52.",
    "aliases, --examples=-1, BAD_EXAMPLES: --examples is below 0. Give --examples 1.",
    "sql, --rows=0, BAD_ROWS: --rows is below 1. Give --rows 1000.",
    "synthesize, --pairs=NaN, BAD_CORPUS_PLAN: pairs is no fraction."
  })
  void aNumberThatMeansNothingIsAUsageError(String command, String option, String message) {
    Outcome outcome =
        command.equals("synthesize")
            ? execute(command, option, "--output", folder.resolve("corpus").toString())
            : execute(command, option);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).startsWith(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"annotate", "score-targets"})
  void anEncoderThatIsAbsentIsToldBeforeASessionOpens(String command) throws IOException {
    Path input = Files.writeString(folder.resolve("items.jsonl"), "{\"id\": \"1\"}\n");
    Option<SparkSession> before = SparkSession.getDefaultSession();

    Outcome outcome =
        execute(
            command,
            "--config",
            ROOT + "/conf/newstide.conf",
            "--set",
            "catalog.path=" + ROOT + "/conf/catalog",
            "--set",
            "sentiment.engine=spark-nlp",
            "--set",
            "sentiment.encoder=" + folder.resolve("absent"),
            "--input",
            input.toString(),
            "--output",
            folder.resolve("labels.jsonl").toString());

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("MODEL_UNTRUSTED");
    assertThat(SparkSession.getDefaultSession()).isEqualTo(before);
  }

  @Test
  void annotateLabelsMentionsWithCodePointOffsetsOfTheGivenText() throws IOException {
    Path input = folder.resolve("items.jsonl");
    Path output = folder.resolve("labels.jsonl");
    Files.writeString(
        input,
        """
        {"id": "1", "title": "\uD83D\uDE80 Microsoft wins", "text": "A <b>deal</b> &amp; more for OpenAI."}
        """);

    Outcome outcome = annotate(input, output);

    assertThat(outcome.status()).as(outcome.err()).isZero();
    assertThat(Files.readString(output))
        .contains("\"field\":\"title\",\"start\":2,\"end\":11,\"organisation\":\"microsoft\"")
        .contains("\"field\":\"text\",\"start\":29,\"end\":35,\"organisation\":\"openai\"");
  }

  @Test
  void annotateSaysOfWhichItemItReadTheBeginningOnly() throws IOException {
    Path input = folder.resolve("items.jsonl");
    Path output = folder.resolve("labels.jsonl");
    Files.writeString(
        input,
        "{\"id\": \"1\", \"text\": \"AWS\"}\n{\"id\": \"2\", \"text\": \"%s\"}\n"
            .formatted("AWS ".repeat(5_001)));

    assertThat(annotate(input, output).status()).isZero();

    assertThat(Files.readAllLines(output).get(0)).doesNotContain("too_many_mentions");
    assertThat(Files.readAllLines(output).get(1))
        .startsWith("{\"id\":\"2\",\"too_many_mentions\":true,\"mentions\":[{");
  }

  @Test
  void spansInAnyOrderAreJudgedAlikeAndAnsweredInTheirs() throws IOException {
    String item =
        "{\"id\": \"1\", \"text\": \"Acme wins as Bolt fails and Cord sues.\", \"targets\": [%s]}\n";
    String acme = "{\"start\": 0, \"end\": 4}";
    String bolt = "{\"start\": 13, \"end\": 17}";
    String cord = "{\"start\": 28, \"end\": 32}";
    Path input =
        Files.writeString(
            folder.resolve("spans.jsonl"),
            item.formatted(String.join(",", acme, bolt, cord))
                + item.formatted(String.join(",", cord, bolt, acme)));
    Path output = folder.resolve("scores.jsonl");

    Outcome outcome = transform("score-targets", input, output);

    assertThat(outcome.status()).as(outcome.err()).isZero();
    List<String> scores = Files.readAllLines(output);
    List<JsonNode> forward = targets(scores.get(0));
    assertThat(targets(scores.get(1)))
        .containsExactly(forward.get(2), forward.get(1), forward.get(0));
  }

  @Test
  void aLineThatIsNoJsonIsNamed() throws IOException {
    Path input = folder.resolve("items.jsonl");
    Files.writeString(input, "{\"id\": \"1\", \"text\": \"\"}\nnonsense\n");
    Outcome outcome = annotate(input, folder.resolve("labels.jsonl"));
    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.err()).contains("INPUT_LINE_INVALID").contains("items.jsonl:2");
  }

  @Test
  void theNumberOfABadLineCountsBlankOnes() throws IOException {
    Path input = folder.resolve("items.jsonl");
    Files.writeString(input, "\n{\"id\": \"1\", \"text\": \"\"} {\"id\": \"2\"}\n");
    Outcome outcome = annotate(input, folder.resolve("labels.jsonl"));
    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.err()).contains("items.jsonl:2");
    assertThat(folder).isDirectoryNotContaining("glob:**.partial");
  }

  @Test
  void aLineWithoutTitleAndTextIsNamed() throws IOException {
    Path input = folder.resolve("items.jsonl");
    Files.writeString(input, "{\"id\": \"1\", \"headline\": \"AWS\"}\n");
    Outcome outcome = annotate(input, folder.resolve("labels.jsonl"));
    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.err()).contains("neither title nor text").contains("items.jsonl:1");
  }

  @Test
  void annotateNeverReplacesItsInput() throws IOException {
    Path input = folder.resolve("items.jsonl");
    Files.writeString(input, "{\"id\": \"1\", \"text\": \"AWS\"}\n");
    Outcome outcome = annotate(input, input);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("OUTPUT_IS_INPUT");
    assertThat(Files.readString(input)).contains("AWS");
  }

  @Test
  void aFileInAnotherEncodingIsRefused() throws IOException {
    Path input = folder.resolve("items.jsonl");
    Files.write(
        input, "{\"id\": \"1\", \"text\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
    Outcome outcome = annotate(input, folder.resolve("labels.jsonl"));
    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.err()).contains("INPUT_UNREADABLE").contains("not UTF-8");
  }

  @Test
  void helpNamesACommand() {
    Outcome outcome = execute("help", "latest");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("newstide latest --lake lake --weeks 4");
  }

  private static Outcome annotate(Path input, Path output) {
    return transform("annotate", input, output);
  }

  private static Outcome transform(String command, Path input, Path output) {
    return execute(
        command,
        "--config",
        ROOT + "/conf/newstide.conf",
        "--set",
        "catalog.path=" + ROOT + "/conf/catalog",
        "--set",
        "sentiment.engine=linear",
        "--input",
        input.toString(),
        "--output",
        output.toString());
  }

  private static List<JsonNode> targets(String line) throws IOException {
    List<JsonNode> targets = new ArrayList<>();
    new ObjectMapper().readTree(line).get("targets").forEach(targets::add);
    return targets;
  }

  private static Outcome execute(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Newstide.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int status = command.execute(arguments);
    return new Outcome(status, out.toString(), err.toString());
  }
}
