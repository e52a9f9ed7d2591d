package org.newstide.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.catalog.Entity;
import org.newstide.mention.Mention;

/** A text of our own whose names are looked up word by word, without the catalog. */
record NamedText(Document document, List<Mention> mentions) {
  private static final Map<String, String> NAMES =
      Stream.of(
              "OpenAI",
              "Oracle",
              "AMD",
              "Microsoft",
              "Amazon",
              "Anthropic",
              "xAI",
              "Nvidia",
              "Google",
              "Cohere",
              "DigitalOcean",
              "Databricks",
              "Tencent",
              "Perplexity",
              "Snowflake",
              "IBM")
          .collect(Collectors.toMap(name -> name, name -> name.toLowerCase(Locale.ROOT)));

  static NamedText of(String text) {
    return of("", text, NAMES);
  }

  /** Each name stands for the id that the map gives it. */
  static NamedText of(String title, String text, Map<String, String> names) {
    List<Mention> mentions = new ArrayList<>();
    names.forEach(
        (name, id) -> {
          Entity entity = new Entity(id, id, name, Set.of());
          add(mentions, Field.TITLE, title, name, entity);
          add(mentions, Field.TEXT, text, name, entity);
        });
    return new NamedText(new Document(title, text, Optional.empty()), mentions);
  }

  private static void add(
      List<Mention> mentions, Field field, String text, String name, Entity entity) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      mentions.add(new Mention(field, at, at + name.length(), entity, 1));
    }
  }
}
