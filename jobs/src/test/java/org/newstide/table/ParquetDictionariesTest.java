package org.newstide.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.execution.datasources.parquet.SparkToParquetSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.junit.jupiter.api.Test;

class ParquetDictionariesTest {
  @Test
  void columnsWithoutADictionaryAreColumnsOfTables() {
    SparkToParquetSchemaConverter parquet = new SparkToParquetSchemaConverter(SQLConf.get());
    List<String> columns =
        Arrays.stream(LakeTable.values())
            .flatMap(table -> parquet.convert(table.schema().type()).getPaths().stream())
            .map(path -> String.join(".", path))
            .toList();

    assertThat(columns).containsAll(ParquetDictionaries.HARDLY_REPEATED);
  }
}
