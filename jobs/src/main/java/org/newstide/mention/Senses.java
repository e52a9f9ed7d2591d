package org.newstide.mention;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.newstide.catalog.Alias;
import org.newstide.catalog.AliasTier;
import org.newstide.catalog.Catalog;

/**
 * Decides which of the names written in a document mean their entity. Names that leave no doubt
 * anchor the doubtful ones; each decision keeps the {@link Rule} it was made by.
 */
final class Senses implements Serializable {
  private static final int NEIGHBOURHOOD = 60;

  /** An apostrophe, an s and a space. */
  private static final int POSSESSIVE = 3;

  /** How many bare names a piece of another's name may speak for. */
  private static final int BARE_PER_OTHER = 5;

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
    private final Set<String> namedEntities = new HashSet<>();
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
      dismissOthers();
      forOpen(this::byFame);
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
      eachOpen(
          (field, hit) -> step.apply(field, hit).ifPresent(rule -> field.hits().decide(hit, rule)));
    }

    private void eachOpen(ObjIntConsumer<FieldHits> taker) {
      for (FieldHits field : fields) {
        for (int i = 0; i < field.hits().count(); i++) {
          if (field.hits().isOpen(i)) {
            taker.accept(field, i);
          }
        }
      }
    }

    /** What leaves no doubt without the rest of the document; it then speaks for the rest. */
    private Optional<Rule> byItself(FieldHits field, int i) {
      int alias = field.hits().alias(i);
      AliasTier tier = aliases[alias].tierOn(day);
      boolean isSafeVersion = tier == AliasTier.SAFE && field.hits().hasVersion(i);
      if ((contexts & speakingAgainst[alias]) != 0 && !isSafeVersion || isThing(field, i)) {
        return Optional.empty();
      }
      Rule rule = null;
      if (tier == AliasTier.SAFE) {
        rule = Rule.WRITTEN;
      } else if (field.hits().hasVersion(i) && tier == AliasTier.ANCHORED) {
        rule = Rule.VERSION;
      }
      if (rule != null) {
        named.add(organisations[alias]);
        namedEntities.add(aliases[alias].entityId());
      }
      return Optional.ofNullable(rule);
    }

    /**
     * A company takes no article by itself: "the Amazon is" is a river and "the Amazon app" the
     * company's. Matters where a safe name has another sense.
     */
    private boolean isThing(FieldHits field, int i) {
      int alias = field.hits().alias(i);
      return speakingAgainst[alias] != 0
          && aliases[alias].tier() == AliasTier.SAFE
          && aliases[alias].entityId().equals(organisations[alias])
          && OtherNames.hasArticle(field.text(), field.hits().start(i))
          && OtherNames.endsPhrase(field.text(), field.hits().end(i));
    }

    /** So well known that it needs nothing else, unless something speaks against it. */
    private Optional<Rule> byFame(FieldHits field, int i) {
      int alias = field.hits().alias(i);
      return (contexts & speakingAgainst[alias]) == 0 && aliases[alias].isKnownOn(day)
          ? Optional.of(Rule.KNOWN)
          : Optional.empty();
    }

    /**
     * Lets go of pieces of other names. A word before the name makes it another's for good: who
     * sells Arctis Nova headsets at Amazon means no model. (Not so of one that everybody knows
     * where its company or a word of its contexts is at hand.) A word behind it leaves it the
     * company's where the company or a word of the name's contexts is at hand: Gemini Robotics.
     * Where a document holds such another name, the bare one is that too, unless its owner or such
     * a word stands beside it, or its full name elsewhere, or the bare one is far more frequent:
     * then a heading that came without its tags ran into the text, as in "Claude for Excel Claude
     * understands".
     */
    private void dismissOthers() {
      Map<String, Integer> bareAllowed = new HashMap<>();
      eachOpen(
          (field, i) -> {
            if (isOthers(field, i)) {
              int alias = field.hits().alias(i);
              if (!namedEntities.contains(aliases[alias].entityId())) {
                bareAllowed.merge(aliases[alias].text(), BARE_PER_OTHER, Integer::sum);
              }
              field.hits().dismiss(i);
            }
          });
      if (bareAllowed.isEmpty()) {
        return;
      }
      eachOpen(
          (field, i) -> bareAllowed.computeIfPresent(text(field, i), (name, left) -> left - 1));
      eachOpen(
          (field, i) -> {
            if (bareAllowed.getOrDefault(text(field, i), -1) >= 0 && !isTheCompanys(field, i)) {
              field.hits().dismiss(i);
            }
          });
    }

    private String text(FieldHits field, int i) {
      return aliases[field.hits().alias(i)].text();
    }

    private boolean isTheCompanys(FieldHits field, int i) {
      int alias = field.hits().alias(i);
      return isOwned(field, i)
          || isContextNear(field, i)
          || aliases[alias].isKnownOn(day) && named.contains(organisations[alias]);
    }

    private boolean isOthers(FieldHits field, int i) {
      Hits hits = field.hits();
      int alias = hits.alias(i);
      if (aliases[alias].tier() == AliasTier.SAFE || hits.hasVersion(i)) {
        return false;
      }
      char[] text = field.text();
      int start = OtherNames.before(text, hits, i);
      boolean isKnownHere =
          aliases[alias].isKnownOn(day)
              && (named.contains(organisations[alias]) || isContextNear(field, i));
      boolean isBehind =
          start < hits.start(i) && !speaksFor(alias, text, start, hits.start(i)) && !isKnownHere;
      int end = isBehind ? hits.end(i) : OtherNames.behind(text, hits, i);
      boolean isBefore =
          end > hits.end(i)
              && !speaksFor(alias, text, hits.end(i), end)
              && !OtherNames.hasArticle(text, hits.start(i))
              && !isTold(field, i);
      return (isBehind || isBefore)
          && !isOwned(field, i)
          && (aliases[alias].isAheadOn(day) || !OtherNames.isTitleCase(text, start, end));
    }

    /** Whether the company is named, or a word of the contexts: near, of a known name anywhere. */
    private boolean isTold(FieldHits field, int i) {
      int alias = field.hits().alias(i);
      return named.contains(organisations[alias])
          || (aliases[alias].isKnownOn(day)
              ? (contexts & speakingFor[alias]) != 0
              : isContextNear(field, i));
    }

    private boolean speaksFor(int alias, char[] text, int from, int to) {
      return (words.in(text, from, to) & speakingFor[alias]) != 0;
    }

    /** The owner directly before the name, with or without an apostrophe: IBM's Watson. */
    private boolean isOwned(FieldHits field, int i) {
      Hits hits = field.hits();
      return i > 0
          && hits.isDecided(i - 1)
          && organisations[hits.alias(i - 1)].equals(organisations[hits.alias(i)])
          && gap(hits, i, i - 1) <= POSSESSIVE;
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
      if (tier == AliasTier.ANCHORED && isTied(field, i)) {
        return Optional.of(Rule.NEIGHBOUR);
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

    /** Whether a verb or deal ties a company to another one close by: X buys Y. */
    private boolean isTied(FieldHits field, int i) {
      Hits hits = field.hits();
      String organisation = organisations[hits.alias(i)];
      if (!aliases[hits.alias(i)].entityId().equals(organisation)) {
        return false;
      }
      for (int k = i - 1; k <= i + 1; k += 2) {
        if (k >= 0
            && k < hits.count()
            && hits.isDecided(k)
            && hits.rule(k) == Rule.WRITTEN
            && aliases[hits.alias(k)].entityId().equals(organisations[hits.alias(k)])
            && gap(hits, i, k) <= NEIGHBOURHOOD
            && Deals.between(
                field.text(),
                Math.min(hits.end(i), hits.end(k)),
                Math.max(hits.start(i), hits.start(k)))) {
          return true;
        }
      }
      return false;
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
