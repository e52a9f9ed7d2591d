package org.newstide.relation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newstide.article.CodePointOffsets;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.catalog.Entity;
import org.newstide.linear.LabelledLines;
import org.newstide.mention.Mention;

/**
 * An item whose mentions and relations are known: a JSON line {@code title, text, mentions [{field,
 * start, end, organisation}], relations [{a, b, type}]}. Offsets count code points.
 *
 * @param relations the type by pair; a pair without an entry has no tie
 */
record LabelledItem(
    Document document, List<Mention> mentions, Map<OrganisationPair, Relation.Type> relations) {
  static List<LabelledItem> read(Path file) {
    List<LabelledItem> items = new ArrayList<>();
    LabelledLines.read(file, "title, text, mentions and relations", row -> items.add(item(row)));
    return items;
  }

  private static LabelledItem item(JsonNode row) {
    Document document =
        new Document(row.path("title").asText(""), row.path("text").asText(""), Optional.empty());
    CodePointOffsets title = new CodePointOffsets(document.title());
    CodePointOffsets text = new CodePointOffsets(document.text());
    List<Mention> mentions = new ArrayList<>();
    for (JsonNode label : row.path("mentions")) {
      boolean inTitle = label.get("field").asText().equals("title");
      mentions.add(mention(label, inTitle ? Field.TITLE : Field.TEXT, inTitle ? title : text));
    }
    Map<OrganisationPair, Relation.Type> relations = new HashMap<>();
    for (JsonNode relation : row.path("relations")) {
      relations.put(
          OrganisationPair.of(relation.get("a").asText(), relation.get("b").asText()),
          Relation.Type.valueOf(relation.get("type").asText().toUpperCase(Locale.ROOT)));
    }
    return new LabelledItem(document, mentions, relations);
  }

  private static Mention mention(JsonNode row, Field field, CodePointOffsets offsets) {
    String organisation = row.get("organisation").asText();
    int start = offsets.utf16(row.get("start").asInt());
    int end = offsets.utf16(row.get("end").asInt());
    Entity entity = new Entity(organisation, organisation, organisation, Set.of());
    return new Mention(field, start, end, entity, 1);
  }
}
