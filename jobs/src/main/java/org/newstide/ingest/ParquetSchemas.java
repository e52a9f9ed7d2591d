package org.newstide.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.config.InputConfig;

/**
 * Holds the schemas of an input's files against the first one's: what the mapping reads must stand
 * in every file with the same type; other columns may come and go.
 */
final class ParquetSchemas {
  private final InputConfig input;
  private final Mapping mapping;
  private final InputFiles files;
  private final Set<String> unread = new TreeSet<>();
  private StructType first;
  private List<String> firstFolders = List.of();
  private String firstFile;
  private Set<String> columnsRead = Set.of();

  ParquetSchemas(InputConfig input, Mapping mapping, InputFiles files) {
    this.input = input;
    this.mapping = mapping;
    this.files = files;
  }

  /** Takes in a file; gives what is wrong with it. */
  List<NewstideException> add(ParquetFooter footer) {
    List<String> folders = files.folderColumns(footer.file());
    unread.addAll(List.of(footer.schema().fieldNames()));
    if (first == null) {
      first = files.withFolderColumns(footer.schema(), footer.file());
      firstFolders = folders;
      firstFile = footer.file().path();
      List<NewstideException> problems = mapping.problems(first, firstFile);
      columnsRead = problems.isEmpty() ? mapping.columnsRead(first) : Set.of();
      return problems;
    }
    return compare(footer, folders);
  }

  /** Of all rows: the first file's, and a text column for every folder such as year=2024. */
  StructType schema() {
    return first == null ? new StructType() : first;
  }

  List<String> notes() {
    return unread.stream()
        .filter(column -> !columnsRead.contains(column))
        .map(column -> input.name() + ": unknown column " + column + " is not read")
        .toList();
  }

  private List<NewstideException> compare(ParquetFooter footer, List<String> folders) {
    String place = footer.file().path();
    List<NewstideException> problems = new ArrayList<>();
    if (!folders.equals(firstFolders)) {
      problems.add(
          problem(
              "SCHEMA_MISSING_COLUMN",
              "the folders name other columns " + folders + " than those of " + firstFile,
              place));
    }
    List<String> names = List.of(footer.schema().fieldNames());
    for (String column : columnsRead) {
      if (firstFolders.contains(column)) {
        continue;
      }
      if (!names.contains(column)) {
        problems.add(
            problem("SCHEMA_MISSING_COLUMN", "the file lacks the column " + column, place));
        continue;
      }
      DataType known = first.apply(column).dataType();
      DataType here = footer.schema().apply(column).dataType();
      if (!DataType.equalsIgnoreNullability(known, here)) {
        problems.add(
            problem(
                "SCHEMA_TYPE_MISMATCH",
                String.format(
                    "the column %s is %s here and %s in %s",
                    column, here.sql(), known.sql(), firstFile),
                place));
      }
    }
    return problems;
  }

  private NewstideException problem(String code, String problem, String place) {
    return new NewstideException(
        ExitCode.INPUT_REJECTED,
        code,
        problem,
        place,
        "Mend the file or take it out, or change the columns of input " + input.name());
  }
}
