package org.newstide.sentiment;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.newstide.linear.FeatureHash;
import org.newstide.linear.LinearModel;
import org.newstide.linear.LinearTrainer;
import org.newstide.linear.ModelFile;
import org.newstide.linear.ModelShape;

/**
 * Trains a linear sentiment model: reports it by grouped five-fold cross-validation, calibrates
 * each form on its out-of-fold scores, and writes the model with its SHA-256 beside it.
 */
public final class LinearTraining {
  private static final int FOLDS = 5;
  private static final int PASSES = 6;
  private static final double RATE = 0.1;
  private static final double L2 = 1e-5;

  private final long seed;
  private final PrintWriter report;

  public LinearTraining(long seed, PrintWriter report) {
    this.seed = seed;
    this.report = report;
  }

  /**
   * @param files labelled JSON lines; the folder's name names the set in the report
   * @param out the model file to write; the digest goes to the same name plus .sha256
   */
  public void run(List<Path> files, Path out) {
    List<Example> examples = TrainingSet.read(files);
    FormFeatures features = new FormFeatures(examples);
    List<Example> learned = features.learned(examples);
    List<double[]> scores = trainer(features).crossValidate(learned, FOLDS, LinearTraining::foldOf);
    Map<Form, Calibration> calibrations = calibrate(learned, scores);
    long taught = learned.stream().filter(Example::isTaught).count();
    report.println(learned.size() - taught + " labelled targets, " + taught + " taught");
    for (String set : labelledSets(learned)) {
      report(set, learned, scores, calibrations);
    }
    LinearModel model = fit(examples, settings(calibrations));
    ModelFile.write(LinearSentiment.SHAPE, model, out, report);
  }

  private static Set<String> labelledSets(List<Example> examples) {
    return examples.stream()
        .filter(example -> !example.isTaught())
        .map(Example::set)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The model of all examples, with calibrations that were fitted before. */
  LinearModel fit(List<Example> examples, double[] settings) {
    FormFeatures features = new FormFeatures(examples);
    float[] weights = trainer(features).fit(features.learned(examples));
    return LinearModel.of(Label.CLASSES, features.spread(weights), settings);
  }

  private LinearTrainer trainer(FormFeatures features) {
    ModelShape shape =
        new ModelShape(
            "learned sentiment",
            1,
            features.places(),
            Label.CLASSES,
            0,
            LinearSentiment.SHAPE.command());
    return new LinearTrainer(shape, PASSES, RATE, L2, seed);
  }

  private static int foldOf(Example example) {
    return example.isTaught()
        ? -1
        : Math.floorMod(FeatureHash.mix(FeatureHash.of(example.group()), 0), FOLDS);
  }

  private static Map<Form, Calibration> calibrate(List<Example> examples, List<double[]> scores) {
    Map<Form, Calibration> calibrations = new EnumMap<>(Form.class);
    for (Form form : Form.values()) {
      List<double[]> own = new ArrayList<>();
      List<Integer> labels = new ArrayList<>();
      for (int i = 0; i < scores.size(); i++) {
        if (examples.get(i).form() == form && !examples.get(i).isTaught()) {
          own.add(scores.get(i));
          labels.add(examples.get(i).label());
        }
      }
      calibrations.put(form, Calibration.fit(own, labels));
    }
    return calibrations;
  }

  private static double[] settings(Map<Form, Calibration> calibrations) {
    return calibrations.values().stream()
        .flatMapToDouble(calibration -> Arrays.stream(calibration.settings()))
        .toArray();
  }

  private void report(
      String set,
      List<Example> examples,
      List<double[]> scores,
      Map<Form, Calibration> calibrations) {
    List<double[]> probabilities = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      Example example = examples.get(i);
      if (example.set().equals(set) && !example.isTaught()) {
        probabilities.add(calibrations.get(example.form()).apply(scores.get(i)));
        labels.add(example.label());
      }
    }
    Quality quality = new Quality(probabilities, labels);
    report.println(set + ": " + quality.summary());
    report.print(quality.reliability());
    report.flush();
  }
}
