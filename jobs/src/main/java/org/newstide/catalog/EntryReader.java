package org.newstide.catalog;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.newstide.Nearest;

/** Reads the entries of one catalog file and notes every problem with its line. */
final class EntryReader {
  private static final Set<String> FILE_FIELDS = Set.of("contexts", "entities");
  private static final Set<String> ENTITY_FIELDS =
      Set.of("id", "parent", "name", "categories", "tickers", "aliases", "look_alikes");
  private static final Set<String> ALIAS_FIELDS =
      Set.of(
          "name", "tier", "case", "versions", "contexts", "against", "from", "until", "safe_from");

  private static final List<String> CATEGORIES =
      Stream.of(Category.values()).map(Category::label).toList();

  private final String file;
  private final CatalogProblems problems;
  private final List<EntityEntry> entries;
  private final Map<String, List<String>> contexts;

  EntryReader(
      String file,
      CatalogProblems problems,
      List<EntityEntry> entries,
      Map<String, List<String>> contexts) {
    this.file = file;
    this.problems = problems;
    this.entries = entries;
    this.contexts = contexts;
  }

  /** All documents are read, so that no name of a further one seems to be undefined. */
  void read(List<YamlNode> documents) {
    if (documents.size() > 1) {
      invalid(
          documents.get(1),
          "a second document begins here, and a catalog file holds one; take out the line ---"
              + " before it and list all under one entities, or write it to a file of its own");
    }
    documents.forEach(this::read);
  }

  private void read(YamlNode root) {
    Map<String, YamlNode> fields = fields(root, FILE_FIELDS);
    YamlNode words = fields.get("contexts");
    if (words instanceof YamlNode.Mapping named) {
      named.fields().forEach(this::context);
    } else if (words != null) {
      invalid(
          words,
          "a list of words for each context is needed here, such as cloud: [\"data center\"]");
    }
    YamlNode entities = fields.get("entities");
    if (entities != null) {
      items(entities).forEach(this::entity);
    }
  }

  private void context(YamlNode.Field field) {
    if (contexts.put(field.key(), names(field.value())) != null) {
      problems.add(
          "CATALOG_INVALID", file, field.line(), "context " + field.key() + " is defined twice");
    }
  }

  private void entity(YamlNode node) {
    Map<String, YamlNode> fields = fields(node, ENTITY_FIELDS);
    String id = text(fields.get("id"));
    if (id == null || !id.matches("[a-z0-9]+([-_.][a-z0-9]+)*")) {
      invalid(node, "the entity needs an id of lower-case letters, digits and hyphens");
      return;
    }
    String name = text(fields.get("name"));
    if (name == null) {
      invalid(node, "entity " + id + " needs a name");
      name = id;
    }
    requireCategories(node, id, fields.get("categories"));
    List<EntityEntry.Name> names = new ArrayList<>();
    if (fields.containsKey("aliases")) {
      items(fields.get("aliases")).forEach(alias -> names.add(alias(alias, id)));
    }
    if (fields.containsKey("tickers")) {
      items(fields.get("tickers"))
          .forEach(ticker -> names.add(plain(name(ticker), id, ticker.line())));
    }
    entries.add(
        new EntityEntry(
            file,
            node.line(),
            id,
            text(fields.get("parent")),
            name,
            categories(fields.get("categories")),
            names,
            names(fields.get("look_alikes"))));
  }

  /** Nothing is inherited from a parent: without one of its own an entity has no weekly figures. */
  private void requireCategories(YamlNode entity, String id, YamlNode categories) {
    boolean isEmpty = categories instanceof YamlNode.Sequence list && list.items().isEmpty();
    if (categories == null || isEmpty) {
      invalid(entity, "entity " + id + " needs categories, at least one of " + CATEGORIES);
    }
  }

  private EntityEntry.Name alias(YamlNode node, String id) {
    if (node instanceof YamlNode.Scalar scalar) {
      return plain(name(scalar), id, node.line());
    }
    Map<String, YamlNode> fields = fields(node, ALIAS_FIELDS);
    String name = name(fields.get("name"));
    if (name == null) {
      invalid(node, "an alias of " + id + " needs a name");
    }
    String casing = choice(fields.get("case"), List.of("exact", "any"), "exact");
    String versions = choice(fields.get("versions"), List.of("true", "false"), "false");
    List<String> tiers =
        Stream.of(AliasTier.values()).map(t -> t.name().toLowerCase(Locale.ROOT)).toList();
    Alias alias =
        new Alias(
            name == null ? "??" : name,
            id,
            AliasTier.valueOf(choice(fields.get("tier"), tiers, "safe").toUpperCase(Locale.ROOT)),
            casing.equals("any"),
            versions.equals("true"),
            texts(fields.get("contexts")),
            texts(fields.get("against")),
            day(fields.get("from")),
            day(fields.get("until")),
            day(fields.get("safe_from")));
    return new EntityEntry.Name(alias, node.line());
  }

  private static EntityEntry.Name plain(String text, String id, int line) {
    return new EntityEntry.Name(Alias.safe(text == null ? "" : text, id), line);
  }

  private Set<Category> categories(YamlNode node) {
    EnumSet<Category> categories = EnumSet.noneOf(Category.class);
    for (String label : texts(node)) {
      String found = choice(new YamlNode.Scalar(label, node.line()), CATEGORIES, CATEGORIES.get(0));
      categories.add(Category.valueOf(found.toUpperCase(Locale.ROOT)));
    }
    return categories;
  }

  private String choice(YamlNode node, List<String> known, String fallback) {
    String text = text(node);
    if (text == null || known.contains(text)) {
      return text == null ? fallback : text;
    }
    invalid(node, "\"" + text + "\" is none of " + known + "; nearest: " + Nearest.to(text, known));
    return fallback;
  }

  private LocalDate day(YamlNode node) {
    return parsed(node, LocalDate::parse, "a day such as 2024-02-08");
  }

  private <T> T parsed(YamlNode node, Function<String, T> parse, String form) {
    String text = text(node);
    try {
      return text == null ? null : parse.apply(text);
    } catch (DateTimeParseException e) {
      invalid(node, "\"" + text + "\" is not " + form);
      return null;
    }
  }

  private List<String> texts(YamlNode node) {
    return node == null
        ? List.of()
        : items(node).stream().map(this::text).filter(t -> t != null).toList();
  }

  /** Texts that are looked for. */
  private List<String> names(YamlNode node) {
    return node == null
        ? List.of()
        : items(node).stream().map(this::name).filter(t -> t != null).toList();
  }

  private String name(YamlNode node) {
    String text = text(node);
    if (text != null && !Catalog.isLatin(text)) {
      invalid(node, "\"" + text + "\" has letters that are not Latin, which are not looked for");
    }
    return text;
  }

  private List<YamlNode> items(YamlNode node) {
    if (node instanceof YamlNode.Sequence sequence) {
      return sequence.items();
    }
    invalid(node, "a list is needed here");
    return List.of();
  }

  private String text(YamlNode node) {
    if (node == null) {
      return null;
    }
    if (node instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
      return scalar.text();
    }
    invalid(node, "a text is needed here");
    return null;
  }

  private Map<String, YamlNode> fields(YamlNode node, Set<String> known) {
    Map<String, YamlNode> fields = new HashMap<>();
    if (!(node instanceof YamlNode.Mapping mapping)) {
      invalid(node, "fields are needed here: " + known.stream().sorted().toList());
      return fields;
    }
    for (YamlNode.Field field : mapping.fields()) {
      if (known.contains(field.key())) {
        fields.put(field.key(), field.value());
      } else {
        problems.add(
            "CATALOG_UNKNOWN_FIELD",
            file,
            field.line(),
            "field "
                + field.key()
                + " is unknown; the nearest is "
                + Nearest.to(field.key(), known.stream().sorted().toList()));
      }
    }
    return fields;
  }

  private void invalid(YamlNode node, String problem) {
    problems.add("CATALOG_INVALID", file, node.line(), problem);
  }
}
