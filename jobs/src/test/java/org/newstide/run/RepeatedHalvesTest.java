package org.newstide.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.newstide.SparkExtension;

@ExtendWith(SparkExtension.class)
class RepeatedHalvesTest {
  @Test
  void whatStandsTwiceInABlockOrInTwoComesOnce(SparkSession spark) {
    Dataset<Row> keys = keys(spark, block(1, 2, 1), block(3, -4), block(-4, 5, -4), block(-9));

    assertThat(repeated(keys, Optional.empty())).containsExactlyInAnyOrder(1L, -4L);
  }

  @Test
  void whatIsPublishedElsewhereCountsAsARow(SparkSession spark) {
    Dataset<Row> keys = keys(spark, block(1, 2), block(3, 3));
    Dataset<Row> elsewhere = spark.createDataset(List.of(2L, 7L), Encoders.LONG()).toDF("high");

    assertThat(repeated(keys, Optional.of(elsewhere))).containsExactlyInAnyOrder(2L, 3L);
  }

  @Test
  void withoutRowsNothingIsRepeated(SparkSession spark) {
    assertThat(repeated(keys(spark), Optional.empty())).isEmpty();
  }

  @Test
  void ofManyInAllRangesNoneIsLostOnTheWay(SparkSession spark) {
    SplittableRandom random = new SplittableRandom(3);
    List<Row> blocks = new ArrayList<>();
    List<Long> planted = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      // Two thousand beside each other fill the packed rows of a range several times.
      long[] halves = random.longs(4000).map(half -> half | 1).toArray();
      for (int j = 0; j < 2000; j++) {
        halves[j] = (42L << 52) + 2 * (i * 2000L + j);
      }
      blocks.add(block(halves));
      planted.add(halves[random.nextInt(2000)]);
      planted.add(halves[2000 + random.nextInt(2000)]);
    }
    blocks.add(block(planted.stream().mapToLong(Long::longValue).toArray()));

    assertThat(repeated(keys(spark, blocks.toArray(Row[]::new)), Optional.empty()))
        .containsExactlyInAnyOrderElementsOf(planted);
  }

  private static List<Long> repeated(Dataset<Row> keys, Optional<Dataset<Row>> elsewhere) {
    return RepeatedHalves.of(keys, elsewhere).as(Encoders.LONG()).collectAsList();
  }

  private static Row block(long... halves) {
    ByteBuffer bytes = ByteBuffer.allocate(halves.length * Long.BYTES);
    bytes.asLongBuffer().put(halves);
    return RowFactory.create(RowFactory.create((Object) bytes.array()));
  }

  private static Dataset<Row> keys(SparkSession spark, Row... blocks) {
    return spark
        .createDataFrame(List.of(blocks), StructType.fromDDL("keys struct<high:binary>"))
        .repartition(3);
  }
}
