package org.newstide.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.catalog.Entity;
import org.newstide.mention.Mention;

/** A text of our own whose names are looked up word by word, without the catalog. */
record NamedText(Document document, List<Mention> mentions) {
  private static final Map<String, String> NAMES =
      Map.of(
          "OpenAI", "openai",
          "Oracle", "oracle",
          "AMD", "amd",
          "Microsoft", "microsoft",
          "Amazon", "amazon",
          "Anthropic", "anthropic",
          "xAI", "xai",
          "Nvidia", "nvidia",
          "Google", "google",
          "Cohere", "cohere");

  static NamedText of(String text) {
    List<Mention> mentions = new ArrayList<>();
    NAMES.forEach(
        (name, id) -> {
          for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            Entity entity = new Entity(id, id, name, Set.of());
            mentions.add(new Mention(Field.TEXT, at, at + name.length(), entity, 1));
          }
        });
    return new NamedText(new Document("", text, Optional.empty()), mentions);
  }
}
