package org.newstide.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.SparkExtension;
import org.newstide.config.InputConfig;
import org.newstide.config.NewstideConfig;
import org.newstide.ingest.CorpusReader;
import org.newstide.ingest.InputContract;

@ExtendWith(SparkExtension.class)
class InputPartitionsTest {
  private static final int ROWS = 2000;

  @TempDir Path folder;

  @Test
  void coresWaitWhereThePartsDoNotDivideAmongThem() {
    assertThat(InputPartitions.usedTime(1, 2)).isEqualTo(0.5);
    assertThat(InputPartitions.usedTime(2, 2)).isEqualTo(1);
    assertThat(InputPartitions.usedTime(3, 2)).isEqualTo(0.75);
    assertThat(InputPartitions.usedTime(20, 16)).isCloseTo(0.625, within(1e-9));
    assertThat(InputPartitions.usedTime(0, 2)).isZero();
  }

  @Test
  void oneRowGroupIsReadByAllCoresAndNoRowIsLost(SparkSession spark) {
    Dataset<Row> read = read(spark, 1);

    Dataset<Row> spread = new InputPartitions(spark, 1).spread(read, checked(spark));

    assertThat(spread.javaRDD().glom().collect())
        .filteredOn(rows -> !rows.isEmpty())
        .hasSizeGreaterThan(2);
    assertThat(spread.collectAsList()).containsExactlyInAnyOrderElementsOf(read.collectAsList());
  }

  @Test
  void rowsOfASmallInputStayWhereTheyAre(SparkSession spark) {
    Dataset<Row> read = read(spark, 1);
    assertThat(new InputPartitions(spark).spread(read, checked(spark))).isSameAs(read);
  }

  @Test
  void rowsInEnoughPartsStayWhereTheyAre(SparkSession spark) {
    Dataset<Row> read = read(spark, 2);
    assertThat(new InputPartitions(spark, 1).spread(read, checked(spark))).isSameAs(read);
  }

  private Dataset<Row> read(SparkSession spark, int files) {
    Random letters = new Random(7);
    List<Row> articles =
        letters
            .ints(ROWS)
            .mapToObj(i -> RowFactory.create("https://a.example/" + i, noise(letters)))
            .toList();
    spark
        .createDataFrame(articles, StructType.fromDDL("url string, text string"))
        .repartition(files)
        .write()
        .parquet(corpus());
    InputContract.Checked checked = checked(spark);
    return CorpusReader.read(
        new InputPartitions(spark).sessionFor(checked), input(), checked, Integer.MAX_VALUE);
  }

  /** Text that does not become short in a file. */
  private static String noise(Random letters) {
    return letters.longs(50).mapToObj(Long::toHexString).reduce("", String::concat);
  }

  private InputContract.Checked checked(SparkSession spark) {
    return InputContract.check(spark, input());
  }

  private InputConfig input() {
    String inputs =
        """
        [{name = noise, format = parquet, path = "%s", columns {
          url = url, source = "'a'", published_at = "'2024-01-02'", title = text, body = text}}]\
        """
            .formatted(corpus());
    new TestLake(folder).config(); // writes the file
    return NewstideConfig.load(folder.resolve("test.conf"), Map.of("inputs", inputs))
        .inputs()
        .get(0);
  }

  private String corpus() {
    return folder.resolve("noise").toString();
  }
}
