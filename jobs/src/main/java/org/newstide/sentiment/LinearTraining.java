package org.newstide.sentiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Trains a linear sentiment model: reports it by grouped five-fold cross-validation, calibrates it
 * on the out-of-fold scores, and writes it with its SHA-256 beside it.
 */
public final class LinearTraining {
  private static final int FOLDS = 5;

  private final Trainer trainer;
  private final PrintWriter report;

  public LinearTraining(long seed, PrintWriter report) {
    this.trainer = new Trainer(seed);
    this.report = report;
  }

  /**
   * @param files labelled JSON lines; the folder's name names the set in the report
   * @param out the model file to write; the digest goes to the same name plus .sha256
   */
  public void run(List<Path> files, Path out) {
    List<Example> examples = TrainingSet.read(files);
    Calibration calibration = crossValidate(examples);
    write(train(examples, calibration), out);
  }

  /** The calibration fitted to the out-of-fold scores of all sets. */
  private Calibration crossValidate(List<Example> examples) {
    List<Example> held = new ArrayList<>();
    List<double[]> scores = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Example> training = new ArrayList<>();
      List<Example> testing = new ArrayList<>();
      for (Example example : examples) {
        (foldOf(example) == fold ? testing : training).add(example);
      }
      float[] weights = trainer.fit(training);
      for (Example example : testing) {
        held.add(example);
        scores.add(Trainer.scores(example, weights));
      }
    }
    Calibration calibration = Calibration.fit(scores, held.stream().map(e -> e.label).toList());
    for (String set : new TreeSet<>(held.stream().map(e -> e.set).toList())) {
      report(set, held, scores, calibration);
    }
    return calibration;
  }

  private static int foldOf(Example example) {
    return Math.floorMod(WordHash.mix(WordHash.of(example.group), 0), FOLDS);
  }

  private void report(
      String set, List<Example> held, List<double[]> scores, Calibration calibration) {
    List<double[]> probabilities = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < held.size(); i++) {
      if (held.get(i).set.equals(set)) {
        probabilities.add(calibration.apply(scores.get(i)));
        labels.add(held.get(i).label);
      }
    }
    Quality quality = new Quality(probabilities, labels);
    report.println(set + ": " + quality.summary());
    report.print(quality.reliability());
    report.flush();
  }

  LinearWeights train(List<Example> examples, Calibration calibration) {
    return new LinearWeights(trainer.fit(examples), calibration.scale, calibration.shift);
  }

  private void write(LinearWeights model, Path out) {
    byte[] bytes = ModelFile.encode(model);
    try {
      Files.write(out, bytes);
      String digest = ModelFile.sha256(bytes);
      Files.writeString(Path.of(out + ".sha256"), digest + "  " + out.getFileName() + "\n");
      report.println("wrote " + out.getFileName() + ": " + bytes.length + " bytes, " + digest);
      report.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
