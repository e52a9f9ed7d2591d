package org.newstide.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.mention.Mention;

/**
 * How much an article is about each of its organisations, 0..1: the mean of four parts, each 0..1:
 * whether the title names it, how early it comes, how often (3 mentions or more count fully), and
 * its share of the article's mentions.
 */
public final class Relevance {
  private static final int FULL_COUNT = 3;

  private Relevance() {}

  /** Relevance per organisation id. */
  public static Map<String, Double> of(Document document, List<Mention> mentions) {
    Map<String, Integer> counts = new HashMap<>();
    Map<String, Mention> first = new HashMap<>();
    for (Mention mention : mentions) {
      counts.merge(mention.organisationId(), 1, Integer::sum);
      first.putIfAbsent(mention.organisationId(), mention);
    }
    Map<String, Double> relevance = new HashMap<>();
    counts.forEach(
        (organisation, count) -> {
          double title = first.get(organisation).field() == Field.TITLE ? 1 : 0;
          double early = earliness(document, first.get(organisation));
          double often = Math.min(1.0, (double) count / FULL_COUNT);
          double share = (double) count / mentions.size();
          relevance.put(organisation, (title + early + often + share) / 4);
        });
    return relevance;
  }

  private static double earliness(Document document, Mention mention) {
    if (mention.field() == Field.TITLE) {
      return 1;
    }
    return 1 - (double) mention.start() / document.text().length();
  }
}
