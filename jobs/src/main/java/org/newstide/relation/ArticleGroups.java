package org.newstide.relation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.newstide.article.Document;
import org.newstide.linear.FeatureHash;

/**
 * Items that come from one article or its near duplicates: they share their title, or a run of
 * eight words that is no widespread boilerplate. Such items stay in one fold.
 */
final class ArticleGroups {
  private static final int RUN = 8;
  private static final int WIDESPREAD = 5;
  private static final Pattern NO_WORD = Pattern.compile("\\W+");

  private final int[] parent;

  private ArticleGroups(int size) {
    this.parent = new int[size];
    Arrays.setAll(parent, i -> i);
  }

  /** For each document the number of its group: the place of the group's first document. */
  static int[] of(List<Document> documents) {
    ArticleGroups groups = new ArticleGroups(documents.size());
    List<Set<Integer>> runs = new ArrayList<>();
    Map<Integer, Integer> frequency = new HashMap<>();
    for (Document document : documents) {
      Set<Integer> own = runs(document);
      own.forEach(run -> frequency.merge(run, 1, Integer::sum));
      runs.add(own);
    }
    Map<Integer, Integer> firstWith = new HashMap<>();
    Map<String, Integer> firstOfTitle = new HashMap<>();
    for (int i = 0; i < runs.size(); i++) {
      if (!documents.get(i).title().isEmpty()) {
        Integer first = firstOfTitle.putIfAbsent(documents.get(i).title(), i);
        groups.join(first == null ? i : first, i);
      }
      for (int run : runs.get(i)) {
        if (frequency.get(run) <= WIDESPREAD) {
          Integer first = firstWith.putIfAbsent(run, i);
          groups.join(first == null ? i : first, i);
        }
      }
    }
    int[] of = new int[documents.size()];
    Arrays.setAll(of, groups::root);
    return of;
  }

  private static Set<Integer> runs(Document document) {
    String all = document.title() + " " + document.text();
    List<String> words =
        NO_WORD
            .splitAsStream(all.toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .toList();
    Set<Integer> runs = new HashSet<>();
    for (int i = 0; i + RUN <= words.size(); i++) {
      runs.add(FeatureHash.of(String.join(" ", words.subList(i, i + RUN))));
    }
    return runs;
  }

  private void join(int one, int other) {
    int a = root(one);
    int b = root(other);
    parent[Math.max(a, b)] = Math.min(a, b);
  }

  private int root(int at) {
    int root = at;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }
}
