package org.newstide.ingest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.config.InputConfig;
import org.newstide.ingest.InputContract.InputFile;

/**
 * Finds the files of an input: those that Spark would read, without its silence about empty ones
 * and about folders that are Delta tables.
 */
final class InputFiles {
  private static final String DELTA_LOG = "_delta_log";

  /** How a file's name ends while Hadoop's tools write it. */
  private static final String COPIED_BY_HADOOP = "._COPYING_";

  private final Configuration hadoop;
  private final InputConfig input;
  private final List<NewstideException> problems;
  private final List<InputFile> files = new ArrayList<>();
  private Optional<String> folder = Optional.empty();

  /** The input's path as messages give it: where it is not this machine's, with its file system. */
  private String place;

  private InputFiles(Configuration hadoop, InputConfig input, List<NewstideException> problems) {
    this.hadoop = hadoop;
    this.input = input;
    this.problems = problems;
    this.place = input.path();
  }

  static InputFiles list(
      Configuration hadoop, InputConfig input, List<NewstideException> problems) {
    InputFiles found = new InputFiles(hadoop, input, problems);
    try {
      found.list();
    } catch (FileNotFoundException e) {
      found.missing("there is no such file or folder", e);
    } catch (IOException | IllegalArgumentException e) {
      found.missing("the place cannot be listed (" + e.getMessage() + ")", e);
    }
    return found;
  }

  /** Files that hold something, in order of their names. */
  List<InputFile> files() {
    return List.copyOf(files);
  }

  /** The input's folder, from which folders such as {@code year=2024} count as columns. */
  Optional<String> folder() {
    return folder;
  }

  /** The names of the columns that a file takes from its folders. */
  List<String> folderColumns(InputFile file) {
    if (folder.isEmpty()) {
      return List.of();
    }
    List<String> columns = new ArrayList<>();
    String[] parts = relative(file.path()).split("/");
    for (String folderName : List.of(parts).subList(0, parts.length - 1)) {
      int equals = folderName.indexOf('=');
      if (equals > 0) {
        columns.add(folderName.substring(0, equals));
      }
    }
    return columns;
  }

  /** A file's own columns, and a text column for every folder such as {@code year=2024}. */
  StructType withFolderColumns(StructType own, InputFile file) {
    StructType all = own;
    for (String column : folderColumns(file)) {
      if (!List.of(all.fieldNames()).contains(column)) {
        all = all.add(column, DataTypes.StringType);
      }
    }
    return all;
  }

  private void list() throws IOException {
    Path root = new Path(input.path());
    FileSystem system = root.getFileSystem(hadoop);
    if (!(system instanceof LocalFileSystem)) {
      place = system.makeQualified(root).toString();
    }
    FileStatus status = system.getFileStatus(root);
    if (status.isDirectory()) {
      folder = Optional.of(status.getPath().toString());
      if (system.exists(new Path(root, DELTA_LOG))) {
        problems.add(
            rejected(
                "INPUT_IS_DELTA",
                "the folder is a Delta table, whose dropped files would be read too",
                place,
                "Set format = delta for input " + input.name(),
                null));
        return;
      }
    }
    if (system instanceof LocalFileSystem) {
      addLocal(system, root);
    } else {
      addAll(system.listFiles(root, true));
    }
    files.sort(Comparator.comparing(InputFile::path));
    if (files.isEmpty() && problems.isEmpty()) {
      missing("the folder holds no file to read", null);
    }
  }

  private void addAll(RemoteIterator<LocatedFileStatus> found) throws IOException {
    while (found.hasNext()) {
      add(found.next());
    }
  }

  /** Without Hadoop's native library, its listing with places runs the program ls for each file. */
  private void addLocal(FileSystem system, Path place) throws IOException {
    for (FileStatus found : system.listStatus(place)) {
      if (found.isDirectory()) {
        addLocal(system, found.getPath());
      } else {
        add(found);
      }
    }
  }

  private void add(FileStatus file) {
    String path = file.getPath().toString();
    if (isHidden(path)) {
      return;
    }
    if (isSkipped(file.getPath().getName())) {
      problems.add(
          rejected(
              "INPUT_FILE_SKIPPED",
              "Spark reads no file whose name begins with . or _ or ends in " + COPIED_BY_HADOOP,
              path,
              "Rename it once it is whole, and give the new name to input " + input.name(),
              null));
      return;
    }
    if (file.getLen() == 0) {
      problems.add(
          rejected(
              "INPUT_FILE_EMPTY",
              "the file holds no byte",
              path,
              "Deliver it again or take it out of the input",
              null));
      return;
    }
    files.add(new InputFile(path, file.getLen()));
  }

  /** What other tools leave beside the data, or have not finished, does not belong to it. */
  private boolean isHidden(String path) {
    return folder.isPresent()
        && Stream.of(relative(path).split("/")).anyMatch(InputFiles::isSkipped);
  }

  /** Whether Spark reads nothing of this name, neither what it finds nor what it is told to. */
  private static boolean isSkipped(String name) {
    boolean isColumn = name.contains("=");
    return name.startsWith(".")
        || (name.startsWith("_") && !isColumn)
        || name.endsWith(COPIED_BY_HADOOP);
  }

  private String relative(String path) {
    String root = folder.orElseThrow();
    return path.substring(root.endsWith("/") ? root.length() : root.length() + 1);
  }

  private void missing(String problem, Exception cause) {
    problems.add(
        rejected(
            "INPUT_MISSING",
            problem,
            place,
            "Check the path of input " + input.name() + ", or give it with --set corpus.path=DIR",
            cause));
  }

  private static NewstideException rejected(
      String code, String problem, String place, String remedy, Exception cause) {
    return new NewstideException(ExitCode.INPUT_REJECTED, code, problem, place, remedy, cause);
  }
}
