package org.newstide.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/tables.md} is written from the contract files; -Dnewstide.update=true rewrites it.
 */
class TablesPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("newstide.root"), "docs", "tables.md");

  @Test
  void thePageSaysWhatTheContractFilesSay() throws IOException {
    if (Boolean.getBoolean("newstide.update")) {
      Files.writeString(PAGE, page());
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page());
  }

  private static String page() throws IOException {
    TableExamples examples = TableExamples.load();
    StringBuilder page =
        new StringBuilder(
            """
            # Tables

            Written from the contract files in `jobs/src/main/resources/tables`; `mvn test -Dtest=TablesPageTest -Dnewstide.update=true` writes it again. The examples are of the embedded sample, read with `sentiment.engine=linear`. Every column carries its comment in the Delta table too (`DESCRIBE TABLE`). Readable by Delta reader version 1.
            """);
    for (LakeTable table : LakeTable.values()) {
      append(page, table, examples);
    }
    return page.toString();
  }

  private static String code(String example) {
    return example.isEmpty() ? "" : "`" + example.replace("|", "\\|").replace("`", "'") + "`";
  }

  private static void append(StringBuilder page, LakeTable table, TableExamples examples) {
    TableSchema schema = table.schema();
    page.append("\n## %s\n%s\n\n".formatted(schema.table(), schema.description()))
        .append("Key: %s. ".formatted(String.join(", ", schema.key())))
        .append(
            schema.partitionBy().isEmpty()
                ? "Not partitioned.\n\n"
                : "Partitioned by %s.\n\n".formatted(String.join(", ", schema.partitionBy())))
        .append("| column | type | may be null | meaning | example |\n|---|---|---|---|---|\n");
    for (TableSchema.ColumnSchema column : schema.columns()) {
      page.append(
          "| %s | %s | %s | %s | %s |\n"
              .formatted(
                  column.name(),
                  column.type().replace("|", "\\|"),
                  column.nullable() ? "yes" : "",
                  column.comment().replace("|", "\\|"),
                  code(examples.of(table, column.name()))));
    }
    if (!schema.checks().isEmpty()) {
      page.append("\nChecks:\n");
      schema.checks().forEach((name, sql) -> page.append("- %s: `%s`\n".formatted(name, sql)));
    }
  }
}
