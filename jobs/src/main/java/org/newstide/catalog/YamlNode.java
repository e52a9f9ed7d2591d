package org.newstide.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A piece of a YAML file that knows its line, for messages that point to it. */
sealed interface YamlNode {
  int line();

  record Scalar(String text, int line) implements YamlNode {}

  record Sequence(List<YamlNode> items, int line) implements YamlNode {}

  record Mapping(List<Field> fields, int line) implements YamlNode {}

  /** One {@code key: value}. */
  record Field(String key, YamlNode value, int line) {}

  static YamlNode parse(String yaml) throws IOException {
    YAMLFactory factory = new YAMLFactory();
    factory.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    try (JsonParser parser = factory.createParser(yaml)) {
      return parser.nextToken() == null ? new Mapping(List.of(), 1) : node(parser);
    }
  }

  private static YamlNode node(JsonParser parser) throws IOException {
    int line = line(parser);
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      List<YamlNode> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(node(parser));
      }
      return new Sequence(items, line);
    }
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      List<Field> fields = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        int keyLine = line(parser);
        parser.nextToken();
        fields.add(new Field(key, node(parser), keyLine));
      }
      return new Mapping(fields, line);
    }
    String text = parser.getText();
    return new Scalar(text == null ? "" : text, line);
  }

  private static int line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }
}
