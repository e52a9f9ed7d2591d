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
    // Figures
    APPROXIMATE,
    RANGE,
    RANGING,
    FRACTION_END,
    MARK,

    // What a figure is a part of
    MARKET,
    MONEY,
    COUNTED,
    DIVIDED,
    VAGUE,
    PLAIN,
    POSSESSOR,
    COMMON_OWNER,
    PHRASE_END,
    PHRASE_LINK,
    PHRASE_MARK,

    // Which market is named
    CONTESTED,
    TRADED,
    TRADING,
    RANKED,
    DETERMINER,
    GENERAL,

    // The word for a share
    SHARE,
    PORTION,
    CUT,
    SHARE_TAIL,
    OWNERSHIP,
    SHARE_LINK,

    // Whether a figure is a level
    RATE,
    RATE_TAIL,
    LEVEL_LINK,
    GROWING,
    BOUND,
    MEASURE,
    TOPIC_END,
    LEVEL,
    LEADING,
    STRONG,
    SELLING,
    TAKING,
    ONWARD,

    // Who holds a figure
    HOLD,
    CONTROL,
    HELD_BY,
    HELD_LINK,
    GIVING,
    LINK,
    HEDGE,
    TOGETHER,
    EACH,
    PLURAL,
    PRONOUN,
    FIGURE_NOUN,
    BESIDE,
    RELATIVE,
    ATTACHING,
    CARRYING,
    JOINING,
    FRONTING,
    PLACING,

    // Fact or forecast
    FORECAST,
    MODAL,

    // Who counted
    SAYING,
    QUOTING,
    BYSTANDER_TAIL,
    SOURCE_NOUN,
    PUBLISHING,
    ANALYST,
    PERSON,
    EMPLOYED,
    PUBLISHER_JOINT,

    // When and where
    MONTH,
    WEEKDAY,
    PERIOD_START,
    PERIOD_PART,
    PREVIOUS,
    EARLIER,
    NOW,
    YEAR_LINK,
    GEOGRAPHY,
    PLACE_PART,
    PLACE_LINK,

    // Words of any sentence
    FUNCTION,
    ACRONYM
  }

  private final Map<Kind, Set<String>> words;

  private ShareLexicon(Map<Kind, Set<String>> words) {
    this.words = words;
  }

  static ShareLexicon bundled() {
    try (InputStream in = ShareLexicon.class.getResourceAsStream(RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new ShareLexicon(read(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Kind, Set<String>> read(BufferedReader lines) throws IOException {
    Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      words.put(kind, new HashSet<>());
    }
    Set<String> current = Set.of();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(" ")) {
        current.addAll(List.of(line.strip().split(" +")));
      } else if (!line.startsWith("#") && !line.isBlank()) {
        String name = line.substring(0, line.length() - 1);
        current = words.get(Kind.valueOf(name.toUpperCase(Locale.ROOT)));
      }
    }
    return words;
  }

  boolean is(Kind kind, String word) {
    return words.get(kind).contains(word);
  }

  Set<String> words(Kind kind) {
    return words.get(kind);
  }
}
