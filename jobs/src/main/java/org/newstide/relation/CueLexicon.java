package org.newstide.relation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The cue phrases of {@code relation/cues.csv}, found by word stems, longest first. */
final class CueLexicon implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String RESOURCE = "/relation/cues.csv";
  private static final int MAX_WORDS = 4;
  private static final int BEGINNING_BITS = 14;

  /** A cue at words {@code from} to {@code to}, end exclusive. */
  record Hit(Cue cue, int from, int to) {}

  private final HashMap<String, Cue> cues;

  /** By the low bits of the hash of a cue's first stem: most words begin none. */
  private final boolean[] beginnings = new boolean[1 << BEGINNING_BITS];

  private CueLexicon(HashMap<String, Cue> cues) {
    this.cues = cues;
    for (String phrase : cues.keySet()) {
      beginnings[beginning(FieldWords.hash(phrase.split(" ", 2)[0]))] = true;
    }
  }

  private static int beginning(int hash) {
    return hash & (1 << BEGINNING_BITS) - 1;
  }

  static CueLexicon bundled() {
    HashMap<String, Cue> cues = new HashMap<>();
    try (InputStream in = CueLexicon.class.getResourceAsStream(RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .skip(1)
          .filter(line -> !line.isBlank())
          .map(line -> List.of(line.split(",", -1)))
          .forEach(cells -> cues.put(stems(cells.get(0)), cue(cells)));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
    return new CueLexicon(cues);
  }

  private static Cue cue(List<String> cells) {
    return new Cue(
        Relation.Type.valueOf(cells.get(1).toUpperCase(Locale.ROOT)),
        Double.parseDouble(cells.get(2)),
        Cue.Actor.valueOf(cells.get(3).toUpperCase(Locale.ROOT)));
  }

  private static String stems(String phrase) {
    List<String> stems = new ArrayList<>();
    for (String word : phrase.split(" ", -1)) {
      stems.add(stem(word));
    }
    return String.join(" ", stems);
  }

  /** The hits among the words from one index to another, end exclusive, not overlapping. */
  List<Hit> hits(FieldWords field, int from, int to) {
    List<Hit> hits = new ArrayList<>();
    int at = from;
    while (at < to) {
      if (!beginnings[beginning(field.hashes()[at])]) {
        at++;
        continue;
      }
      Optional<Hit> hit = longestAt(field.stems(), at, to);
      hit.ifPresent(hits::add);
      at = hit.map(Hit::to).orElse(at + 1);
    }
    return hits;
  }

  private Optional<Hit> longestAt(List<String> stems, int at, int to) {
    StringBuilder phrase = new StringBuilder();
    Optional<Hit> longest = Optional.empty();
    for (int end = at; end < Math.min(to, at + MAX_WORDS); end++) {
      phrase.append(end == at ? "" : " ").append(stems.get(end));
      Cue cue = cues.get(phrase.toString());
      if (cue != null) {
        longest = Optional.of(new Hit(cue, at, end + 1));
      }
    }
    return longest;
  }

  /** Drops an inflection: "invests", "invested" and "investing" meet in "invest". */
  static String stem(String word) {
    return switch (word.isEmpty() ? ' ' : word.charAt(word.length() - 1)) {
      case 's' -> withoutPlural(word);
      case 'g' -> without("ing", word);
      case 'd' -> without("ed", word);
      case 'e' -> without("e", word);
      default -> word;
    };
  }

  private static String withoutPlural(String word) {
    if (word.endsWith("ss")) {
      return word;
    }
    if (hasEnding(word, "ies")) {
      return without("ies", word) + "y";
    }
    return hasEnding(word, "es") ? without("es", word) : without("s", word);
  }

  private static String without(String ending, String word) {
    return hasEnding(word, ending) ? word.substring(0, word.length() - ending.length()) : word;
  }

  /** Whether three letters or more stand before an ending. */
  private static boolean hasEnding(String word, String ending) {
    return word.length() > ending.length() + 2 && word.endsWith(ending);
  }
}
