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

  /** The documents of a file, which {@code ---} parts; an empty one where the file holds none. */
  static List<YamlNode> documents(String yaml) throws IOException {
    YAMLFactory factory = new YAMLFactory();
    factory.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    try (JsonParser parser = factory.createParser(yaml)) {
      List<YamlNode> documents = new ArrayList<>();
      while (parser.nextToken() != null) {
        documents.add(node(parser));
      }
      return documents.isEmpty() ? List.of(new Mapping(List.of(), 1)) : documents;
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
