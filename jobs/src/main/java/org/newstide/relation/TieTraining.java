package org.newstide.relation;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newstide.linear.FeatureHash;
import org.newstide.linear.LabelledVector;
import org.newstide.linear.LinearTrainer;
import org.newstide.linear.ModelFile;

/**
 * Trains the model of {@link RelationFinder}: reports it by grouped five-fold cross-validation,
 * takes scale and threshold from the held-out scores, and writes it with its SHA-256 beside it.
 */
public final class TieTraining {
  private static final int FOLDS = 5;
  private static final int PASSES = 12;
  private static final double RATE = 0.05;
  private static final double L2 = 5e-4;

  /**
   * A pair of an item.
   *
   * @param label 0 for no tie, else 1 + the type's place
   */
  record Example(int item, int label, int[] index, float[] value) implements LabelledVector {}

  private final LinearTrainer trainer;
  private final int asDrawn;
  private final PrintWriter report;

  /**
   * @param asDrawn how many items at the head of the first file were not picked for being hard:
   *     scale, threshold and figures are taken on them, as hard items come more often than in the
   *     news
   */
  public TieTraining(long seed, int asDrawn, PrintWriter report) {
    this.trainer = new LinearTrainer(TieWeights.SHAPE, PASSES, RATE, L2, seed);
    this.asDrawn = asDrawn;
    this.report = report;
  }

  /**
   * @param files labelled JSON lines
   * @param out the model file to write; the digest goes to the same name plus .sha256
   */
  public void run(List<Path> files, Path out) {
    List<LabelledItem> items = new ArrayList<>();
    files.forEach(file -> items.addAll(LabelledItem.read(file)));
    ModelFile.write(TieWeights.SHAPE, train(items).model(), out, report);
  }

  TieWeights train(List<LabelledItem> items) {
    List<Example> examples = examples(items);
    HeldOut heldOut = crossValidate(items, examples);
    double scale = heldOut.scale();
    double threshold = heldOut.threshold(scale);
    report.println("items " + items.size() + ", pairs " + examples.size());
    report.println("cross-validated: " + heldOut.quality(scale, threshold));
    report.print(heldOut.reliability(scale));
    report.flush();
    return TieWeights.of(trainer.fit(examples), scale, threshold);
  }

  private HeldOut crossValidate(List<LabelledItem> items, List<Example> examples) {
    int[] groups = ArticleGroups.of(items.stream().map(LabelledItem::document).toList());
    List<double[]> scores =
        trainer.crossValidate(
            examples,
            FOLDS,
            example -> Math.floorMod(FeatureHash.mix(groups[example.item()], 0), FOLDS));
    HeldOut heldOut = new HeldOut();
    for (int i = 0; i < scores.size(); i++) {
      if (examples.get(i).item() < asDrawn) {
        heldOut.add(examples.get(i).label(), scores.get(i));
      }
    }
    return heldOut;
  }

  private static List<Example> examples(List<LabelledItem> items) {
    CueLexicon lexicon = CueLexicon.bundled();
    Trades trades = Trades.bundled();
    FeatureGroups groups = new FeatureGroups();
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      LabelledItem item = items.get(i);
      TiePassage passage = TiePassage.whole(item.document(), item.mentions());
      TieFeatures features = new TieFeatures(passage, lexicon, trades, groups);
      Map<OrganisationPair, List<Couple>> couples = passage.couples();
      for (OrganisationPair pair : OrganisationPair.among(passage.organisations())) {
        features.fill(pair, couples.getOrDefault(pair, List.of()));
        examples.add(
            new Example(
                i,
                TieWeights.label(Optional.ofNullable(item.relations().get(pair))),
                groups.vector().index(),
                groups.vector().value()));
      }
    }
    return examples;
  }
}
