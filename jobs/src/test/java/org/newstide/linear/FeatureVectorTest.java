package org.newstide.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureVectorTest {
  @Test
  void featuresStandInTheOrderInWhichTheyWereAdded() {
    FeatureVector features = vector(5, 3, 5);
    assertThat(features.index()).containsExactly(5, 3, 5);
    assertThat(features.value()).containsExactly(1, 1, 1);
  }

  @Test
  void aClearedVectorHoldsNothingOfTheExampleBefore() {
    FeatureVector features = vector(5, 3);
    features.clear();
    features.add(7, 2);
    assertThat(features.index()).containsExactly(7);
    assertThat(features.value()).containsExactly(2);
  }

  @Test
  void aLongTextHasRoom() {
    int[] places = IntStream.range(0, 5000).toArray();
    assertThat(vector(places).index()).isEqualTo(places);
  }

  @Test
  void fillingLeavesTheFeaturesBeforeAsTheyAre() {
    FeatureVector features = vector(5, 3, 8);
    features.fill(1, 0.5f);
    assertThat(features.value()).containsExactly(1, 0.5f, 0.5f);
  }

  @Test
  void aNormalisedVectorHasUnitLengthAndAnEmptyOneStaysEmpty() {
    FeatureVector features = vector(1, 2, 3, 4);
    features.normalise();
    assertThat(features.value()).containsExactly(0.5f, 0.5f, 0.5f, 0.5f);
    FeatureVector empty = vector();
    empty.normalise();
    assertThat(empty.value()).isEmpty();
  }

  /** Features of value 1 at the places. */
  static FeatureVector vector(int... places) {
    FeatureVector features = new FeatureVector();
    for (int place : places) {
      features.add(place, 1);
    }
    return features;
  }
}
