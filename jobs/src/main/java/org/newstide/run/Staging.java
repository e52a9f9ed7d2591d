package org.newstide.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.newstide.ExitCode;
import org.newstide.LiteralPath;
import org.newstide.NewstideException;
import org.newstide.PassingTrouble;
import org.newstide.table.Lake;
import org.newstide.table.LakeTable;

/**
 * The unpublished rows of one run, as Parquet under {@code <lake>/_staging/<weeks>/<owner>}: nobody
 * reads them but the next stage. A stage's folder counts only once its manifest is written, which
 * comes last.
 *
 * <p>Of two runs that share a week the one that began last owns its weeks: what the other staged is
 * gone, and it must not publish. Nothing is locked, so a run that was killed is in nobody's way.
 */
final class Staging {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String OWNER = "_owner.json";
  private static final String PUBLISHED = "_published.json";
  private static final String NOBODY = "none";

  /** Tells the runs of one Spark application apart. */
  private static final AtomicLong CLAIMS = new AtomicLong();

  /**
   * Who owns a folder of staged rows.
   *
   * @param from ISO day of the first Monday of the weeks that it will replace
   * @param to ISO day of the last one
   */
  private record Claim(String owner, String from, String to) {
    boolean holds(WeekRange weeks) {
      return !LocalDate.parse(from).isAfter(weeks.to())
          && !LocalDate.parse(to).isBefore(weeks.from());
    }
  }

  /**
   * What is left of a run once its staged rows are published.
   *
   * @param runId {@link RunManifest#runId}
   */
  private record Published(String runId) {}

  private final SparkSession spark;
  private final WeekRange range;
  private final Path root;
  private final Path weeks;
  private final FileSystem files;
  private String owner;
  private Path folder;

  /** Takes the weeks up where their owner's last stage left them. */
  Staging(SparkSession spark, RunPlan plan, Lake lake) {
    this.spark = spark;
    this.range = plan.weeks().orElse(WeekRange.EVERY);
    this.root = new Path(lake.path(), "_staging");
    this.weeks = new Path(root, plan.weeksLabel());
    try {
      this.files = root.getFileSystem(spark.sessionState().newHadoopConf());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot reach " + root, e);
    }
    own(claimOn(weeks).map(Claim::owner).orElse(NOBODY));
  }

  private void own(String name) {
    owner = name;
    folder = new Path(weeks, name);
  }

  /**
   * Who claims a folder. Nobody where the claim is not whole, as that of a run that was killed
   * while it wrote it: such a run has staged nothing, and may stand in nobody's way.
   */
  private Optional<Claim> claimOn(Path staged) {
    try {
      return readJson(new Path(staged, OWNER), Claim.class);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof JsonProcessingException
          || e.getCause() instanceof ChecksumException
          || e.getCause() instanceof FileNotFoundException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Begins anew: what earlier runs of these weeks left is removed, and what they hold is void. */
  void claim() {
    try {
      delete(weeks);
      own(spark.sparkContext().applicationId() + "-" + CLAIMS.incrementAndGet());
      claim(range);
    } catch (UncheckedIOException e) {
      own(NOBODY);
      throw PassingTrouble.at(weeks.toString(), e).orElseGet(() -> unwritable(e));
    }
  }

  private NewstideException unwritable(UncheckedIOException failure) {
    return new NewstideException(
        ExitCode.USAGE_OR_CONFIG,
        "LAKE_UNWRITABLE",
        "nothing can be written here (" + failure.getCause().getMessage() + ")",
        weeks.toString(),
        "Name a folder in --lake that this run may write to",
        failure);
  }

  /** Owns these weeks as well: the run has found that it must replace them. */
  void claimAlso(List<LocalDate> more) {
    LocalDate first = Collections.min(more);
    LocalDate last = Collections.max(more);
    claim(
        new WeekRange(
            first.isBefore(range.from()) ? first : range.from(),
            last.isAfter(range.to()) ? last : range.to()));
  }

  /**
   * The own claim is written before others are removed: of two runs that begin at once each sees
   * the other, and rather both must be tried again than halves of both be published.
   */
  private void claim(WeekRange claimed) {
    writeJson(
        new Path(weeks, OWNER),
        new Claim(owner, claimed.from().toString(), claimed.to().toString()));
    for (Path other : staged()) {
      if (!other.getName().equals(weeks.getName())) {
        claimOn(other).ifPresentOrElse(claim -> clear(other, claim, claimed), () -> forget(other));
      }
    }
  }

  private void clear(Path other, Claim claim, WeekRange claimed) {
    if (claim.holds(claimed)) {
      delete(other);
    }
  }

  /**
   * Removes what tells of published weeks, whichever they are: each claim looks into every folder
   * that is left. Not with all that may stand there by now, which is another run's.
   */
  private void forget(Path published) {
    delete(new Path(published, PUBLISHED));
    try {
      if (files.listStatus(published).length == 0) {
        files.delete(published, false);
      }
    } catch (FileNotFoundException e) {
      return; // a store without folders has none left, and another run may have been first
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot clear " + published, e);
    }
  }

  /**
   * The id of the run whose rows were staged here last, once they are published, as long as no
   * other run has begun since, of whatever weeks.
   */
  Optional<String> published() {
    return isOwned()
        ? Optional.empty()
        : readJson(new Path(weeks, PUBLISHED), Published.class).map(Published::runId);
  }

  private List<Path> staged() {
    try {
      return Arrays.stream(files.listStatus(root)).map(FileStatus::getPath).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + root, e);
    }
  }

  /**
   * Whether another run has begun one of the weeks since, or has even ended and cleared them: then
   * part of what this one staged is gone.
   */
  boolean isTaken() {
    return isOwned() && claimOn(weeks).map(Claim::owner).filter(owner::equals).isEmpty();
  }

  /** Whether a run has begun to stage these weeks in this lake. */
  boolean isOwned() {
    return !owner.equals(NOBODY);
  }

  /**
   * @throws NewstideException {@code RUN_SUPERSEDED} where {@link #isTaken}
   */
  void requireOwned() {
    if (isTaken()) {
      throw taken(null);
    }
  }

  /**
   * @param cause what failed first; null where nothing did yet
   */
  NewstideException taken(Exception cause) {
    return new NewstideException(
        ExitCode.RETRYABLE,
        "RUN_SUPERSEDED",
        "another run that shares a week with this one has begun since; this one publishes nothing",
        weeks.toString(),
        "Let it end, then run again if its corpus or its weeks were others",
        cause);
  }

  void write(String name, Dataset<Row> rows) {
    write(name, rows, SaveMode.ErrorIfExists);
  }

  private void write(String name, Dataset<Row> rows, SaveMode mode) {
    rows.write().mode(mode).parquet(path(name));
  }

  /**
   * @param schema what was written; to ask the files for it would take a job each time
   */
  Dataset<Row> read(String name, StructType schema) {
    return spark.read().schema(schema).parquet(LiteralPath.of(path(name)));
  }

  void write(LakeTable table, Dataset<Row> rows) {
    write(table.label(), table.schema().conform(rows));
  }

  /** Stages more rows of a table. */
  void add(LakeTable table, Dataset<Row> rows) {
    write(table.label(), table.schema().conform(rows), SaveMode.Append);
  }

  Dataset<Row> read(LakeTable table) {
    return read(table.label(), table.schema().type());
  }

  /**
   * Removes what this run staged and published, and leaves its id. The claim goes before the rows:
   * a run that is killed in between has published, and its repetition shall find that.
   */
  void clearPublished(String runId) {
    if (!isTaken()) {
      writeJson(new Path(weeks, PUBLISHED), new Published(runId));
      delete(new Path(weeks, OWNER));
    }
    delete(folder);
  }

  /** Removes what an earlier try of a stage left. */
  void clear(String name) {
    delete(new Path(folder, name));
  }

  /** The file by which a stage says that it has ended. */
  static String manifest(String stage) {
    return stage + ".json";
  }

  void writeManifest(String stage, Object manifest) {
    writeJson(new Path(folder, manifest(stage)), manifest);
  }

  private void writeJson(Path file, Object value) {
    try (FSDataOutputStream out = files.create(file, true)) {
      out.write(JSON.writeValueAsString(value).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  <T> T readManifest(String stage, Class<T> type) {
    return readJson(new Path(folder, manifest(stage)), type)
        .orElseThrow(
            () ->
                new NewstideException(
                    ExitCode.USAGE_OR_CONFIG,
                    "STAGE_MISSING",
                    "the stage " + stage + " has not finished for these weeks",
                    weeks.toString(),
                    "Run `newstide " + stage + "` with the same weeks first"));
  }

  private <T> Optional<T> readJson(Path file, Class<T> type) {
    try {
      if (!files.exists(file)) {
        return Optional.empty();
      }
      try (FSDataInputStream in = files.open(file)) {
        return Optional.of(JSON.readValue(in.readAllBytes(), type));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private String path(String name) {
    return new Path(folder, name).toString();
  }

  private void delete(Path path) {
    try {
      files.delete(path, true);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot clear " + path, e);
    }
  }
}
