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
   * Names of one document beyond this are not looked for, decided or not. It is twenty times what
   * any article of the measured corpora mentions: lists and dumps hold more.
   */
  static final int MOST_NAMES = 5_000;

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
   * What a document mentions.
   *
   * @param mentions those of the title first, each field in order of offset; offsets count UTF-16
   *     units of the cleaned field
   * @param isCut whether more names are written than any article holds, so that the rest was not
   *     looked for
   */
  public record Found(List<Mention> mentions, boolean isCut) {}

  public Found find(Document document) {
    List<FieldHits> fields = hits(document);
    return new Found(
        judge(fields, document).stream().map(Judged::mention).toList(), count(fields) > MOST_NAMES);
  }

  /** The mentions in the same order, each with its name and rule. */
  List<Judged> judge(Document document) {
    return judge(hits(document), document);
  }

  private List<Judged> judge(List<FieldHits> fields, Document document) {
    if (count(fields) == 0) {
      return List.of();
    }
    senses.decide(fields, document.publishedOn());
    List<Judged> judged = new ArrayList<>(count(fields));
    for (FieldHits field : fields) {
      addDecided(field, judged);
    }
    return judged;
  }

  private static int count(List<FieldHits> fields) {
    return fields.stream().mapToInt(field -> field.hits().count()).sum();
  }

  /** One name more than are read tells that there are more. */
  private List<FieldHits> hits(Document document) {
    FieldHits title = hits(document, Field.TITLE, MOST_NAMES + 1);
    return List.of(title, hits(document, Field.TEXT, MOST_NAMES + 1 - title.hits().count()));
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
