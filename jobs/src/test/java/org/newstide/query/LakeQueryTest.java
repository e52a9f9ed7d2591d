package org.newstide.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newstide.SampleLakeExtension;
import org.newstide.SparkExtension;
import org.newstide.table.Lake;
import org.newstide.table.LakeTable;

@ExtendWith({SparkExtension.class, SampleLakeExtension.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LakeQueryTest {
  private Lake lake;
  private LakeQuery query;

  @BeforeAll
  void openTheSample(SparkSession spark, Lake sample) {
    lake = sample;
    query = LakeQuery.over(spark, sample);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM runs",
        "DELETE FROM delta.`LAKE/runs`",
        "INSERT INTO runs SELECT * FROM runs",
        "FROM runs INSERT INTO runs SELECT *",
        "WITH old AS (SELECT * FROM runs) INSERT INTO delta.`LAKE/runs` SELECT * FROM old",
        "INSERT OVERWRITE DIRECTORY 'LAKE/out' USING csv SELECT 1",
        "UPDATE delta.`LAKE/runs` SET status = 'X'",
        "MERGE INTO delta.`LAKE/runs` a USING runs b ON a.sequence = b.sequence"
            + " WHEN MATCHED THEN DELETE",
        "DROP VIEW runs",
        "CREATE TABLE t USING delta LOCATION 'LAKE/t' AS SELECT 1 AS a",
        "CREATE OR REPLACE TEMP VIEW runs AS SELECT 1",
        "OPTIMIZE delta.`LAKE/runs`",
        "VACUUM delta.`LAKE/runs` RETAIN 0 HOURS",
        "RESTORE TABLE delta.`LAKE/runs` TO VERSION AS OF 0",
        "CREATE TABLE delta.`LAKE/copy` SHALLOW CLONE delta.`LAKE/runs`",
        "ALTER TABLE delta.`LAKE/runs` ADD COLUMN a INT",
        "SET spark.sql.shuffle.partitions = 3",
        "CACHE TABLE runs",
        "ADD JAR x.jar",
        "EXPLAIN SELECT 1",
        "SELECT TRANSFORM(week_start) USING 'cat' AS (week) FROM corpus_week",
        "SELECT reflect('java.util.UUID', 'randomUUID')",
        "SELECT * FROM runs WHERE run_id = (SELECT java_method('java.util.UUID', 'randomUUID'))",
        "WITH called AS (SELECT reflect('java.util.UUID', 'randomUUID')) SELECT * FROM called"
      })
  void nothingButAQueryIsRun(String statement) {
    long version = lake.version(LakeTable.RUNS);
    assertThatThrownBy(() -> query.rows(statement.replace("LAKE", lake.path()), "the query"))
        .hasMessageStartingWith("SQL_NOT_A_QUERY: the query: ");
    assertThat(lake.version(LakeTable.RUNS)).isEqualTo(version);
    assertThat(Path.of(lake.path(), "out")).doesNotExist();
    assertThat(Path.of(lake.path(), "t")).doesNotExist();
    assertThat(Path.of(lake.path(), "copy")).doesNotExist();
  }

  @Test
  void tablesCanBeListedAndDescribed() {
    assertThat(query.rows("DESCRIBE entity_week", "test").collectAsList())
        .extracting(row -> row.getString(0))
        .contains("share_of_voice_stories", "is_provisional");
    assertThat(query.rows("SHOW TABLES", "test").collectAsList())
        .extracting(row -> row.getString(1))
        .contains("entity_week", "runs");
  }

  @Test
  void anUnreadableStatementIsNamedWithLineAndColumn() {
    assertThatThrownBy(() -> query.rows("SELECT week_label\nFORM entity_week x", "a.sql"))
        .hasMessage(
            "SQL_UNREADABLE: a.sql, line 2, column 6: the SQL cannot be read - Syntax error at or"
                + " near 'entity_week'. Mend the statement there; it is one SELECT in Spark's"
                + " SQL.");
  }

  @Test
  void anUnknownTableIsNamedWithTheNearestKnown() {
    assertThatThrownBy(() -> query.rows("SELECT * FROM entity_weeks", "the query"))
        .hasMessageContaining(
            "SQL_UNKNOWN_TABLE: the query, line 1: there is no table entity_weeks")
        .hasMessageContaining("Did you mean entity_week?");
  }

  @Test
  void anUnknownColumnIsNamedWithTheNearestKnown() {
    assertThatThrownBy(() -> query.rows("SELECT storys FROM entity_week", "the query"))
        .hasMessageContaining("SQL_UNKNOWN_COLUMN: the query, line 1: there is no column storys")
        .hasMessageContaining("stories");
  }

  @Test
  void anyOtherMistakeIsToldInOneLine() {
    assertThatThrownBy(() -> query.rows("SELECT stories, sum(articles) FROM entity_week", "q"))
        .hasMessageStartingWith("SQL_INVALID: q")
        .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSize(1));
    assertThatThrownBy(() -> print("SELECT raise_error('too bad')", ResultFormat.CSV, 5))
        .hasMessageStartingWith("SQL_FAILED: q: the query stopped - ")
        .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSize(1));
  }

  @Test
  void aFolderWithoutTablesIsNoLake(SparkSession spark, @TempDir Path folder) {
    assertThatThrownBy(() -> LakeQuery.over(spark, new Lake(spark, folder.toString())))
        .hasMessageStartingWith("LAKE_MISSING: " + folder + ": here are no tables of Newstide. ");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void tablesAreAlignedAndCutWithAWord() {
    assertThat(
            print(
                "SELECT * FROM VALUES ('a|b', 1.5D), ('ü', NULL), ('c', 2D) AS t(x, y)",
                ResultFormat.TABLE,
                2))
        .isEqualTo(
            """
            | x    |   y |
            | ---- | --: |
            | a\\|b | 1.5 |
            | ü    |     |

            Only the first 2 rows; --rows shows more.
            """);
    assertThat(print("SELECT 1 AS a WHERE false", ResultFormat.TABLE, 2)).endsWith("\nNo rows.\n");
  }

  @Test
  void csvQuotesWhatNeedsQuotesAndTellsNullFromEmpty() {
    assertThat(
            print(
                "SELECT 'a,\"b\"' AS x, '' AS y, NULL AS z, map('k', 1) AS m", ResultFormat.CSV, 0))
        .isEqualTo("x,y,z,m\r\n\"a,\"\"b\"\"\",\"\",,\"{\"\"k\"\":1}\"\r\n");
  }

  @Test
  void jsonHoldsNullsAndNestedValues() {
    assertThat(
            print(
                "SELECT 'a' AS x, CAST(NULL AS INT) AS y, array(1, 2) AS z", ResultFormat.JSON, 0))
        .isEqualTo("{\"x\":\"a\",\"y\":null,\"z\":[1,2]}\n");
  }

  private String print(String text, ResultFormat format, int mostRows) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    query.print(text, "q", format, mostRows, writer);
    writer.flush();
    return out.toString();
  }
}
