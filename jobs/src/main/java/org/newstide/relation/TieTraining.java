package org.newstide.relation;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newstide.catalog.Catalog;
import org.newstide.mention.MentionFinder;

/**
 * Trains the model of {@link RelationFinder}: reports it by grouped five-fold cross-validation,
 * takes scale and threshold from the held-out scores, and writes it with its SHA-256 beside it.
 */
public final class TieTraining {
  private static final int FOLDS = 5;

  private final MentionFinder finder;
  private final TieTrainer trainer;
  private final int asDrawn;
  private final PrintWriter report;

  /**
   * @param asDrawn how many items at the head of the file were not picked for being hard: scale,
   *     threshold and figures are taken on them, as hard items come more often than in the news
   */
  public TieTraining(Catalog catalog, long seed, int asDrawn, PrintWriter report) {
    this.finder = new MentionFinder(catalog);
    this.trainer = new TieTrainer(seed);
    this.asDrawn = asDrawn;
    this.report = report;
  }

  /**
   * @param file labelled JSON lines
   * @param out the model file to write; the digest goes to the same name plus .sha256
   */
  public void run(Path file, Path out) {
    List<LabelledItem> items = LabelledItem.read(file, finder);
    write(train(items), out);
  }

  TieWeights train(List<LabelledItem> items) {
    List<TieTrainer.Example> examples = examples(items);
    HeldOut heldOut = crossValidate(items, examples);
    double scale = heldOut.scale();
    double threshold = heldOut.threshold(scale);
    report.println("items " + items.size() + ", pairs " + examples.size());
    report.println("cross-validated: " + heldOut.quality(scale, threshold));
    report.print(heldOut.reliability(scale));
    report.flush();
    return new TieWeights(trainer.fit(examples), scale, threshold);
  }

  private HeldOut crossValidate(List<LabelledItem> items, List<TieTrainer.Example> examples) {
    int[] groups = ArticleGroups.of(items.stream().map(LabelledItem::document).toList());
    HeldOut heldOut = new HeldOut();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<TieTrainer.Example> training = new ArrayList<>();
      List<TieTrainer.Example> testing = new ArrayList<>();
      for (TieTrainer.Example example : examples) {
        int own = Math.floorMod(FeatureHash.mix(groups[example.item()], 0), FOLDS);
        (own == fold ? testing : training).add(example);
      }
      float[] weights = trainer.fit(training);
      for (TieTrainer.Example example : testing) {
        if (example.item() < asDrawn) {
          heldOut.add(example.label(), TieTrainer.scores(example, weights));
        }
      }
    }
    return heldOut;
  }

  private static List<TieTrainer.Example> examples(List<LabelledItem> items) {
    CueLexicon lexicon = CueLexicon.bundled();
    Trades trades = Trades.bundled();
    FeatureVector vector = new FeatureVector();
    List<TieTrainer.Example> examples = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      LabelledItem item = items.get(i);
      Passage passage = Passage.whole(item.document(), item.mentions());
      TieFeatures features = new TieFeatures(passage, lexicon, trades, vector);
      Map<OrganisationPair, List<Couple>> couples = passage.couples();
      for (OrganisationPair pair : OrganisationPair.among(passage.organisations())) {
        features.fill(pair, couples.getOrDefault(pair, List.of()));
        examples.add(
            new TieTrainer.Example(
                i,
                TieWeights.label(Optional.ofNullable(item.relations().get(pair))),
                Arrays.copyOf(vector.index, vector.size),
                Arrays.copyOf(vector.value, vector.size)));
      }
    }
    return examples;
  }

  private void write(TieWeights model, Path out) {
    byte[] bytes = TieModelFile.encode(model);
    try {
      Files.write(out, bytes);
      String digest = TieModelFile.sha256(bytes);
      Files.writeString(Path.of(out + ".sha256"), digest + "  " + out.getFileName() + "\n");
      report.println("wrote " + out.getFileName() + ": " + bytes.length + " bytes, " + digest);
      report.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
