package org.newstide.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.newstide.catalog.Alias;
import org.newstide.catalog.Catalog;
import org.newstide.mention.RulePrecision.Count;

/**
 * Counts on the labelled news what each rule does, and holds {@code precision.csv} against it. With
 * {@code -Dnewstide.precision.write=FILE} the counts are written, to become the new table.
 */
class RulePrecisionTest {
  private static final double MOST_DRIFT_OF_A_RULE = 0.01;
  private static final int FOLDS = 5;

  private final Catalog catalog =
      Catalog.load(Path.of(System.getProperty("newstide.root"), "conf", "catalog"));
  private final MentionFinder finder = new MentionFinder(catalog);

  @Test
  void nameWithoutLabelsLeansOnItsRule() {
    Alias[] names = {Alias.safe("Amazon", "amazon"), Alias.safe("Vultr", "vultr")};
    Map<String, Count> counts = Map.of("written,Amazon", new Count(98, 89));

    RulePrecision precision = RulePrecision.of(names, counts);

    // the rule: (89 + 1) / (98 + 2); the name with labels: (89 + 20 * 0.9) / (98 + 20)
    assertThat(precision.of(1, Rule.WRITTEN)).isEqualTo(0.9);
    assertThat(precision.of(0, Rule.WRITTEN)).isEqualTo(107.0 / 118);
    assertThat(precision.of(0, Rule.KNOWN)).isEqualTo(0.5);
  }

  @Test
  void everyRuleOfTheBundledTableIsKnownAndNoCountIsAbsurd() {
    Map<String, Count> table = RulePrecision.table();

    assertThat(table).isNotEmpty();
    assertThat(table.keySet())
        .allSatisfy(
            key ->
                assertThat(List.of(Rule.values()).stream().map(Rule::label))
                    .contains(key.substring(0, key.indexOf(','))));
    assertThat(table.values())
        .allSatisfy(count -> assertThat(count.right()).isBetween(0, count.found()));
  }

  @Test
  void bundledPrecisionIsWhatTheLabelledNewsSay() throws IOException {
    Map<String, Count> counted = count(items(), 0, 1);
    String target = System.getProperty("newstide.precision.write");
    if (target != null) {
      write(Path.of(target), counted);
    }

    Map<String, Count> bundled = byRule(RulePrecision.table());
    byRule(counted)
        .forEach(
            (rule, count) -> {
              assertThat(bundled).as("rule in precision.csv").containsKey(rule);
              assertThat(share(bundled.get(rule)))
                  .as("precision of rule %s, counted %s", rule, count)
                  .isCloseTo(
                      share(count), org.assertj.core.data.Offset.offset(MOST_DRIFT_OF_A_RULE));
            });
  }

  @Test
  void confidenceLearntOnFourFifthsHoldsOnTheLastFifth() throws IOException {
    List<GoldMentions.Item> items = items();
    double error = 0;
    int all = 0;
    Map<Integer, double[]> bins = new TreeMap<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      RulePrecision learnt = RulePrecision.of(aliases(), countExcept(items, fold));
      for (int i = fold; i < items.size(); i += FOLDS) {
        List<MentionFinder.Judged> judged = finder.judge(items.get(i).document());
        List<Boolean> right = right(items.get(i), judged);
        for (int k = 0; k < judged.size(); k++) {
          double p = learnt.of(indexOf(judged.get(k).alias()), judged.get(k).rule());
          double[] bin = bins.computeIfAbsent((int) Math.min(9, p * 10), b -> new double[3]);
          bin[0] += p;
          bin[1] += right.get(k) ? 1 : 0;
          bin[2]++;
          all++;
        }
      }
    }
    for (double[] bin : bins.values()) {
      error += Math.abs(bin[0] - bin[1]) / all;
    }

    assertThat(error).as("expected calibration error over %s mentions", all).isLessThan(0.005);
  }

  private static List<GoldMentions.Item> items() throws IOException {
    Optional<Path> file = GoldMentions.file("train.jsonl");
    Assumptions.assumeTrue(
        file.isPresent(), "skipped: no labelled news at ../shared/gold/cloud-ai");
    return GoldMentions.read(file.get());
  }

  private Map<String, Count> countExcept(List<GoldMentions.Item> items, int fold) {
    Map<String, Count> counts = new HashMap<>();
    for (int other = 0; other < FOLDS; other++) {
      if (other != fold) {
        count(items, other, FOLDS).forEach((key, count) -> counts.merge(key, count, Count::plus));
      }
    }
    return counts;
  }

  private Map<String, Count> count(List<GoldMentions.Item> items, int first, int step) {
    Map<String, Count> counts = new TreeMap<>();
    for (int i = first; i < items.size(); i += step) {
      List<MentionFinder.Judged> judged = finder.judge(items.get(i).document());
      List<Boolean> right = right(items.get(i), judged);
      for (int k = 0; k < judged.size(); k++) {
        String key = RulePrecision.key(judged.get(k).rule(), judged.get(k).alias());
        counts.merge(key, new Count(1, right.get(k) ? 1 : 0), Count::plus);
      }
    }
    return counts;
  }

  private static List<Boolean> right(GoldMentions.Item item, List<MentionFinder.Judged> judged) {
    return item.right(judged.stream().map(MentionFinder.Judged::mention).toList());
  }

  private Alias[] aliases() {
    return catalog.aliases().toArray(Alias[]::new);
  }

  private int indexOf(Alias alias) {
    return catalog.aliases().indexOf(alias);
  }

  private static Map<String, Count> byRule(Map<String, Count> counts) {
    Map<String, Count> byRule = new TreeMap<>();
    counts.forEach(
        (key, count) -> byRule.merge(key.substring(0, key.indexOf(',')), count, Count::plus));
    return byRule;
  }

  private static double share(Count count) {
    return (count.right() + 1.0) / (count.found() + 2.0);
  }

  private static void write(Path file, Map<String, Count> counts) throws IOException {
    StringBuilder lines = new StringBuilder("rule,name,found,right\n");
    counts.forEach(
        (key, count) -> lines.append(key + "," + count.found() + "," + count.right()).append('\n'));
    Files.writeString(file, lines.toString());
  }
}
