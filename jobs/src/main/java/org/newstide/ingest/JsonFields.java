package org.newstide.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers from JSON lines which of the wanted columns they hold, and what kinds of values. */
final class JsonFields {
  /** What a column holds. Texts, numbers and truth values are one: all are read as text. */
  enum Kind {
    VALUE("a value"),
    LIST("a list"),
    OBJECT("an object");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** Takes what Spark takes by default. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private final Set<String> wanted;
  private final Map<String, Set<Kind>> columns = new TreeMap<>();
  private final Set<String> repeated = new TreeSet<>();
  private int lines;
  private int objects;
  private int wholeObjects;

  /**
   * @param wanted names in lower case
   */
  JsonFields(Set<String> wanted) {
    this.wanted = wanted;
  }

  /** Takes in a line. Of a line that breaks off, what stands before the break counts. */
  void look(String line) {
    lines++;
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return;
      }
      objects++;
      Set<String> names = new HashSet<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        json.skipChildren();
        if (wanted.contains(name.toLowerCase(Locale.ROOT))) {
          add(name, value);
          if (!names.add(name)) {
            repeated.add(name);
          }
        }
      }
      wholeObjects++;
    } catch (IOException broken) {
      // The run sets such a line aside as malformed.
    }
  }

  /** The wanted columns that were seen, as written, with the kinds of their values but null. */
  Map<String, Set<Kind>> columns() {
    return columns;
  }

  /** Those that a line holds more than once. */
  Set<String> repeated() {
    return repeated;
  }

  /** Whether any line is a JSON object to its end. */
  boolean haveRow() {
    return wholeObjects > 0;
  }

  /** Whether there are lines, and none even begins like a JSON object. */
  boolean areNoJson() {
    return lines > 0 && objects == 0;
  }

  private void add(String name, JsonToken value) {
    Set<Kind> kinds = columns.computeIfAbsent(name, first -> EnumSet.noneOf(Kind.class));
    switch (value) {
      case VALUE_NULL -> {}
      case START_OBJECT -> kinds.add(Kind.OBJECT);
      case START_ARRAY -> kinds.add(Kind.LIST);
      default -> kinds.add(Kind.VALUE);
    }
  }
}
