package org.newstide.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.SparkExtension;
import org.newstide.table.LakeTable;

/** Spoils staged tables before they are audited: each fault is named, and nothing is published. */
@ExtendWith(SparkExtension.class)
class AuditTest {
  @TempDir Path folder;

  private TestLake test;
  private NewstideJob job;
  private Staging staging;
  private SparkSession spark;

  @BeforeEach
  void stage(SparkSession shared) {
    spark = shared;
    test =
        new TestLake(folder)
            .article("https://a.example/1", "a", "2024-01-02", "AWS grows", "AWS grew again.")
            .article("https://a.example/2", "a", "2024-01-03", "Village fair", "It rained.")
            .article("https://a.example/3", "a", "someday", "AWS shrinks", "AWS shrank.");
    job = test.job(spark);
    job.extract();
    job.trends();
    staging = test.staging(spark);
  }

  @Test
  void aRepeatedKeyIsFound() {
    add(LakeTable.MENTIONS, one(LakeTable.MENTIONS));

    assertIsRefused("mentions key is unique: 1 violations");
  }

  @Test
  void aBrokenCheckAndAnUnknownArticleAreFoundAtOnce() {
    add(
        LakeTable.MENTIONS,
        one(LakeTable.MENTIONS)
            .withColumn("mention_id", lit("other"))
            .withColumn("article_id", lit("other"))
            .withColumn("sentence", lit(null))
            .withColumn("p_negative", lit(1.5)));

    assertIsRefused(
        "mentions.sentence is present: 1 violations",
        "mentions.probabilities_sum_to_one: 1 violations",
        "mentions name a known article: 1 violations");
  }

  @Test
  void aRowTooManyBreaksConservation() {
    add(
        LakeTable.CORPUS_WEEK,
        one(LakeTable.CORPUS_WEEK).withColumn("source", concat(col("source"), lit("2"))));
    add(LakeTable.QUARANTINE, one(LakeTable.QUARANTINE).withColumn("row_hash", lit("other")));

    assertIsRefused(
        "conservation: the weeks' accepted articles: 2 violations",
        "conservation: the weeks' matched articles: 1 violations",
        "conservation: read = accepted + exact duplicates + quarantined of test: 1 violations");
  }

  @Test
  void lostKeysBreakConservation() {
    Dataset<Row> keys =
        Staged.of(staging.read(ExtractStage.STAGED, Staged.SCHEMA), Staged.Kind.KEYS);
    Dataset<Row> others =
        spark.createDataFrame(
            staging.read(ExtractStage.STAGED, Staged.SCHEMA).except(keys).collectAsList(),
            Staged.SCHEMA);
    staging.clear(ExtractStage.STAGED);
    staging.write(ExtractStage.STAGED, others);

    assertIsRefused("conservation: the accepted rows of test have keys: 2 violations");
  }

  @Test
  void sharesThatDoNotSumToOneAreFound() {
    add(LakeTable.ENTITY_WEEK, one(LakeTable.ENTITY_WEEK).withColumn("entity_id", lit("other")));

    assertIsRefused("share_of_voice_stories sums to one within week, category and level: 1");
  }

  private Dataset<Row> one(LakeTable table) {
    return staging.read(table).limit(1);
  }

  /** Spark does not append to what it reads: the few rows are taken out first. */
  private void add(LakeTable table, Dataset<Row> rows) {
    staging.add(table, spark.createDataFrame(rows.collectAsList(), rows.schema()));
  }

  private void assertIsRefused(String... faults) {
    assertThatThrownBy(job::publish)
        .isInstanceOfSatisfying(
            NewstideException.class,
            failed -> {
              assertThat(failed.exitCode()).isEqualTo(ExitCode.AUDIT_FAILED);
              assertThat(failed.code()).isEqualTo("AUDIT_FAILED");
            })
        .hasMessageContainingAll(faults);
    Dataset<Row> ledger = test.lake(spark).read(LakeTable.RUNS);
    assertThat(ledger.where("status = 'PUBLISHED'").isEmpty()).isTrue();
    assertThat(ledger.select("failure").head().getString(0)).startsWith("AUDIT_FAILED: ");
    assertThat(LakeTable.values())
        .filteredOn(test.lake(spark)::has)
        .containsExactly(LakeTable.RUNS);
  }
}
