package org.newstide.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.ExitCode;
import org.newstide.SilentFiles;
import org.newstide.SparkExtension;
import org.newstide.config.NewstideConfig;

@ExtendWith(SparkExtension.class)
class CheckTest {
  private static final Path ROOT = Path.of(System.getProperty("newstide.root"));

  @TempDir Path folder;

  private record Outcome(ExitCode exit, String text) {}

  @Test
  void aSoundInputIsShownWithFilesBytesColumnsAndDates(SparkSession spark) throws IOException {
    Files.writeString(
        folder.resolve("a.jsonl"),
        """
        {"link": "https://a.example/1", "day": "2024-01-02", "head": "AWS grows", "likes": 5}
        {"link": "https://a.example/2", "day": "2024-01-09", "head": "AWS shrinks", "likes": 6}
        {"link": "https://a.example/3", "day": "someday", "head": "AWS stays", "likes": 7}
        """);

    Outcome outcome = check(spark, "columns { url = link, published_at = day, title = head }");

    assertThat(outcome.exit()).isEqualTo(ExitCode.DONE);
    assertThat(outcome.text())
        .contains(" organisations, ")
        .contains("sentiment        model linear")
        .contains("input news       json, " + folder)
        .contains("  files          1, " + Files.size(folder.resolve("a.jsonl")) + " bytes")
        .contains("  url            link (string)")
        .contains("  published_at   day (string)")
        .contains("  first dates    2 of 3 rows read, from 2024-01-02 to 2024-01-09")
        .contains("  unread dates   'someday'")
        .contains("  note           unknown column likes is not read")
        .endsWith("No problem found. Nothing was started.\n");
    assertThat(folder.resolve("lake")).doesNotExist();
  }

  @Test
  void catalogModelAndInputFaultsAreNamedTogether(SparkSession spark) {
    Outcome outcome =
        check(
            spark,
            "columns { published_at = day, title = head }",
            Map.of(
                "catalog.path", folder.resolve("no-catalog").toString(),
                "sentiment.model", folder.resolve("no-model").toString()));

    assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE_OR_CONFIG);
    assertThat(outcome.text())
        .contains("3 problems:")
        .contains("CATALOG_")
        .contains("MODEL_")
        .contains("INPUT_MISSING: " + folder + ": the folder holds no file to read.");
  }

  @Test
  void datesThatNoFormatReadsAreAProblemOfTheInput(SparkSession spark) throws IOException {
    Files.writeString(
        folder.resolve("a.jsonl"), "{\"day\": \"04/29/2026\", \"head\": \"AWS grows\"}\n");
    String columns = "columns { published_at = day, title = head }";

    Outcome unread = check(spark, columns);
    Outcome read = check(spark, columns + ", date.formats = [\"MM/dd/yyyy\"]");

    assertThat(unread.exit()).isEqualTo(ExitCode.INPUT_REJECTED);
    assertThat(unread.text())
        .contains(
            "BAD_TIMESTAMP: input news: columns.published_at: of the first 1 dates only 0 can be"
                + " read, and '04/29/2026' cannot. Name the right column, or add the pattern to"
                + " date.formats.");
    assertThat(read.exit()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void malformedLinesAreCountedApartFromDates(SparkSession spark) throws IOException {
    Files.writeString(
        folder.resolve("a.jsonl"),
        """
        {"day": "2024-01-02", "head": "AWS grows"}
        {"day": "2024-01-03", "head": "AWS gro
        {"day": "2024-01-09", "head": "AWS shrinks"}
        """);

    Outcome outcome = check(spark, "columns { published_at = day, title = head }");

    assertThat(outcome.exit()).isEqualTo(ExitCode.DONE);
    assertThat(outcome.text())
        .contains("  first dates    2 of 2 rows read, from 2024-01-02 to 2024-01-09")
        .contains("  malformed      1 of the first 3 lines; a run sets them aside")
        .doesNotContain("unread dates");
  }

  @Test
  void linesThatAreMostlyMalformedAreAProblemOfTheInput(SparkSession spark) throws IOException {
    Files.writeString(folder.resolve("a.jsonl"), "{\"day\": \"2024-01-03\", \"he\n".repeat(1500));
    Files.writeString(
        folder.resolve("b.jsonl"), "{\"day\": \"2024-01-02\", \"head\": \"AWS grows\"}\n");

    Outcome outcome = check(spark, "columns { published_at = day, title = head }");

    assertThat(outcome.exit()).isEqualTo(ExitCode.INPUT_REJECTED);
    assertThat(outcome.text())
        .contains("  first dates    1 of 1 rows read, from 2024-01-02 to 2024-01-02")
        .contains(
            "MALFORMED: input news: of the first 1,001 lines 1,000 are no JSON objects of its"
                + " columns. Write one JSON object a line, or deliver the input again.");
  }

  @Test
  void anInputWithoutAnyRowIsAProblem(SparkSession spark) throws IOException {
    Files.writeString(
        folder.resolve("a.jsonl"), "{\"day\": \"2024-01-02\", \"head\": \"AWS grows\"}\n");
    Files.writeString(
        folder.resolve("b.jsonl"), "{\"day\": \"2024-01-03\", \"head\": \"AWS sinks\"}\n");
    String columns = "columns { published_at = day, title = head }, filter = \"day >= '%s'\"";

    Outcome none = check(spark, columns.formatted("2025"));
    Outcome inOtherFile = check(spark, columns.formatted("2024-01-03"));

    assertThat(none.exit()).isEqualTo(ExitCode.INPUT_REJECTED);
    assertThat(none.text())
        .contains(
            "INPUT_EMPTY: input news: there is no row to read. Check path and filter of the input,"
                + " or deliver it again.");
    assertThat(inOtherFile.exit()).isEqualTo(ExitCode.DONE);
    assertThat(inOtherFile.text()).contains("  first dates    1 of 1 rows read, from 2024-01-03");
  }

  @Test
  void aParquetFileWhosePagesAreDamagedIsNamed(SparkSession spark) throws IOException {
    Path written = folder.resolve(".written");
    spark
        .range(2000)
        .selectExpr("sha2(string(id), 512) AS day", "'AWS grows' AS head")
        .coalesce(1)
        .write()
        .parquet(written.toString());
    try (Stream<Path> parts = Files.list(written)) {
      Path part = parts.filter(p -> p.toString().endsWith(".parquet")).findFirst().orElseThrow();
      Files.write(folder.resolve("late.parquet"), damagedInTheMiddle(Files.readAllBytes(part)));
    }

    Outcome outcome =
        check(spark, "format = parquet, columns { published_at = day, title = head }");

    assertThat(outcome.exit()).isEqualTo(ExitCode.INPUT_REJECTED);
    assertThat(outcome.text())
        .contains("1 problem:\nINPUT_FILE_CORRUPT: ")
        .contains("/late.parquet: the file cannot be read (")
        .contains("). Restore it from its source, or take it out of input news; nothing was");
  }

  @Test
  void packedLinesThatAreDamagedBehindTheFirstAreAProblemOfTheirInput(SparkSession spark)
      throws IOException {
    Files.write(folder.resolve("a.jsonl.gz"), damagedInTheMiddle(packedLines()));

    Outcome outcome = check(spark, "columns { published_at = day, title = head }");

    assertThat(outcome.exit()).isEqualTo(ExitCode.INPUT_REJECTED);
    assertThat(outcome.text())
        .contains("1 problem:\nINPUT_FILE_CORRUPT: " + folder)
        .contains(": a file cannot be read behind its first rows (");
  }

  /** Eight hundred lines, whose letters do not compress to nothing. */
  private static byte[] packedLines() throws IOException {
    Random letters = new Random(7);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < 800; i++) {
        String head = new BigInteger(4_000, letters).toString(36);
        String line = "{\"day\": \"2024-01-02\", \"head\": \"" + head + "\"}\n";
        packed.write(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] damagedInTheMiddle(byte[] whole) {
    byte[] damaged = whole.clone();
    for (int i = whole.length / 2; i < whole.length / 2 + 64; i++) {
      damaged[i] ^= 0x55;
    }
    return damaged;
  }

  @Test
  void aStoreThatDoesNotAnswerMayBeAskedAgainUnlessSomethingIsToMend(SparkSession spark) {
    SilentFiles.in(spark.sparkContext().hadoopConfiguration());
    String columns = "columns { published_at = day, title = head }";
    String input = "[{ name = news, format = json, path = \"mute:/news\", " + columns + " }]";

    Outcome silent = check(spark, columns, Map.of("inputs", input));
    Outcome wrongToo =
        check(
            spark,
            columns,
            Map.of("inputs", input, "catalog.path", folder.resolve("no-catalog").toString()));

    assertThat(silent.exit()).isEqualTo(ExitCode.RETRYABLE);
    assertThat(silent.text())
        .contains("1 problem:\nSTORE_UNREACHABLE: input news in mute:/news: a store or");
    assertThat(wrongToo.exit()).isEqualTo(ExitCode.USAGE_OR_CONFIG);
  }

  @Test
  void everyMistakeOfTheCatalogCounts(SparkSession spark) throws IOException {
    Files.writeString(
        folder.resolve("a.jsonl"), "{\"day\": \"2024-01-02\", \"head\": \"AWS grows\"}\n");
    Path catalog = catalogWithTwoMistakes();

    Outcome outcome =
        check(
            spark,
            "columns { published_at = day, title = head }",
            Map.of("catalog.path", catalog.toString()));

    assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE_OR_CONFIG);
    assertThat(outcome.text())
        .contains("2 problems:\n")
        .contains(
            "\nCATALOG_UNKNOWN_FIELD: my.yaml:4: field aliasses is unknown; the nearest is aliases."
                + " Mend this line.\n")
        .contains(
            "\nCATALOG_UNKNOWN_PARENT: my.yaml:6: parent awss of ec2 is no entity; the nearest is"
                + " aws. Mend this line.\n");
  }

  @Test
  void configurationAndCatalogAreMendedInOneSitting() throws IOException {
    Path file = folder.resolve("my.conf");
    Files.writeString(
        file, "inputz = []\nlake.path = lake\ncatalog.path = \"" + catalogWithTwoMistakes() + "\"");

    assertThat(refusalOf(file))
        .startsWith("CONFIG_INVALID")
        .contains("my.conf:1: inputz: unknown key; did you mean inputs?")
        .contains("\nCATALOG_UNKNOWN_FIELD: my.yaml:4: field aliasses")
        .contains("\nCATALOG_UNKNOWN_PARENT: my.yaml:6: parent awss");
  }

  @Test
  void aBrokenConfigurationIsReportedWithoutASession() throws IOException {
    Path file = folder.resolve("my.conf");
    Files.writeString(file, "inputz = []\nlake.path = lake\n");

    assertThat(refusalOf(file))
        .startsWith("CONFIG_INVALID")
        .contains("my.conf:1: inputz: unknown key; did you mean inputs?")
        .doesNotContain("\tat ");
  }

  /** What check says of a configuration that is none. */
  private static String refusalOf(Path file) {
    StringWriter err = new StringWriter();
    int status =
        Newstide.commandLine()
            .setErr(new PrintWriter(err, true))
            .execute("check", "--config", file.toString());
    assertThat(status).isEqualTo(2);
    return err.toString();
  }

  private Path catalogWithTwoMistakes() throws IOException {
    Path catalog = Files.createDirectories(folder.resolve(".catalog"));
    Files.writeString(
        catalog.resolve("my.yaml"),
        """
        entities:
          - id: aws
            name: AWS
            aliasses: ["AWS"]
            categories: [ai_model]
          - id: ec2
            parent: awss
            name: EC2
            categories: [ai_model]
        """);
    return catalog;
  }

  private Outcome check(SparkSession spark, String columns) {
    return check(spark, columns, Map.of());
  }

  private Outcome check(SparkSession spark, String columns, Map<String, String> settings) {
    Path file = folder.resolve(".test.conf");
    try {
      Files.writeString(
          file,
          """
          lake.path = "%s"
          catalog.path = "%s"
          sentiment.encoder = "%s"
          inputs = [{ name = news, format = json, path = "%s", %s }]
          """
              .formatted(
                  folder.resolve("lake"),
                  ROOT.resolve("conf/catalog"),
                  ROOT.resolve("models/encoder"),
                  folder,
                  columns));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    NewstideConfig config = NewstideConfig.load(file, settings);
    StringWriter text = new StringWriter();
    Findings findings = new Findings(new PrintWriter(text, true));
    findings.look(config);
    findings.look(spark, config);
    ExitCode exit = findings.close();
    return new Outcome(exit, text.toString());
  }
}
