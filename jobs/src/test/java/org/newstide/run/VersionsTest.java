package org.newstide.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.SparkExtension;

@ExtendWith(SparkExtension.class)
class VersionsTest {
  @TempDir Path folder;

  @Test
  void ofRowsThatDifferOnlyInTheirAddressTheSameOneIsKeptInAnyOrder(SparkSession spark) {
    Dataset<Row> staged =
        staged(
            spark,
            "https://a.example/1?utm_source=b",
            "https://a.example/1#top",
            "https://a.example/1?utm_source=a");

    for (boolean isRising : List.of(true, false)) {
      Dataset<Row> ordered =
          staged
              .coalesce(1)
              .sortWithinPartitions(
                  isRising ? functions.asc("reading.url") : functions.desc("reading.url"));
      assertThat(keptAddresses(ordered)).containsExactly("https://a.example/1#top");
    }
  }

  @Test
  void ofRowsOfOneAddressTheLanguageDecides(SparkSession spark) {
    Dataset<Row> staged = staged(spark, "https://a.example/1", "https://a.example/1");
    Dataset<Row> english = inLanguage(staged, "en");
    Dataset<Row> german = inLanguage(staged, "de");
    Dataset<Row> keys = Staged.of(staged, Staged.Kind.KEYS);

    for (Dataset<Row> mixed : List.of(english.union(german), german.union(english))) {
      try (Versions versions = new Versions(mixed.union(keys).coalesce(1), Optional.empty())) {
        assertThat(versions.keptReadings().select("reading.language").collectAsList())
            .extracting(row -> row.getString(0))
            .containsExactly("de");
      }
    }
  }

  @Test
  void nothingStaysInMemoryOnceItIsClosed(SparkSession spark) {
    Dataset<Row> staged = staged(spark, "https://a.example/1", "https://a.example/1");
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Set<Integer> before = Set.copyOf(context.getPersistentRDDs().keySet());

    assertThat(keptAddresses(staged)).hasSize(1);

    assertThat(before).containsAll(context.getPersistentRDDs().keySet());
  }

  private static List<String> keptAddresses(Dataset<Row> staged) {
    try (Versions versions = new Versions(staged, Optional.empty())) {
      return versions.keptReadings().select("reading.url").collectAsList().stream()
          .map(row -> row.getString(0))
          .toList();
    }
  }

  private static Dataset<Row> inLanguage(Dataset<Row> staged, String language) {
    return Staged.of(staged, Staged.Kind.MATCHED)
        .withColumn(
            "reading", functions.col("reading").withField("language", functions.lit(language)));
  }

  /** One article under each address, as extract leaves it. */
  private Dataset<Row> staged(SparkSession spark, String... addresses) {
    TestLake test = new TestLake(folder);
    for (String address : addresses) {
      test.article(address, "a", "2024-01-02", "AWS opens a region", "AWS opened a region.");
    }
    test.job(spark).extract();
    return test.staging(spark).read(ExtractStage.STAGED, Staged.SCHEMA);
  }
}
