package org.newstide.catalog;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newstide.NewstideException;

/**
 * The organisations and offerings to look for, how they are written, and what they are mistaken
 * for. Read from the {@code *.yaml} and {@code *.yml} files of one folder; immutable.
 */
public final class Catalog implements Serializable {
  /** So many contexts a catalog may define: the matcher holds a text's contexts in one word. */
  public static final int MOST_CONTEXTS = Long.SIZE;

  /**
   * Names and what speaks for them are written in letters below this, Latin ones; beside them with
   * the hyphens, dashes and the apostrophe of print.
   */
  public static final int LETTERS = 0x250;

  private static final String PRINTED_MARKS = "\u2010\u2011\u2012\u2013\u2014\u2019";

  private final LinkedHashMap<String, Entity> entities;
  private final List<Alias> aliases;
  private final List<String> lookAlikes;
  private final LinkedHashMap<String, List<String>> contexts;
  private final String hash;

  Catalog(
      Map<String, Entity> entities,
      List<Alias> aliases,
      List<String> lookAlikes,
      Map<String, List<String>> contexts,
      String hash) {
    this.entities = new LinkedHashMap<>(entities);
    this.aliases = List.copyOf(aliases);
    this.lookAlikes = List.copyOf(lookAlikes);
    this.contexts = new LinkedHashMap<>(contexts);
    this.hash = hash;
  }

  /** Whether a text can be looked for, see {@link #LETTERS}. */
  static boolean isLatin(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isLetter = Character.toUpperCase(c) < LETTERS && Character.toLowerCase(c) < LETTERS;
      if (!isLetter && (i == 0 || PRINTED_MARKS.indexOf(c) < 0)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads every {@code *.yaml} and {@code *.yml} of a folder.
   *
   * @throws NewstideException with every problem found, each with file and line
   */
  public static Catalog load(Path dir) {
    return new CatalogLoader(dir).load();
  }

  /**
   * Every mistake of a catalog's files by itself, with its file and line; none where {@link #load}
   * works.
   *
   * @throws NewstideException CATALOG_UNREADABLE, CATALOG_EMPTY
   */
  public static List<NewstideException> mistakes(Path dir) {
    return new CatalogLoader(dir).mistakes();
  }

  /** All entities, organisations and offerings, in file order. */
  public List<Entity> entities() {
    return List.copyOf(entities.values());
  }

  public Optional<Entity> entity(String id) {
    return Optional.ofNullable(entities.get(id));
  }

  /** All names, tickers among them, in file order. */
  public List<Alias> aliases() {
    return aliases;
  }

  /** Phrases that begin like a name or hold one and mean something else; casing is free. */
  public List<String> lookAlikes() {
    return lookAlikes;
  }

  /** Words by context, such as {@code ai}, that speak for a doubtful name; casing as written. */
  public Map<String, List<String>> contexts() {
    return Map.copyOf(contexts);
  }

  /** SHA-256 in hex over the files' names and bytes, in order of name. */
  public String hash() {
    return hash;
  }
}
