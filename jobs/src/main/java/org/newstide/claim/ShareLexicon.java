package org.newstide.claim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words that stated shares are read by, from {@code claim/lexicon.txt}. */
final class ShareLexicon implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String RESOURCE = "/claim/lexicon.txt";

  /** What a word can do in a stated share; the resource explains each. */
  enum Kind {
    MARKET,
    MONEY,
    COUNTED,
    SHARE,
    PORTION,
    CUT,
    SHARE_TAIL,
    OWNERSHIP,
    HOLD,
    CONTROL,
    RATE,
    RATE_TAIL,
    HEDGE,
    LINK,
    TOGETHER,
    EACH,
    PLURAL,
    PRONOUN,
    FIGURE_NOUN,
    FORECAST,
    MODAL,
    BESIDE,
    SAYING,
    BYSTANDER_TAIL,
    SOURCE_NOUN,
    ACRONYM,
    FUNCTION,
    GEOGRAPHY,
    ONWARD
  }

  private final Map<Kind, Set<String>> words;

  private ShareLexicon(Map<Kind, Set<String>> words) {
    this.words = words;
  }

  static ShareLexicon bundled() {
    Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);
    try (InputStream in = ShareLexicon.class.getResourceAsStream(RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#") && !line.isBlank()) {
          // The word itself may be a colon, so only the first one ends the kind.
          int colon = line.indexOf(':');
          Kind kind = Kind.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
          words.put(kind, new HashSet<>(List.of(line.substring(colon + 1).strip().split(" +"))));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ShareLexicon(words);
  }

  boolean is(Kind kind, String word) {
    return words.get(kind).contains(word);
  }
}
