package org.newstide.mention;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newstide.article.Document;
import org.newstide.article.Field;

/** The labelled items, and which of the finder's mentions are right by them. */
final class GoldMentions {
  private GoldMentions() {}

  record Span(Field field, int start, int end, String organisation) {
    boolean overlaps(Mention mention) {
      return field == mention.field()
          && organisation.equals(mention.organisationId())
          && start < mention.end()
          && mention.start() < end;
    }
  }

  /** An item as a document, read as it stands: labels count from there. */
  record Item(String id, Document document, List<Span> spans) {
    /** For each mention whether a label is its own: one label, one mention, any overlap. */
    List<Boolean> right(List<Mention> mentions) {
      List<Span> left = new ArrayList<>(spans);
      List<Boolean> right = new ArrayList<>();
      for (Mention mention : mentions) {
        Optional<Span> own = left.stream().filter(span -> span.overlaps(mention)).findFirst();
        own.ifPresent(left::remove);
        right.add(own.isPresent());
      }
      return right;
    }
  }

  /** The labelled set beside the project, if it is there. */
  static Optional<Path> file(String name) {
    String shared = System.getenv("NEWSTIDE_SHARED");
    Path folder =
        shared == null
            ? Path.of(System.getProperty("newstide.root"), "..", "shared")
            : Path.of(shared);
    Path file = folder.resolve("gold").resolve("cloud-ai").resolve(name);
    return Files.isReadable(file) ? Optional.of(file) : Optional.empty();
  }

  static List<Item> read(Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<Item> items = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        items.add(item(mapper.readTree(line)));
      }
    }
    return items;
  }

  private static Item item(JsonNode json) {
    String title = json.path("title").asText("");
    String text = json.path("text").asText("");
    List<Span> spans = new ArrayList<>();
    for (JsonNode span : json.path("mentions")) {
      Field field = span.path("field").asText().equals("title") ? Field.TITLE : Field.TEXT;
      String of = field == Field.TITLE ? title : text;
      spans.add(
          new Span(
              field,
              of.offsetByCodePoints(0, span.path("start").asInt()),
              of.offsetByCodePoints(0, span.path("end").asInt()),
              span.path("organisation").asText()));
    }
    String published = json.path("published").asText("");
    Optional<LocalDate> day =
        published.matches("\\d{4}-\\d{2}-\\d{2}")
            ? Optional.of(LocalDate.parse(published))
            : Optional.empty();
    return new Item(json.path("id").asText(), new Document(title, text, day), spans);
  }
}
