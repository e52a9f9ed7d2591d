package org.newstide.mention;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newstide.catalog.Alias;
import org.newstide.catalog.AliasTier;
import org.newstide.catalog.Catalog;

/**
 * Decides which of the names written in a document mean their entity. Names that leave no doubt
 * anchor the doubtful ones; each decision keeps the {@link Rule} it was made by.
 */
final class Senses implements Serializable {
  private static final int NEIGHBOURHOOD = 60;

  private final NameScanner scanner;
  private final Alias[] aliases;
  private final String[] organisations;
  private final ContextWords words;
  private final long[] speakingFor;
  private final long[] speakingAgainst;

  Senses(Catalog catalog, NameScanner scanner) {
    this.scanner = scanner;
    aliases = scanner.aliases();
    words = new ContextWords(catalog.contexts());
    organisations = new String[aliases.length];
    speakingFor = new long[aliases.length];
    speakingAgainst = new long[aliases.length];
    for (int i = 0; i < aliases.length; i++) {
      organisations[i] = catalog.entity(aliases[i].entityId()).orElseThrow().organisationId();
      speakingFor[i] = words.bits(aliases[i].contexts());
      speakingAgainst[i] = words.bits(aliases[i].against());
    }
  }

  /** Decides the hits of all fields of one document. */
  void decide(List<FieldHits> fields, Optional<LocalDate> day) {
    new Decision(fields, day).run();
  }

  /** The state of deciding one document. */
  private final class Decision {
    private final List<FieldHits> fields;
    private final Optional<LocalDate> day;
    private final Set<String> named = new HashSet<>();
    private long contexts;

    Decision(List<FieldHits> fields, Optional<LocalDate> day) {
      this.fields = fields;
      this.day = day;
    }

    void run() {
      if (isDoubtful()) {
        for (FieldHits field : fields) {
          contexts |= words.in(field.text(), 0, field.text().length);
        }
      }
      forOpen(this::byItself);
      forOpen(this::byDocument);
      Set<Integer> sensed = new HashSet<>();
      for (FieldHits field : fields) {
        for (int i = 0; i < field.hits().count(); i++) {
          if (field.hits().isDecided(i)) {
            sensed.add(field.hits().alias(i));
          }
        }
      }
      forOpen(
          (field, i) ->
              sensed.contains(field.hits().alias(i))
                  ? Optional.of(Rule.SAME_SENSE)
                  : Optional.empty());
    }

    private boolean isDoubtful() {
      for (FieldHits field : fields) {
        for (int i = 0; i < field.hits().count(); i++) {
          int alias = field.hits().alias(i);
          if (speakingAgainst[alias] != 0 || aliases[alias].tierOn(day) != AliasTier.SAFE) {
            return true;
          }
        }
      }
      return false;
    }

    private interface Step {
      Optional<Rule> apply(FieldHits field, int hit);
    }

    private void forOpen(Step step) {
      for (FieldHits field : fields) {
        for (int i = 0; i < field.hits().count(); i++) {
          if (!field.hits().isDecided(i)) {
            int hit = i;
            step.apply(field, hit).ifPresent(rule -> field.hits().decide(hit, rule));
          }
        }
      }
    }

    /** What a name tells without the rest of the document; it then speaks for the rest. */
    private Optional<Rule> byItself(FieldHits field, int i) {
      int alias = field.hits().alias(i);
      AliasTier tier = aliases[alias].tierOn(day);
      boolean isSafeVersion = tier == AliasTier.SAFE && field.hits().hasVersion(i);
      if ((contexts & speakingAgainst[alias]) != 0 && !isSafeVersion) {
        return Optional.empty();
      }
      Rule rule = null;
      if (tier == AliasTier.SAFE) {
        rule = Rule.WRITTEN;
      } else if (field.hits().hasVersion(i) && tier == AliasTier.ANCHORED) {
        rule = Rule.VERSION;
      } else if (aliases[alias].isKnownOn(day)) {
        rule = Rule.KNOWN;
      }
      if (rule == Rule.WRITTEN || rule == Rule.VERSION) {
        named.add(organisations[alias]);
      }
      return Optional.ofNullable(rule);
    }

    /** What the document tells of a name; of two entities' names the first that it speaks for. */
    private Optional<Rule> byDocument(FieldHits field, int i) {
      int first = field.hits().alias(i);
      for (int alias = first; alias != NameScanner.NONE; alias = scanner.nextOfSpelling(alias)) {
        field.hits().alias(i, alias);
        Optional<Rule> rule = byDocument(field, i, alias);
        if (rule.isPresent()) {
          return rule;
        }
      }
      field.hits().alias(i, first);
      return Optional.empty();
    }

    private Optional<Rule> byDocument(FieldHits field, int i, int alias) {
      boolean isNamed = named.contains(organisations[alias]);
      AliasTier tier = aliases[alias].tierOn(day);
      if (tier == AliasTier.NEIGHBOUR) {
        boolean isMeant =
            isNamed && isNamedNear(field.hits(), i)
                || tier == aliases[alias].tier() && isContextNear(field, i);
        return isMeant ? Optional.of(Rule.NEIGHBOUR) : Optional.empty();
      }
      if (isAgainstNear(field, i, alias) && !isContextNear(field, i)) {
        return Optional.empty();
      }
      if (isNamed) {
        return Optional.of(Rule.COMPANY);
      }
      return (contexts & speakingFor[alias]) != 0 ? Optional.of(Rule.CONTEXT) : Optional.empty();
    }

    /** What speaks against the name close by, or in a phrase around it, outweighs the rest. */
    private boolean isAgainstNear(FieldHits field, int i, int alias) {
      if ((contexts & speakingAgainst[alias]) == 0) {
        return false;
      }
      int from = Math.max(0, field.hits().start(i) - NEIGHBOURHOOD);
      int to = Math.min(field.text().length, field.hits().end(i) + NEIGHBOURHOOD);
      return (words.in(field.text(), from, to) & speakingAgainst[alias]) != 0;
    }

    private boolean isContextNear(FieldHits field, int i) {
      char[] text = field.text();
      int start = field.hits().start(i);
      int end = field.hits().end(i);
      long near =
          words.in(text, Math.max(0, start - NEIGHBOURHOOD), start)
              | words.in(text, end, Math.min(text.length, end + NEIGHBOURHOOD));
      return (near & speakingFor[field.hits().alias(i)]) != 0;
    }

    private boolean isNamedNear(Hits hits, int i) {
      for (int step = -1; step <= 1; step += 2) {
        for (int k = i + step; k >= 0 && k < hits.count() && gap(hits, i, k) <= NEIGHBOURHOOD; ) {
          if (hits.isDecided(k)
              && hits.rule(k) == Rule.WRITTEN
              && organisations[hits.alias(k)].equals(organisations[hits.alias(i)])) {
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
}
