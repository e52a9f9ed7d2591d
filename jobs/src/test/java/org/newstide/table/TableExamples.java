package org.newstide.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** One value of each column, for the page that explains the tables. */
final class TableExamples {
  static final Path FILE =
      Path.of(System.getProperty("newstide.root"), "jobs/src/test/resources/tables/examples.tsv");

  private final Map<String, String> values = new LinkedHashMap<>();

  private TableExamples() {}

  static TableExamples load() throws IOException {
    TableExamples examples = new TableExamples();
    for (String line : Files.readAllLines(FILE)) {
      String[] parts = line.split("\t", -1);
      examples.values.put(parts[0] + "." + parts[1], parts[2]);
    }
    return examples;
  }

  /** Fails where the file has none: a new column gets its example with its meaning. */
  String of(LakeTable table, String column) {
    String value = values.get(table.label() + "." + column);
    if (value == null) {
      throw new AssertionError(
          "%s lacks %s.%s; mvn test -Dtest=TableExamplesTest -Dnewstide.update=true"
              .formatted(FILE, table.label(), column));
    }
    return value;
  }
}
