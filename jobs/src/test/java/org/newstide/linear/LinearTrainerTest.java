package org.newstide.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearTrainerTest {
  private static final ModelShape SHAPE = new ModelShape("colour", 1, 4, 3, 0, "train-colour");
  private static final LinearTrainer TRAINER = new LinearTrainer(SHAPE, 12, 0.1, 1e-5, 1);

  private record Example(int label, int[] index, float[] value) implements LabelledVector {}

  /** Feature c tells class c; feature 3 stands in every example. */
  private static List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      examples.add(new Example(i % 3, new int[] {i % 3, 3}, new float[] {1, 1}));
    }
    return examples;
  }

  @Test
  void whatTellsAClassIsLearned() {
    LinearModel model = LinearModel.of(3, TRAINER.fit(examples()));
    for (int c = 0; c < 3; c++) {
      double[] p = model.scores(0, FeatureVectorTest.vector(c, 3));
      Softmax.apply(p);
      assertThat(p[c]).as("class %d", c).isGreaterThan(0.8);
    }
  }

  @Test
  void theSameExamplesAndSeedGiveTheSameWeights() {
    assertThat(TRAINER.fit(examples())).isEqualTo(TRAINER.fit(examples()));
  }

  @Test
  void aFoldIsScoredByWeightsThatHaveNotSeenIt() {
    List<double[]> scores = TRAINER.crossValidate(examples(), 3, Example::label);
    for (int i = 0; i < scores.size(); i++) {
      int own = i % 3;
      assertThat(scores.get(i)[own]).isLessThan(scores.get(i)[(own + 1) % 3]);
    }
  }
}
