package org.newstide.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.SparkExtension;
import org.newstide.config.InputConfig;

@ExtendWith(SparkExtension.class)
class JsonInputTest {
  private static final String ARTICLE =
      """
      {"url": "https://a.example/1", "date": "2024-01-02", "title": "AWS grows", "body": "Text."}
      """;
  private static final String WITHOUT_TITLE =
      """
      {"url": "https://a.example/2", "date": "2024-01-02", "body": "AWS grows."}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"url", "date", "title"})
  void aFileThatLacksARequiredColumnIsNamed(String column, SparkSession spark) {
    write("a.jsonl", ARTICLE);
    write("b.jsonl", ARTICLE.replace("\"" + column + "\"", "\"other\""));

    assertThat(InputContract.inspect(spark, input("title", "body")).problems())
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.INPUT_REJECTED),
            problem ->
                assertThat(problem)
                    .hasMessageStartingWith("SCHEMA_MISSING_COLUMN: ")
                    .hasMessageContaining("b.jsonl: the file lacks the column " + column + ". "));
  }

  @Test
  void everyFileIsLookedAtHoweverManyThereAre(SparkSession spark) {
    for (int i = 100; i < 350; i++) {
      write(i + ".jsonl", i == 207 || i == 333 ? WITHOUT_TITLE : ARTICLE);
    }
    assertThat(problems(spark, input("title", "body")))
        .satisfiesExactly(
            first -> assertThat(first).contains("207.jsonl: the file lacks the column title"),
            second -> assertThat(second).contains("333.jsonl: the file lacks the column title"));
  }

  @Test
  void rowsMayOmitWhatTheyHaveNotAndFilesWhatIsOptional(SparkSession spark) {
    write("a.jsonl", ARTICLE + WITHOUT_TITLE);
    write("b.jsonl", "{\"url\": \"u\", \"date\": null, \"title\": null}\n");
    write("late.jsonl", WITHOUT_TITLE.repeat(3000) + ARTICLE);
    write("blank.jsonl", "\n\n");
    write("broken.jsonl", "{\"url\": \"https://h.example/1\", \"tit\n");
    write("none.jsonl.gz", gzip(""));
    write("packed.jsonl.gz", gzip(ARTICLE));

    assertThat(problems(spark, input("title", "body"))).isEmpty();
  }

  @Test
  void aFileIsReadToItsEndBeforeItIsSaidToLackAColumn(SparkSession spark) {
    write("a.jsonl", ARTICLE);
    write("b.jsonl.gz", gzip(WITHOUT_TITLE.repeat(3000)));

    assertThat(problems(spark, input("title", "body")))
        .singleElement()
        .asString()
        .contains("b.jsonl.gz: the file lacks the column title. Write it in the file, as null");
  }

  @Test
  void oneColumnOfSeveralInAnExpressionIsEnough(SparkSession spark) {
    write("a.jsonl", ARTICLE + ARTICLE.replace("title", "headline"));
    write("b.jsonl", ARTICLE.replace("title", "headline"));
    InputConfig either = input("coalesce(title, headline)", "body");
    assertThat(problems(spark, either)).isEmpty();

    write("c.jsonl", WITHOUT_TITLE);
    assertThat(problems(spark, either))
        .singleElement()
        .asString()
        .contains("c.jsonl: the file lacks all of the columns title, headline. ");
  }

  @Test
  void aColumnOfTheFoldersNeedsNoneInTheFile(SparkSession spark) {
    write("title=AWS/a.jsonl", WITHOUT_TITLE);
    write("title=Azure/b.jsonl", WITHOUT_TITLE);
    assertThat(problems(spark, input("title", "body"))).isEmpty();
  }

  @Test
  void aLineThatHoldsAColumnTwiceIsNamedWithItsFile(SparkSession spark) {
    write("a.jsonl", ARTICLE);
    write("b.jsonl", ARTICLE.replace("\"title\"", "\"title\": \"AWS\", \"title\""));

    assertThat(problems(spark, input("title", "body")))
        .singleElement()
        .asString()
        .startsWith("SCHEMA_DUPLICATE_COLUMN: ")
        .contains("b.jsonl: a line holds the column title more than once. Keep one of them");
  }

  @Test
  void anotherSpellingOfAColumnIsNamedWithItsFile(SparkSession spark) {
    write("a.jsonl", ARTICLE);
    write("b.jsonl", ARTICLE.replace("title", "Title"));
    write("c.jsonl", ARTICLE + ARTICLE.replace("body", "BODY"));
    write("d.jsonl", ARTICLE.replace("\"url\"", "\"x\": 1, \"X\": 2, \"url\""));

    assertThat(problems(spark, input("title", "body")))
        .satisfiesExactly(
            title ->
                assertThat(title)
                    .startsWith("SCHEMA_DUPLICATE_COLUMN: ")
                    .contains(
                        "b.jsonl: the column title is written Title here and written title in ")
                    .contains("a.jsonl. Rename"),
            body ->
                assertThat(body)
                    .startsWith("SCHEMA_DUPLICATE_COLUMN: ")
                    .contains(
                        "c.jsonl: the column body is written BODY here and written body in "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"text\": \"AWS grows\"}|an object", "[\"AWS\", \"grows\"]|a list"})
  void aColumnThatHoldsMoreThanATextIsNamedWithItsFile(String retyped, SparkSession spark) {
    String value = retyped.split("\\|")[0];
    String kind = retyped.split("\\|")[1];
    write("a.jsonl", ARTICLE.replace("\"AWS grows\"", "7"));
    write("b.jsonl", ARTICLE);
    write("c.jsonl", ARTICLE.replace("\"AWS grows\"", value));
    write("d.jsonl", ARTICLE + ARTICLE.replace("\"Text.\"", value));

    assertThat(problems(spark, input("title", "body")))
        .satisfiesExactly(
            title ->
                assertThat(title)
                    .startsWith("SCHEMA_TYPE_MISMATCH: ")
                    .contains("c.jsonl: the column title is " + kind + " here and a value in ")
                    .contains("a.jsonl. Mend"),
            body ->
                assertThat(body)
                    .startsWith("SCHEMA_TYPE_MISMATCH: ")
                    .contains("d.jsonl: the column body is " + kind + " here and a value in "));
  }

  @Test
  void anExpressionMayReadMixedColumnsAsFarAsItCan(SparkSession spark) {
    write("a.jsonl", ARTICLE);
    write("b.jsonl", ARTICLE.replace("\"AWS grows\"", "{\"text\": \"AWS grows\"}"));

    assertThat(problems(spark, input("coalesce(get_json_object(title, '$.text'), title)", "body")))
        .isEmpty();
    assertThat(problems(spark, input("title.text", "body")))
        .singleElement()
        .asString()
        .startsWith("SCHEMA_TYPE_MISMATCH: ")
        .contains("b.jsonl: the column title is an object here and a value in ");
  }

  @Test
  void aColumnThatOneFileOfManyHoldsIsFoundInItsFirstLines(SparkSession spark) {
    for (int i = 100; i < 350; i++) {
      write(i + ".jsonl", i == 207 ? ARTICLE : ARTICLE.replace("body", "text"));
    }
    InputContract.Checked checked = InputContract.check(spark, input("title", "body"));
    assertThat(checked.schema().fieldNames()).contains("body");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n \n", "{\"url\": \"u\n{\"date\n"})
  void anInputWithoutAnyReadableLineIsRefused(String lines, SparkSession spark) {
    write("a.jsonl", lines);
    assertThat(problems(spark, input("title", "body")))
        .singleElement()
        .asString()
        .startsWith("INPUT_FILE_CORRUPT: " + folder + ": ")
        .contains(
            "no line of the input can be read as a JSON object. Write one JSON object a line");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstLine(SparkSession spark) {
    write("a.jsonl", "\uFEFF" + ARTICLE);
    InputConfig input = input("title", "body");
    assertThat(CorpusReader.read(spark, input, InputContract.check(spark, input), 1000).head())
        .extracting(row -> row.<String>getAs(RawArticle.TITLE))
        .isEqualTo("AWS grows");
  }

  @Test
  void malformedLinesPassAFilterOfTheirColumnsAndNoneOfTheirFolders(SparkSession spark) {
    write("year=2023/a.jsonl", ARTICLE + "{\"url\": \"old\", \"tit\n");
    write(
        "year=2024/b.jsonl",
        ARTICLE
            + ARTICLE.replace("AWS", "Azure")
            + "{\"url\": \"new\", \"tit\n"
            + ARTICLE.strip().replace("AWS", "Azure").repeat(2)
            + "\n");
    InputConfig input = input("title", "body", "Year = 2024 AND title LIKE 'AWS%' AND url <> ''");

    List<Row> rows =
        CorpusReader.read(spark, input, InputContract.check(spark, input), 1000).collectAsList();

    assertThat(rows)
        .extracting(
            row ->
                row.<String>getAs(RawArticle.MALFORMED).isEmpty()
                    ? row.<String>getAs(RawArticle.TITLE)
                    : row.<String>getAs(RawArticle.MALFORMED).substring(0, 13))
        .containsExactlyInAnyOrder("AWS grows", "{\"url\": \"new\"", "{\"url\": \"http");
  }

  @Test
  void aFieldMayBeNamedAsSparkNamesALine(SparkSession spark) {
    write("a.jsonl", ARTICLE.replace("title", "value"));
    InputConfig input = input("value", "body");

    assertThat(CorpusReader.read(spark, input, InputContract.check(spark, input), 1000).head())
        .extracting(row -> row.<String>getAs(RawArticle.TITLE))
        .isEqualTo("AWS grows");
  }

  @Test
  void columnsAndFilesAreJudgedTogether(SparkSession spark) {
    write("a.jsonl", ARTICLE);
    write("b.jsonl", WITHOUT_TITLE);
    write("c.jsonl", "url,title\nu,t\n");
    write("d.jsonl", "");

    assertThat(problems(spark, input("title", "body")))
        .satisfiesExactlyInAnyOrder(
            b -> assertThat(b).contains("b.jsonl: the file lacks the column title"),
            c -> assertThat(c).contains("c.jsonl: the file starts with no JSON object on a line"),
            d -> assertThat(d).contains("d.jsonl: the file holds no byte"));
  }

  private static List<String> problems(SparkSession spark, InputConfig input) {
    return InputContract.inspect(spark, input).problems().stream()
        .map(NewstideException::getMessage)
        .toList();
  }

  private InputConfig input(String title, String body) {
    return input(title, body, null);
  }

  private InputConfig input(String title, String body, String filter) {
    return new InputConfig(
        "test",
        InputConfig.Format.JSON,
        folder.toString(),
        new InputConfig.Columns(
            Optional.of("url"),
            Optional.empty(),
            "date",
            title,
            Optional.of(body),
            Optional.empty()),
        List.of(),
        ZoneOffset.UTC,
        Optional.ofNullable(filter));
  }

  private void write(String name, String lines) {
    write(name, lines.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String name, byte[] bytes) {
    try {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] gzip(String lines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(lines.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
