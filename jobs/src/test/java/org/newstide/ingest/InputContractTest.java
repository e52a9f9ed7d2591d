package org.newstide.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.SparkExtension;
import org.newstide.config.InputConfig;
import org.newstide.config.InputConfig.Format;

@ExtendWith(SparkExtension.class)
class InputContractTest {
  private static final String ARTICLE =
      "'https://a.example/1' AS url, '2024-01-02' AS date, 'AWS grows' AS title, 'Text.' AS body";

  @TempDir Path folder;

  @Test
  void wholeFilesAreCountedFromTheirFooters(SparkSession spark) throws IOException {
    file(spark, "b.parquet", ARTICLE, ARTICLE);
    file(spark, "a.parquet", ARTICLE);
    Files.writeString(folder.resolve("_SUCCESS"), "");
    Files.createDirectories(folder.resolve("_temporary"));
    Files.writeString(folder.resolve("_temporary/half.parquet"), "half");
    Files.writeString(folder.resolve("c.parquet._COPYING_"), "half");

    InputContract.Checked checked = InputContract.check(spark, parquet());

    assertThat(checked.files()).extracting(InputContractTest::name).containsExactly("a", "b");
    assertThat(checked.rows()).isEqualTo(OptionalLong.of(3));
    assertThat(checked.bytes())
        .isEqualTo(
            Files.size(folder.resolve("a.parquet")) + Files.size(folder.resolve("b.parquet")));
  }

  @Test
  void everyBadFileIsNamedAtOnce(SparkSession spark) throws IOException {
    file(spark, "good.parquet", ARTICLE);
    byte[] whole = Files.readAllBytes(folder.resolve("good.parquet"));
    Files.write(folder.resolve("half.parquet"), Arrays.copyOf(whole, whole.length / 2));
    Files.createFile(folder.resolve("empty.parquet"));
    Files.writeString(folder.resolve("table.csv"), "url,date,title,body\nu,2024-01-02,t,b\n");

    List<NewstideException> problems = InputContract.inspect(spark, parquet()).problems();

    assertThat(problems).allMatch(problem -> problem.exitCode() == ExitCode.INPUT_REJECTED);
    assertThat(problems)
        .extracting(NewstideException::getMessage)
        .satisfiesExactly(
            empty ->
                assertThat(empty)
                    .startsWith("INPUT_FILE_EMPTY: ")
                    .contains("empty.parquet: the file holds no byte. Deliver it again"),
            half ->
                assertThat(half)
                    .startsWith("INPUT_FILE_CORRUPT: ")
                    .contains("half.parquet: the Parquet file is cut off or damaged. Restore it"),
            csv ->
                assertThat(csv)
                    .startsWith("INPUT_FILE_CORRUPT: ")
                    .contains("table.csv: the file is no Parquet file. Convert it to Parquet"));
    assertThatThrownBy(() -> InputContract.check(spark, parquet()))
        .isInstanceOf(NewstideException.class)
        .satisfies(first -> assertThat(first.getSuppressed()).hasSize(2));
  }

  @Test
  void aMissingRetypedOrDoubledColumnIsNamedWithItsFile(SparkSession spark) {
    file(spark, "a.parquet", ARTICLE);
    file(spark, "missing.parquet", "'u' AS url, '2024-01-02' AS date, 'Text.' AS body");
    file(spark, "retyped.parquet", "'u' AS url, '2024-01-02' AS date, 7 AS title, 'T.' AS body");
    withCase(spark, () -> file(spark, "twins.parquet", ARTICLE + ", 'x' AS Title"));

    assertThat(InputContract.inspect(spark, parquet()).problems())
        .extracting(NewstideException::getMessage)
        .satisfiesExactly(
            missing ->
                assertThat(missing)
                    .startsWith("SCHEMA_MISSING_COLUMN: ")
                    .contains("missing.parquet: the file lacks the column title. Mend the file"),
            retyped ->
                assertThat(retyped)
                    .startsWith("SCHEMA_TYPE_MISMATCH: ")
                    .contains("retyped.parquet: the column title is INT here and STRING in ")
                    .contains("a.parquet. Mend the file"),
            twins ->
                assertThat(twins)
                    .startsWith("SCHEMA_DUPLICATE_COLUMN: ")
                    .contains("twins.parquet: the columns title and Title clash. Rename one"));
  }

  @Test
  void aMappingThatDoesNotFitNamesKeyColumnAndNearestName(SparkSession spark) {
    file(spark, "a.parquet", ARTICLE + ", 5.0D AS score");

    assertThat(problems(spark, columns("score", "titel", "lower(body", "nosuch(url)")))
        .satisfiesExactly(
            date ->
                assertThat(date)
                    .startsWith("SCHEMA_TYPE_MISMATCH: ")
                    .contains("columns.published_at is DOUBLE, neither text, date, time nor"),
            title ->
                assertThat(title)
                    .startsWith("SCHEMA_MISSING_COLUMN: ")
                    .contains("there is no column titel for columns.title; did you mean title?"),
            body ->
                assertThat(body)
                    .startsWith("CONFIG_INVALID: input test: columns.body: is no Spark SQL"),
            language ->
                assertThat(language)
                    .startsWith("CONFIG_INVALID: input test: columns.language: ")
                    .contains("nosuch"));
  }

  @Test
  void numbersAreNoDatesUntilAFormatSaysHow(SparkSession spark) {
    file(spark, "a.parquet", "'u' AS url, 1704153600L AS date, 'AWS grows' AS title, 'T' AS body");
    assertThat(problems(spark, parquet()))
        .containsExactly(
            "CONFIG_INVALID: input test: columns.published_at: holds numbers, and date.formats"
                + " names no form. Set date.formats to [\"epoch\"], or to the pattern of the"
                + " digits.");

    InputConfig epoch = input(Format.PARQUET, parquet().columns(), List.of("epoch"), null);
    DateSample sample = DateSample.take(spark, epoch, InputContract.check(spark, epoch));
    assertThat(sample.read()).isEqualTo(1);
    assertThat(sample.earliest()).hasToString("Optional[2024-01-02T00:00:00Z]");
  }

  @Test
  void aColumnMayHaveAnyNameAndTheFolderAnySpelling(SparkSession spark) throws IOException {
    folder = Files.createDirectories(folder.resolve("we [ir]d {1}/it's 100% *new*"));
    file(
        spark, "a b.parquet", "'2024-01-02' AS `Publish-Date`, 'AWS' AS `the title`, 'x' AS `b.c`");
    InputConfig input = columns("publish-date", "the title", "b.c", null);

    Row row = CorpusReader.read(spark, input, InputContract.check(spark, input), 1000).head();

    assertThat(row.<String>getAs(RawArticle.PUBLISHED_TEXT)).isEqualTo("2024-01-02");
    assertThat(row.<String>getAs(RawArticle.TITLE)).isEqualTo("AWS");
    assertThat(row.<String>getAs(RawArticle.BODY)).isEqualTo("x");
  }

  @Test
  void foldersNamedLikeYear2024AreColumnsForMappingAndFilter(SparkSession spark) {
    file(spark, "year=2023/lang=en/a.parquet", ARTICLE);
    file(spark, "year=2024/lang=de/b.parquet", ARTICLE);
    InputConfig input =
        input(
            Format.PARQUET,
            columns("date", "title", "body", "lang").columns(),
            List.of(),
            "year = 2024");

    List<Row> rows =
        CorpusReader.read(spark, input, InputContract.check(spark, input), 1000).collectAsList();

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).<String>getAs(RawArticle.LANGUAGE)).isEqualTo("de");
    file(spark, "year=2025/c.parquet", ARTICLE);
    assertThat(problems(spark, input))
        .singleElement()
        .asString()
        .startsWith("SCHEMA_MISSING_COLUMN")
        .contains("the folders name other columns");
  }

  @Test
  void anEqualsSignInTheNameOfAFileMakesNoColumn(SparkSession spark) {
    file(spark, "source=bbc.parquet", ARTICLE);
    file(spark, "b.parquet", ARTICLE);

    InputContract.Checked checked = InputContract.check(spark, parquet());

    assertThat(checked.schema().fieldNames()).containsExactly("url", "date", "title", "body");
    assertThat(CorpusReader.read(spark, parquet(), checked, 1000).count()).isEqualTo(2);
  }

  @Test
  void aFileThatSparkWouldSkipIsRefusedByItsName(SparkSession spark) {
    Path parent = folder;
    for (String name : List.of("_a.parquet", ".a.parquet", "a.parquet._COPYING_")) {
      folder = parent;
      file(spark, name, ARTICLE);
      folder = parent.resolve(name);
      assertThat(problems(spark, parquet()))
          .singleElement()
          .asString()
          .startsWith("INPUT_FILE_SKIPPED: ")
          .contains(name + ": Spark reads no file whose name begins with . or _ or ends in");
    }
  }

  @Test
  void aDeltaTableIsReadInOneVersionAndNeverAsLooseFiles(SparkSession spark) {
    String table = folder.resolve("table").toString();
    articles(spark, ARTICLE, ARTICLE).coalesce(1).write().format("delta").save(table);
    folder = Path.of(table);

    assertThat(problems(spark, parquet()))
        .containsExactly(
            "INPUT_IS_DELTA: "
                + table
                + ": the folder is a Delta table, whose dropped files would be read too."
                + " Set format = delta for input test.");

    InputConfig delta = input(Format.DELTA, parquet().columns(), List.of(), null);
    InputContract.Checked checked = InputContract.check(spark, delta);
    articles(spark, ARTICLE).write().format("delta").mode("append").save(table);
    assertThat(checked.version()).contains(0L);
    assertThat(checked.files()).hasSize(1);
    assertThat(CorpusReader.read(spark, delta, checked, 1000).count()).isEqualTo(2);
    assertThat(DateSample.take(spark, delta, checked).read()).isEqualTo(2);
  }

  @Test
  void aDeltaTableWithADamagedLogIsRefused(SparkSession spark) throws IOException {
    InputConfig delta = input(Format.DELTA, parquet().columns(), List.of(), null);
    for (int version = 0; version < 3; version++) {
      articles(spark, ARTICLE).write().format("delta").mode("append").save(folder.toString());
    }
    Path log = folder.resolve("_delta_log");

    Files.delete(log.resolve("00000000000000000000.json"));
    DeltaLog.clearCache();
    assertThat(problems(spark, delta))
        .singleElement()
        .asString()
        .startsWith("INPUT_FILE_CORRUPT: " + folder + ": the log of the Delta table cannot be read")
        .contains("DELTA_TRUNCATED_TRANSACTION_LOG");

    Files.writeString(log.resolve("00000000000000000002.json"), "{\"add\": [");
    DeltaLog.clearCache();
    assertThat(problems(spark, delta)).singleElement().asString().contains("INPUT_FILE_CORRUPT: ");
  }

  @Test
  void aPlaceWithoutInputSaysHowToNameAnother(SparkSession spark) throws IOException {
    folder = folder.resolve("nowhere");
    for (Format format : Format.values()) {
      InputConfig input = input(format, parquet().columns(), List.of(), null);
      assertThat(problems(spark, input))
          .singleElement()
          .asString()
          .startsWith("INPUT_MISSING: " + folder)
          .contains("--set corpus.path=DIR");
    }
    Files.createDirectories(folder);
    assertThat(problems(spark, parquet()))
        .singleElement()
        .asString()
        .contains("the folder holds no file to read");
  }

  @Test
  void jsonColumnsComeFromTheFirstLinesAndNumbersAmongTextsStayTexts(SparkSession spark)
      throws IOException {
    Files.writeString(
        folder.resolve("a.jsonl"),
        """
        {"url": "u1", "date": 1704153600, "title": 42, "meta": {"lang": "en"}, "x": 1}
        {"url": "u2", "date": "2024-01-02", "title": "AWS", "body": null}
        broken
        """);
    InputConfig input = columns("date", "title", "body", "meta.lang");
    input = input(Format.JSON, input.columns(), List.of("epoch"), null);

    InputContract.Checked checked = InputContract.check(spark, input);
    List<Row> rows = CorpusReader.read(spark, input, checked, 1000).collectAsList();

    assertThat(checked.notes()).contains("test: unknown column x is not read");
    assertThat(rows)
        .extracting(
            row -> row.<String>getAs(RawArticle.PUBLISHED_TEXT),
            row -> row.<String>getAs(RawArticle.TITLE),
            row -> row.<String>getAs(RawArticle.LANGUAGE))
        .containsExactly(
            tuple("1704153600", "42", "en"), tuple("2024-01-02", "AWS", ""), tuple("", "", ""));
  }

  @Test
  void aColumnBehindTheFirstLinesOfJsonIsStillFound(SparkSession spark) throws IOException {
    String early = "{\"url\": \"u\", \"date\": \"2024-01-02\", \"title\": \"AWS\"}\n".repeat(3000);
    Files.writeString(folder.resolve("a.jsonl"), early + "{\"body\": \"late\"}\n");
    InputConfig input = input(Format.JSON, parquet().columns(), List.of(), null);
    assertThat(InputContract.inspect(spark, input).problems()).isEmpty();
  }

  @Test
  void jsonWithTwinsOrWithoutObjectsIsRefused(SparkSession spark) throws IOException {
    InputConfig input = input(Format.JSON, parquet().columns(), List.of(), null);
    Files.writeString(folder.resolve("a.csv"), "url,title\nu,t\n");
    assertThat(problems(spark, input))
        .singleElement()
        .asString()
        .startsWith("INPUT_FILE_CORRUPT: ")
        .contains("a.csv: the file starts with no JSON object on a line.");

    Files.writeString(
        folder.resolve("a.csv"),
        """
        {"url": "u", "date": "2024-01-02", "title": "t", "body": "b"}
        {"url": "u", "date": "2024-01-02", "Title": "t", "body": "b"}
        """);
    assertThat(problems(spark, input))
        .singleElement()
        .asString()
        .startsWith("SCHEMA_DUPLICATE_COLUMN: ");
  }

  private static List<String> problems(SparkSession spark, InputConfig input) {
    return InputContract.inspect(spark, input).problems().stream()
        .map(NewstideException::getMessage)
        .toList();
  }

  private static String name(InputContract.InputFile file) {
    return Path.of(file.path()).getFileName().toString().replace(".parquet", "");
  }

  private InputConfig parquet() {
    return columns("date", "title", "body", null);
  }

  private InputConfig columns(String date, String title, String body, String language) {
    return input(
        Format.PARQUET,
        new InputConfig.Columns(
            Optional.empty(),
            Optional.empty(),
            date,
            title,
            Optional.of(body),
            Optional.ofNullable(language)),
        List.of(),
        null);
  }

  private InputConfig input(
      Format format, InputConfig.Columns columns, List<String> formats, String filter) {
    return new InputConfig(
        "test",
        format,
        folder.toString(),
        columns,
        formats,
        ZoneOffset.UTC,
        Optional.ofNullable(filter));
  }

  private static Dataset<Row> articles(SparkSession spark, String... rows) {
    return spark.sql("SELECT " + String.join(" UNION ALL SELECT ", rows));
  }

  /** One Parquet file of that name. */
  private void file(SparkSession spark, String name, String... rows) {
    Path written = folder.resolve(".written").resolve(name);
    articles(spark, rows).coalesce(1).write().parquet(written.toString());
    try (var parts = Files.list(written)) {
      Path part =
          parts.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
      Files.createDirectories(folder.resolve(name).getParent());
      Files.move(part, folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void withCase(SparkSession spark, Runnable action) {
    spark.conf().set("spark.sql.caseSensitive", "true");
    try {
      action.run();
    } finally {
      spark.conf().unset("spark.sql.caseSensitive");
    }
  }
}
