package org.newstide.mention;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.newstide.catalog.Alias;

/**
 * How often each rule was right on labelled news, by name: the probability that stands beside every
 * mention. The table {@code mention/precision.csv} holds the counts; a test counts them anew where
 * the labels are at hand. A name with few labels of its own leans on all names of the rule
 * (shrinkage by {@value #PRIOR} mentions), a rule without labels on the rule of succession.
 */
final class RulePrecision implements Serializable {
  /** So many mentions weighs what the rule did on all names. */
  static final int PRIOR = 20;

  private static final String TABLE = "/mention/precision.csv";
  private static final int RULES = Rule.values().length;

  private final double[] byAliasAndRule;

  private RulePrecision(double[] byAliasAndRule) {
    this.byAliasAndRule = byAliasAndRule;
  }

  /** Mentions that a rule made of a name, and those among them that were right. */
  record Count(int found, int right) {
    static final Count NONE = new Count(0, 0);

    Count plus(Count other) {
      return new Count(found + other.found, right + other.right);
    }
  }

  /** The probabilities that come with the program, for the names of a catalog. */
  static RulePrecision bundled(Alias[] aliases) {
    return of(aliases, table());
  }

  /**
   * @param counts by {@link #key}
   */
  static RulePrecision of(Alias[] aliases, Map<String, Count> counts) {
    double[] ofRule = new double[RULES];
    for (Rule rule : Rule.values()) {
      Count all =
          counts.entrySet().stream()
              .filter(e -> e.getKey().startsWith(rule.label() + ","))
              .map(Map.Entry::getValue)
              .reduce(Count.NONE, Count::plus);
      ofRule[rule.ordinal()] = (all.right() + 1.0) / (all.found() + 2.0);
    }
    double[] table = new double[aliases.length * RULES];
    for (int i = 0; i < aliases.length; i++) {
      for (Rule rule : Rule.values()) {
        Count own = counts.getOrDefault(key(rule, aliases[i]), Count.NONE);
        table[i * RULES + rule.ordinal()] =
            (own.right() + PRIOR * ofRule[rule.ordinal()]) / (own.found() + PRIOR);
      }
    }
    return new RulePrecision(table);
  }

  static String key(Rule rule, Alias alias) {
    return rule.label() + "," + alias.text();
  }

  /** Probability 0..1 that a rule's decision on a name is right. */
  double of(int alias, Rule rule) {
    return byAliasAndRule[alias * RULES + rule.ordinal()];
  }

  /** The bundled counts. */
  static Map<String, Count> table() {
    Map<String, Count> counts = new HashMap<>();
    try (InputStream in = RulePrecision.class.getResourceAsStream(TABLE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.readLine(); // the column names
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",", -1);
        counts.put(
            cells[0] + "," + cells[1],
            new Count(Integer.parseInt(cells[2]), Integer.parseInt(cells[3])));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return counts;
  }
}
