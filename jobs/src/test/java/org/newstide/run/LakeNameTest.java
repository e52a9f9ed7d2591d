package org.newstide.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.SparkExtension;
import org.newstide.table.LakeTable;

@ExtendWith(SparkExtension.class)
class LakeNameTest {
  @TempDir Path folder;

  @Test
  void aLakeMayHaveAnyName(SparkSession spark) {
    TestLake test = TestLake.ofNews(folder.resolve("it's 100% [a] {b,c} *d* e? \u00e9"));

    test.run(spark);

    assertThat(test.lake(spark).published()).containsExactly(LakeTable.values());
    assertThat(test.lake(spark).read(LakeTable.ARTICLES).count()).isPositive();
  }
}
