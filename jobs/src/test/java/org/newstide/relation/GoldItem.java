package org.newstide.relation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.catalog.Entity;
import org.newstide.mention.Mention;

/** A labelled item of the shared gold files, its mentions given. */
record GoldItem(
    String id,
    String published,
    Document document,
    List<Mention> mentions,
    Map<OrganisationPair, Relation.Type> relations) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Path shared() {
    String chosen = System.getenv("NEWSTIDE_SHARED");
    return chosen != null
        ? Path.of(chosen)
        : Path.of(System.getProperty("newstide.root", ".."), "..", "shared");
  }

  static List<GoldItem> read(Path file) {
    try {
      List<GoldItem> items = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          items.add(of(JSON.readTree(line)));
        }
      }
      return items;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GoldItem of(JsonNode row) {
    Document document =
        new Document(row.path("title").asText(""), row.path("text").asText(""), Optional.empty());
    List<Mention> mentions = new ArrayList<>();
    for (JsonNode mention : row.path("mentions")) {
      Field field = mention.get("field").asText().equals("title") ? Field.TITLE : Field.TEXT;
      String text = document.of(field);
      String organisation = mention.get("organisation").asText();
      mentions.add(
          new Mention(
              field,
              text.offsetByCodePoints(0, mention.get("start").asInt()),
              text.offsetByCodePoints(0, mention.get("end").asInt()),
              new Entity(organisation, organisation, organisation, Set.of()),
              1));
    }
    Map<OrganisationPair, Relation.Type> relations = new LinkedHashMap<>();
    for (JsonNode relation : row.path("relations")) {
      relations.put(
          OrganisationPair.of(relation.get("a").asText(), relation.get("b").asText()),
          Relation.Type.valueOf(relation.get("type").asText().toUpperCase(Locale.ROOT)));
    }
    return new GoldItem(
        row.get("id").asText(), row.path("published").asText(""), document, mentions, relations);
  }
}
