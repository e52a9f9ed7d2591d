package org.newstide.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.execution.datasources.parquet.SparkToParquetSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.junit.jupiter.api.Test;

class StagedTest {
  @Test
  void columnsWithoutADictionaryAreColumnsOfTheFile() {
    List<String> columns =
        new SparkToParquetSchemaConverter(SQLConf.get())
            .convert(Staged.SCHEMA).getPaths().stream()
                .map(path -> String.join(".", path))
                .toList();

    assertThat(columns).containsAll(Staged.HARDLY_REPEATED);
  }
}
