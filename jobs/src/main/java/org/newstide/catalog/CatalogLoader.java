package org.newstide.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.newstide.ExitCode;
import org.newstide.Nearest;
import org.newstide.NewstideException;

/** Reads a catalog folder, and holds the entries against each other. */
final class CatalogLoader {
  private final Path dir;
  private final CatalogProblems problems = new CatalogProblems();
  private final List<EntityEntry> entries = new ArrayList<>();
  private final Map<String, List<String>> contexts = new LinkedHashMap<>();

  CatalogLoader(Path dir) {
    this.dir = dir;
  }

  /** All mistakes, each by itself; a folder that cannot be read or names nobody is thrown. */
  List<NewstideException> mistakes() {
    read();
    return problems.each();
  }

  Catalog load() {
    Catalog catalog = read();
    problems.throwIfAny();
    return catalog;
  }

  private Catalog read() {
    MessageDigest digest = DigestUtils.getSha256Digest();
    for (Path file : files()) {
      byte[] bytes = bytes(file);
      digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(bytes);
      read(file.getFileName().toString(), new String(bytes, StandardCharsets.UTF_8));
    }
    Map<String, Entity> entities = entities();
    List<Alias> aliases = aliases();
    requireFewContexts();
    requireEntities();
    List<String> lookAlikes = entries.stream().flatMap(e -> e.lookAlikes().stream()).toList();
    return new Catalog(
        entities, aliases, lookAlikes, contexts, HexFormat.of().formatHex(digest.digest()));
  }

  private void requireFewContexts() {
    if (contexts.size() > Catalog.MOST_CONTEXTS) {
      problems.add(
          "CATALOG_INVALID",
          dir.getFileName().toString(),
          1,
          contexts.size() + " contexts are defined; at most " + Catalog.MOST_CONTEXTS + " may be");
    }
  }

  /** Mistakes may be why there is none; then they are what is to mend. */
  private void requireEntities() {
    if (entries.isEmpty() && problems.each().isEmpty()) {
      throw new NewstideException(
          ExitCode.USAGE_OR_CONFIG,
          "CATALOG_EMPTY",
          "the catalog holds no entity, so there is nothing to look for",
          dir.toString(),
          "List entities in its YAML files, or set catalog.path to the folder whose files do");
    }
  }

  private List<Path> files() {
    try (Stream<Path> found = Files.list(dir)) {
      List<Path> files =
          found.filter(f -> f.getFileName().toString().matches(".*\\.ya?ml")).sorted().toList();
      if (files.isEmpty()) {
        throw unreadable("holds no *.yaml or *.yml file", null);
      }
      return files;
    } catch (IOException e) {
      throw unreadable("cannot be listed", e);
    }
  }

  private byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw unreadable("cannot be read", e);
    }
  }

  private NewstideException unreadable(String problem, IOException cause) {
    return new NewstideException(
        ExitCode.USAGE_OR_CONFIG,
        "CATALOG_UNREADABLE",
        "the catalog folder " + problem,
        dir.toString(),
        "Set catalog.path to the folder with the catalog's YAML files",
        cause);
  }

  private void read(String file, String yaml) {
    try {
      new EntryReader(file, problems, entries, contexts).read(YamlNode.documents(yaml));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      problems.add("CATALOG_INVALID", file, line, "is no YAML: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw unreadable("cannot be read", e);
    }
  }

  private Map<String, Entity> entities() {
    Map<String, EntityEntry> byId = new LinkedHashMap<>();
    for (EntityEntry entry : entries) {
      EntityEntry first = byId.putIfAbsent(entry.id(), entry);
      if (first != null) {
        problems.add(
            "CATALOG_INVALID", entry, "id " + entry.id() + " is taken at " + first.place());
      }
    }
    Map<String, Entity> entities = new LinkedHashMap<>();
    for (EntityEntry entry : byId.values()) {
      String organisation = organisation(entry, byId);
      entities.put(
          entry.id(), new Entity(entry.id(), organisation, entry.name(), entry.categories()));
    }
    return entities;
  }

  private String organisation(EntityEntry entry, Map<String, EntityEntry> byId) {
    Set<String> seen = new HashSet<>();
    EntityEntry at = entry;
    while (at.parent() != null) {
      if (!seen.add(at.id())) {
        problems.add("CATALOG_CYCLE", entry, entry.id() + " is its own parent, over " + seen);
        return entry.id();
      }
      EntityEntry parent = byId.get(at.parent());
      if (parent == null) {
        addUnknownParent(entry, at, byId);
        return entry.id();
      }
      at = parent;
    }
    if (seen.size() > 1) {
      problems.add(
          "CATALOG_INVALID",
          entry,
          entry.id() + " hangs on another offering; its parent must be an organisation");
    }
    return at.id();
  }

  /**
   * @param child {@code entry}, or what it hangs on
   */
  private void addUnknownParent(
      EntityEntry entry, EntityEntry child, Map<String, EntityEntry> byId) {
    String parent = child.parent();
    problems.add(
        "CATALOG_UNKNOWN_PARENT",
        entry,
        String.format(
            "parent %s of %s is no entity; the nearest is %s",
            parent, child.id(), Nearest.to(parent, byId.keySet())));
  }

  private List<Alias> aliases() {
    Map<String, Owner> owners = new LinkedHashMap<>();
    List<Alias> all = new ArrayList<>();
    for (EntityEntry entry : entries) {
      for (EntityEntry.Name name : entry.names()) {
        requireTwoCharacters(entry, name);
        requireOneOwner(entry, name, owners);
        requireKnownContexts(entry, name);
        requireOthersToVouch(entry, name);
        all.add(name.alias());
      }
    }
    return all;
  }

  private void requireTwoCharacters(EntityEntry entry, EntityEntry.Name name) {
    String text = name.alias().text();
    if (text.length() < 2) {
      problems.add(
          "CATALOG_SHORT_ALIAS",
          entry.file(),
          name.line(),
          "alias \"" + text + "\" of " + entry.id() + " has fewer than two characters");
    }
  }

  /**
   * @param owners by spelling in lower case, those of the names before
   */
  private void requireOneOwner(
      EntityEntry entry, EntityEntry.Name name, Map<String, Owner> owners) {
    Alias alias = name.alias();
    String spelling = alias.text().toLowerCase(Locale.ROOT);
    Owner other = owners.putIfAbsent(spelling, new Owner(entry, alias));
    if (other != null && !mayShare(entry, alias, other)) {
      problems.add(
          "CATALOG_DUPLICATE_ALIAS",
          entry.file(),
          name.line(),
          "alias \""
              + alias.text()
              + "\" of "
              + entry.id()
              + " is also an alias of "
              + other.entry().id()
              + " at "
              + other.entry().place()
              + "; make both anchored, with contexts that tell them apart");
    }
  }

  private void requireKnownContexts(EntityEntry entry, EntityEntry.Name name) {
    Alias alias = name.alias();
    for (String context : union(alias.contexts(), alias.against())) {
      if (!contexts.containsKey(context)) {
        problems.add(
            "CATALOG_INVALID",
            entry.file(),
            name.line(),
            "context "
                + context
                + " is not defined; the nearest is "
                + Nearest.to(context, contexts.keySet()));
      }
    }
  }

  /** A context word within a doubtful name would be found wherever the name is. */
  private void requireOthersToVouch(EntityEntry entry, EntityEntry.Name name) {
    Alias alias = name.alias();
    if (alias.tier() == AliasTier.SAFE) {
      return;
    }
    String spelling = words(alias.text());
    for (String context : alias.contexts()) {
      for (String word : contexts.getOrDefault(context, List.of())) {
        if (spelling.contains(words(word))) {
          problems.add(
              "CATALOG_INVALID",
              entry.file(),
              name.line(),
              String.format(
                  "alias \"%s\" of %s would vouch for itself: its context %s holds \"%s\"",
                  alias.text(), entry.id(), context, word));
        }
      }
    }
  }

  /** In lower case, with a space around and between words. */
  private static String words(String text) {
    return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }

  private record Owner(EntityEntry entry, Alias alias) {}

  /** One entity may be written in two casings; two entities share a name that contexts decide. */
  private static boolean mayShare(EntityEntry entry, Alias alias, Owner other) {
    if (entry.id().equals(other.entry().id())) {
      return !alias.text().equals(other.alias().text())
          && !alias.anyCase()
          && !other.alias().anyCase();
    }
    return isTold(alias) && isTold(other.alias());
  }

  private static boolean isTold(Alias alias) {
    return alias.tier() != AliasTier.SAFE && !alias.contexts().isEmpty();
  }

  private static List<String> union(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
