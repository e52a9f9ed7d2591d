package org.newstide.mention;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.catalog.Alias;
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

  private final NameScanner scanner;
  private final Senses senses;
  private final Entity[] entities;
  private final RulePrecision precision;

  public MentionFinder(Catalog catalog) {
    scanner = new NameScanner(catalog);
    Alias[] aliases = scanner.aliases();
    senses = new Senses(catalog, scanner);
    precision = RulePrecision.bundled(aliases);
    entities = new Entity[aliases.length];
    for (int i = 0; i < aliases.length; i++) {
      entities[i] = catalog.entity(aliases[i].entityId()).orElseThrow();
    }
  }

  /** A mention, and how it was decided: what audits count. */
  record Judged(Mention mention, Alias alias, Rule rule) {}

  /**
   * All mentions, those of the title first, each field in order of offset; offsets count UTF-16
   * units of the cleaned field.
   */
  public List<Mention> find(Document document) {
    return judge(document).stream().map(Judged::mention).toList();
  }

  /** All mentions in the same order, each with its name and rule. */
  List<Judged> judge(Document document) {
    FieldHits title = hits(document, Field.TITLE, MAX_MENTIONS);
    FieldHits text = hits(document, Field.TEXT, MAX_MENTIONS - title.hits().count());
    if (title.hits().count() + text.hits().count() == 0) {
      return List.of();
    }
    List<FieldHits> fields = List.of(title, text);
    senses.decide(fields, document.publishedOn());
    List<Judged> judged = new ArrayList<>(title.hits().count() + text.hits().count());
    for (FieldHits field : fields) {
      addDecided(field, judged);
    }
    return judged;
  }

  private FieldHits hits(Document document, Field field, int limit) {
    char[] text = document.of(field).toCharArray();
    return new FieldHits(field, text, scanner.scan(text, limit));
  }

  private void addDecided(FieldHits field, List<Judged> judged) {
    Hits hits = field.hits();
    for (int i = 0; i < hits.count(); i++) {
      if (hits.isDecided(i)) {
        int alias = hits.alias(i);
        double confidence = precision.of(alias, hits.rule(i));
        judged.add(
            new Judged(
                new Mention(field.field(), hits.start(i), hits.end(i), entities[alias], confidence),
                scanner.aliases()[alias],
                hits.rule(i)));
      }
    }
  }
}
