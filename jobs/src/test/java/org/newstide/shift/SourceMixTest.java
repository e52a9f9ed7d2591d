package org.newstide.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.newstide.shift.SourceMix.Rate;

class SourceMixTest {
  private static final org.assertj.core.data.Offset<Double> TINY = offset(1e-12);

  @Test
  void aChangeInsideEverySourceIsNoMatterOfTheirMix() {
    SourceMix mix =
        SourceMix.of(
            Map.of("wire", new Rate(20, 100), "blog", new Rate(10, 50)),
            Map.of("wire", new Rate(40, 100), "blog", new Rate(20, 50)));
    assertThat(mix.within()).isCloseTo(0.2, TINY);
    assertThat(mix.mix()).isCloseTo(0, TINY);
  }

  @Test
  void anotherMixOfUnchangedSourcesIsNoChangeOfTheNews() {
    // 10% in the wire, 50% in the blog, before and after; the blog grows from half to 90%
    SourceMix mix =
        SourceMix.of(
            Map.of("wire", new Rate(5, 50), "blog", new Rate(25, 50)),
            Map.of("wire", new Rate(1, 10), "blog", new Rate(45, 90)));
    assertThat(mix.within()).isCloseTo(0, TINY);
    assertThat(mix.mix()).isCloseTo(0.16, TINY);
  }

  @Test
  void aNewSourceBringsMixAndNothingElse() {
    SourceMix mix =
        SourceMix.of(
            Map.of("wire", new Rate(20, 100)),
            Map.of("wire", new Rate(20, 100), "blog", new Rate(100, 100)));
    assertThat(mix.within()).isCloseTo(0, TINY);
    assertThat(mix.mix()).isCloseTo(0.4, TINY);
    assertThat(mix.largest().get(0)).isEqualTo(new SourceMix.SourcePart("blog", 0, 0.4));
  }

  @Test
  void aDifferenceNamesEachSourceOnce() {
    SourceMix one =
        SourceMix.of(Map.of("wire", new Rate(20, 100)), Map.of("wire", new Rate(50, 100)));
    SourceMix other =
        SourceMix.of(Map.of("wire", new Rate(20, 100)), Map.of("wire", new Rate(30, 100)));
    assertThat(one.minus(other).largest())
        .singleElement()
        .satisfies(part -> assertThat(part.within()).isCloseTo(0.2, TINY));
  }

  @Property(tries = 200)
  void thePartsAddUpToTheChange(
      @ForAll @Size(6) List<@IntRange(max = 50) Integer> counts,
      @ForAll @Size(6) List<@IntRange(max = 50) Integer> sums) {
    Map<String, Rate> before =
        Map.of(
            "a",
            rate(sums.get(0), counts.get(0)),
            "b",
            rate(sums.get(1), counts.get(1)),
            "c",
            rate(sums.get(2), counts.get(2)));
    Map<String, Rate> after =
        Map.of(
            "a",
            rate(sums.get(3), counts.get(3)),
            "b",
            rate(sums.get(4), counts.get(4)),
            "d",
            rate(sums.get(5), counts.get(5)));
    SourceMix mix = SourceMix.of(before, after);
    assertThat(mix.within() + mix.mix()).isCloseTo(value(after) - value(before), offset(1e-9));
  }

  private static Rate rate(int sum, int count) {
    return new Rate(sum, count + 1.0);
  }

  private static double value(Map<String, Rate> rates) {
    return rates.values().stream().reduce(Rate.NONE, Rate::plus).value();
  }
}
