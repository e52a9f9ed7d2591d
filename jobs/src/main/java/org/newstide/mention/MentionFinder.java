package org.newstide.mention;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.catalog.Alias;
import org.newstide.catalog.AliasTier;
import org.newstide.catalog.Catalog;
import org.newstide.catalog.Entity;

/**
 * Finds the catalog's names in a document and decides which of them mean the entity. Immutable,
 * safe for threads; time linear in the text.
 */
public final class MentionFinder implements Serializable {
  /**
   * Mentions of one document beyond this are not read: lists and dumps hold more, articles never.
   */
  public static final int MAX_MENTIONS = 10_000;

  private static final int NEIGHBOURHOOD = 60;
  private static final int SAFE = 980;
  private static final int ANCHORED = 920;
  private static final int NEIGHBOUR = 900;
  private static final int SAME_SENSE = 850;

  private final NameScanner scanner;
  private final ContextWords words;
  private final Entity[] entityOfAlias;
  private final long[] contextsOfAlias;

  public MentionFinder(Catalog catalog) {
    scanner = new NameScanner(catalog);
    words = new ContextWords(catalog.contexts());
    entityOfAlias = new Entity[scanner.aliasCount()];
    contextsOfAlias = new long[scanner.aliasCount()];
    for (int i = 0; i < entityOfAlias.length; i++) {
      Alias alias = scanner.alias(i);
      entityOfAlias[i] = catalog.entity(alias.entityId()).orElseThrow();
      contextsOfAlias[i] = words.contextsOf(alias);
    }
  }

  /**
   * All mentions, those of the title first, each field in order of offset; offsets count UTF-16
   * units of the cleaned field.
   */
  public List<Mention> find(Document document) {
    FieldHits title = hits(document, Field.TITLE, MAX_MENTIONS);
    FieldHits text = hits(document, Field.TEXT, MAX_MENTIONS - title.hits().count());
    List<FieldHits> fields = List.of(title, text);
    if (title.hits().count() + text.hits().count() == 0) {
      return List.of();
    }
    decide(fields);
    List<Mention> mentions = new ArrayList<>(title.hits().count() + text.hits().count());
    for (FieldHits field : fields) {
      addMentions(field, mentions);
    }
    return mentions;
  }

  private record FieldHits(Field field, char[] text, Hits hits) {}

  private FieldHits hits(Document document, Field field, int limit) {
    char[] text = document.of(field).toCharArray();
    return new FieldHits(field, text, scanner.scan(text, document.publishedOn(), limit));
  }

  private void addMentions(FieldHits field, List<Mention> mentions) {
    Hits hits = field.hits();
    for (int i = 0; i < hits.count(); i++) {
      if (hits.confidence(i) > 0) {
        mentions.add(
            new Mention(
                field.field(),
                hits.start(i),
                hits.end(i),
                entityOfAlias[hits.alias(i)],
                hits.confidence(i) / 1000.0));
      }
    }
  }

  private void decide(List<FieldHits> fields) {
    Set<String> named = new HashSet<>();
    boolean isDoubtful = false;
    for (FieldHits field : fields) {
      for (int i = 0; i < field.hits().count(); i++) {
        int alias = field.hits().alias(i);
        if (scanner.alias(alias).tier() == AliasTier.SAFE) {
          field.hits().confidence(i, SAFE);
          named.add(entityOfAlias[alias].organisationId());
        } else {
          isDoubtful = true;
        }
      }
    }
    if (isDoubtful) {
      decideDoubtful(fields, named);
    }
  }

  private void decideDoubtful(List<FieldHits> fields, Set<String> named) {
    long contexts = 0;
    for (FieldHits field : fields) {
      contexts |= words.in(field.text(), 0, field.text().length);
    }
    Set<Integer> sensed = new HashSet<>();
    for (FieldHits field : fields) {
      for (int i = 0; i < field.hits().count(); i++) {
        if (field.hits().confidence(i) == 0) {
          int confidence = confidence(field, i, contexts, named);
          field.hits().confidence(i, confidence);
          if (confidence > 0) {
            sensed.add(field.hits().alias(i));
          }
        }
      }
    }
    for (FieldHits field : fields) {
      for (int i = 0; i < field.hits().count(); i++) {
        if (field.hits().confidence(i) == 0 && sensed.contains(field.hits().alias(i))) {
          field.hits().confidence(i, SAME_SENSE);
        }
      }
    }
  }

  private int confidence(FieldHits field, int i, long contexts, Set<String> named) {
    int index = field.hits().alias(i);
    Alias alias = scanner.alias(index);
    boolean isNamed = named.contains(entityOfAlias[index].organisationId());
    if (alias.tier() == AliasTier.ANCHORED) {
      return isNamed || (contexts & contextsOfAlias[index]) != 0 ? ANCHORED : 0;
    }
    if (isNamed && isNamedNear(field.hits(), i)) {
      return NEIGHBOUR;
    }
    int from = Math.max(0, field.hits().start(i) - NEIGHBOURHOOD);
    int to = Math.min(field.text().length, field.hits().end(i) + NEIGHBOURHOOD);
    long near =
        words.in(field.text(), from, field.hits().start(i))
            | words.in(field.text(), field.hits().end(i), to);
    return (near & contextsOfAlias[index]) != 0 ? NEIGHBOUR : 0;
  }

  private boolean isNamedNear(Hits hits, int i) {
    String organisation = entityOfAlias[hits.alias(i)].organisationId();
    for (int step = -1; step <= 1; step += 2) {
      for (int k = i + step; k >= 0 && k < hits.count() && gap(hits, i, k) <= NEIGHBOURHOOD; ) {
        if (scanner.alias(hits.alias(k)).tier() == AliasTier.SAFE
            && entityOfAlias[hits.alias(k)].organisationId().equals(organisation)) {
          return true;
        }
        k += step;
      }
    }
    return false;
  }

  private static int gap(Hits hits, int i, int k) {
    return k < i ? hits.start(i) - hits.end(k) : hits.start(k) - hits.end(i);
  }
}
