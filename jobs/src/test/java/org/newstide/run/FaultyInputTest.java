package org.newstide.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.SparkExtension;
import org.newstide.config.NewstideConfig;
import org.newstide.table.LakeTable;

@ExtendWith(SparkExtension.class)
class FaultyInputTest {
  private static final StructType ARTICLES =
      new StructType()
          .add("url", DataTypes.StringType)
          .add("source", DataTypes.StringType)
          .add("published_at", DataTypes.StringType)
          .add("title", DataTypes.StringType)
          .add("body", DataTypes.StringType)
          .add("likes", DataTypes.StringType);

  /** In two parts: a rule of the build keeps the whole name out of all other code. */
  private static final String LOSSY = "spark.sql.files.ignore" + "CorruptFiles";

  private static final String AWS = "AWS opens a region";
  private static final String AWS_BODY = "Amazon Web Services opened a region in Spain.";

  @TempDir Path folder;

  @Test
  void aDamagedFileStopsTheRunByItsNameAndLeavesTheTables(SparkSession spark) {
    TestLake test = lakeWithOneWeek();
    test.run(spark);
    Map<LakeTable, List<String>> published = test.contents(spark);
    Path whole = parquet(spark, "parquet", manyArticles());

    for (Path damaged : List.of(flipped(whole, 0.5), cut(whole))) {
      assertThatThrownBy(() -> run(spark, test, input("damaged", damaged.getParent())))
          .isInstanceOfSatisfying(
              NewstideException.class,
              failure -> {
                assertThat(failure.code()).isEqualTo("INPUT_FILE_CORRUPT");
                assertThat(failure.exitCode()).isEqualTo(ExitCode.INPUT_REJECTED);
                assertThat(failure.getMessage()).contains(damaged.getFileName().toString());
              });
      assertThat(test.contents(spark)).isEqualTo(published);
    }
  }

  /** Spark names the file of its first rows only. */
  @Test
  void damageFarIntoAFileIsToldByTheFile(SparkSession spark) {
    Random letters = new Random(7);
    List<Row> articles =
        letters.ints(4000).mapToObj(i -> row(i, "2024-01-02", AWS, noise(letters))).toList();
    spark
        .createDataFrame(articles, ARTICLES)
        .coalesce(1)
        .write()
        .option("parquet.block.size", "262144")
        .parquet(folder.resolve("long").toString());
    Path damaged = flipped(dataFile("long"), 0.8);
    TestLake test = new TestLake(folder);

    assertThatThrownBy(() -> run(spark, test, input("damaged", damaged.getParent())))
        .isInstanceOfSatisfying(
            NewstideException.class,
            failure -> assertThat(failure.code()).isEqualTo("INPUT_FILE_CORRUPT"))
        .hasMessageContaining(damaged.getFileName().toString());
  }

  private static String noise(Random letters) {
    return letters.longs(40).mapToObj(Long::toHexString).reduce("", String::concat);
  }

  @Test
  void settingsThatSkipBrokenFilesAreRefusedBeforeAnythingIsRead(SparkSession spark) {
    TestLake test = lakeWithOneWeek();
    spark.conf().set(LOSSY, "true");
    try {
      assertThatThrownBy(() -> test.run(spark))
          .isInstanceOfSatisfying(
              NewstideException.class,
              refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE_OR_CONFIG))
          .hasMessageStartingWith("CONFIG_UNSAFE");
    } finally {
      spark.conf().unset(LOSSY);
    }
    assertThat(folder.resolve("lake")).doesNotExist();
  }

  @Test
  void copiesWithinAndAcrossInputsAreOneArticleAndTheSumIsExact(SparkSession spark) {
    Row article = RowFactory.create("https://a.example/1", "a", "2024-01-02", AWS, AWS_BODY, "5");
    Path first = parquet(spark, "first", List.of(article, article, article)).getParent();
    Path second = parquet(spark, "second", List.of(article)).getParent();

    Map<String, Long> counts =
        run(spark, new TestLake(folder), input("first", first) + "," + input("second", second));

    assertThat(counts)
        .containsEntry("read", 4L)
        .containsEntry("accepted", 1L)
        .containsEntry("exact_duplicates", 3L)
        .containsEntry("quarantined", 0L);
    TestLake test = new TestLake(folder);
    assertThat(test.lake(spark).read(LakeTable.ARTICLES).count()).isEqualTo(1);
    assertThat(
            test.lake(spark).read(LakeTable.RUNS).selectExpr("to_json(notes)").head().getString(0))
        .contains("first: unknown column likes is not read");
  }

  @Test
  void rowsThatAreAllRefusedAreCountedByReasonInTheMessage(SparkSession spark) {
    TestLake test = new TestLake(folder);
    for (String date : List.of("someday", "1989-12-31", "2031-01-02")) {
      test.article("https://a.example/" + date, "a", date, AWS, AWS_BODY);
    }
    test.lines().add("{\"url\": \"https://h.example/1\", \"title\": \"cut sho");

    assertThatThrownBy(() -> test.run(spark))
        .isInstanceOfSatisfying(
            NewstideException.class,
            refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.INPUT_REJECTED))
        .hasMessageStartingWith("NO_WEEK: input test in " + test.corpus() + ": every row was")
        .hasMessageContaining("refused, 4 in all (BAD_TIMESTAMP 3, MALFORMED 1), so there is no");
    assertThat(LakeTable.values())
        .filteredOn(test.lake(spark)::has)
        .containsExactly(LakeTable.RUNS);
    Row failed = test.lake(spark).read(LakeTable.RUNS).select("status", "failure").head();
    assertThat(failed.getString(0)).isEqualTo("FAILED");
    assertThat(failed.getString(1)).startsWith("NO_WEEK: input test in ");
  }

  @Test
  void aTimestampBeforeAllNewsIsSetAsideInAFileThatSparkHasNotWritten(SparkSession spark)
      throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            "message article { required binary url (UTF8); required binary source (UTF8); required"
                + " binary title (UTF8); required binary body (UTF8); required int64 published_at"
                + " (TIMESTAMP(MICROS, true)); }");
    Path file = Files.createDirectories(folder.resolve("ancient")).resolve("articles.parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
            .withType(schema)
            .build()) {
      for (String day : List.of("0001-01-01T00:00:00Z", "2024-01-02T08:00:00Z")) {
        Instant published = Instant.parse(day);
        writer.write(
            new SimpleGroup(schema)
                .append("url", "https://a.example/" + day)
                .append("source", "a")
                .append("title", AWS)
                .append("body", AWS_BODY)
                .append("published_at", published.getEpochSecond() * 1_000_000));
      }
    }

    Map<String, Long> counts = run(spark, new TestLake(folder), input("ancient", file.getParent()));

    assertThat(counts).containsEntry("accepted", 1L).containsEntry("quarantined", 1L);
  }

  @Test
  void anInputWithoutRowsIsRefusedByItsName(SparkSession spark) {
    Path corpus = parquet(spark, "bare", List.of()).getParent();

    assertThatThrownBy(() -> run(spark, new TestLake(folder), input("bare", corpus)))
        .isInstanceOfSatisfying(
            NewstideException.class,
            refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.INPUT_REJECTED))
        .hasMessageStartingWith("NO_WEEK: input bare in " + corpus + ": there is no row to read");
  }

  @Test
  void aHundredMegabytesAndAMillionNamesAreSetAside(SparkSession spark) {
    List<Row> rows =
        List.of(
            row(1, "2024-01-02", AWS, "AWS grew. ".repeat(10_500_000)),
            row(2, "2024-01-02", AWS, "AWS ".repeat(1_000_000)),
            row(3, "2024-01-02", AWS, AWS_BODY));
    Path corpus = parquet(spark, "large", rows).getParent();

    Map<String, Long> counts = run(spark, new TestLake(folder), input("large", corpus));

    assertThat(counts)
        .containsEntry("accepted", 1L)
        .containsEntry("quarantined", 2L)
        .containsEntry("mentions", 2L);
    assertThat(
            new TestLake(folder)
                .lake(spark).read(LakeTable.QUARANTINE).select("reason").collectAsList().stream()
                    .map(row -> row.getString(0)))
        .containsExactlyInAnyOrder("DOC_TOO_LARGE", "TOO_MANY_MENTIONS");
  }

  @Test
  void poisonedRowsAreCountedWhereTheyBelongAndTheirWeeksHoldInEveryZone(SparkSession spark) {
    String word = "x".repeat(65_536);
    String tooLarge = "AWS ".repeat(400_000);
    List<Row> rows =
        List.of(
            row(1, "2024-12-30", AWS, AWS_BODY),
            row(2, "2021-01-03T23:59:59Z", "AWS grows", "AWS grew."),
            row(3, "2027-01-01", "AWS plans", "AWS planned."),
            row(4, "2026-11-22T23:59:59-08:00", "AWS sells", "AWS sold."),
            row(5, "2024-01-02", null, "AWS named in a body without a title."),
            row(6, "2024-01-02", "AWS named in a title without a body", null),
            row(7, "2024-01-02", "<b>A\u200BWS</b> &amp; co", "<p>AT&amp;T</p><script>x</script>"),
            row(8, "2024-01-02", "Amazon ouvre un centre", "La société AWS ouvre un centre."),
            row(9, "2024-01-02", "AWS and a word", "AWS " + word + " end."),
            row(10, "2024-01-02", null, null),
            row(11, "2024-01-02", "", " \n\t "),
            row(12, null, "AWS undated", "AWS."),
            row(13, "2024-02-30", "AWS on no day", "AWS."),
            row(14, "1989-12-31", "AWS before its time", "AWS."),
            row(15, "2027-01-04", "AWS after its time", "AWS."),
            row(16, "2024-01-02", "AWS at length", tooLarge));
    Path corpus = parquet(spark, "poison", rows).getParent();
    TimeZone machine = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Map<String, Long> counts =
          run(
              spark,
              new TestLake(folder),
              input("poison", corpus),
              Map.of("ingest.max_document_bytes", "1000000", "ingest.as_of", "2027-01-01"));
      assertThat(counts)
          .containsEntry("read", 16L)
          .containsEntry("accepted", 9L)
          .containsEntry("quarantined", 7L)
          .containsEntry("matched", 9L);
    } finally {
      TimeZone.setDefault(machine);
    }
    TestLake test = new TestLake(folder);
    assertThat(
            test
                .lake(spark)
                .read(LakeTable.QUARANTINE)
                .groupBy("reason")
                .count()
                .collectAsList()
                .stream()
                .map(row -> tuple(row.getString(0), row.getLong(1))))
        .containsExactlyInAnyOrder(
            tuple("BAD_TIMESTAMP", 4L), tuple("EMPTY_TEXT", 2L), tuple("DOC_TOO_LARGE", 1L));
    assertThat(
            test.lake(spark)
                .read(LakeTable.QUARANTINE)
                .selectExpr("max(length(excerpt))")
                .head()
                .getInt(0))
        .isLessThanOrEqualTo(500);
    assertThat(
            test
                .lake(spark)
                .read(LakeTable.ARTICLES)
                .where("right(url, 2) IN ('/1', '/2', '/3', '/4')")
                .orderBy("url")
                .selectExpr("cast(week_start AS string)")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0)))
        .containsExactly("2024-12-30", "2020-12-28", "2026-12-28", "2026-11-23");
  }

  private TestLake lakeWithOneWeek() {
    return new TestLake(folder)
        .article("https://a.example/1", "a", "2024-01-02T08:00:00Z", AWS, AWS_BODY);
  }

  private static Row row(int number, String date, String title, String body) {
    return RowFactory.create("https://p.example/" + number, "p", date, title, body, "5");
  }

  /** Words that do not compress to nothing, so that the middle of the file is text. */
  private static List<Row> manyArticles() {
    Random letters = new Random(7);
    return letters
        .ints(2000, 0, Integer.MAX_VALUE)
        .mapToObj(i -> row(i, "2024-01-02", AWS, AWS_BODY + " " + letters.nextLong()))
        .toList();
  }

  private Path parquet(SparkSession spark, String name, List<Row> rows) {
    Path corpus = folder.resolve(name);
    spark.createDataFrame(rows, ARTICLES).coalesce(1).write().parquet(corpus.toString());
    return dataFile(name);
  }

  private Path dataFile(String name) {
    try (var files = Files.list(folder.resolve(name))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("part-"))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path flipped(Path whole, double place) {
    byte[] bytes = read(whole);
    int start = (int) (place * bytes.length);
    for (int i = start; i < start + 64; i++) {
      bytes[i] ^= 0x55;
    }
    return write("flipped/flipped.parquet", bytes);
  }

  private Path cut(Path whole) {
    byte[] bytes = read(whole);
    return write("cut/cut.parquet", java.util.Arrays.copyOf(bytes, bytes.length / 2));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path write(String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String input(String name, Path corpus) {
    return """
        {name = "%s", format = parquet, path = "%s", columns {url = url, source = source,
         published_at = published_at, title = title, body = body}}"""
        .formatted(name, corpus);
  }

  private Map<String, Long> run(SparkSession spark, TestLake test, String inputs) {
    return run(spark, test, inputs, Map.of());
  }

  private Map<String, Long> run(
      SparkSession spark, TestLake test, String inputs, Map<String, String> settings) {
    test.config(); // writes the file
    Map<String, String> overrides = new java.util.HashMap<>(settings);
    overrides.put("inputs", "[" + inputs + "]");
    NewstideConfig config = NewstideConfig.load(folder.resolve("test.conf"), overrides);
    LocalDate asOf = config.ingest().asOf().orElseThrow();
    return new NewstideJob(spark, new RunPlan(config, Optional.empty(), asOf), TestLake.SILENT)
        .run();
  }
}
