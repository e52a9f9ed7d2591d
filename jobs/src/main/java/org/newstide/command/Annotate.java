package org.newstide.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.newstide.article.CleanText;
import org.newstide.article.CodePointOffsets;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.article.TextCleaner;
import org.newstide.catalog.Catalog;
import org.newstide.claim.ShareClaim;
import org.newstide.config.NewstideConfig;
import org.newstide.mention.Mention;
import org.newstide.mention.MentionFinder;
import org.newstide.reading.ArticleReader;
import org.newstide.reading.Reading;
import org.newstide.relation.Relation;
import org.newstide.sentiment.Probabilities;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Labels items: the same code path as extract, without tables. */
@Command(
    name = "annotate",
    header = "Label JSON lines with mentions, sentiment, relations and stated shares.",
    description = {
      "Label JSON lines {\"id\", \"title\", \"text\", \"published\"} with mentions, sentiment, relations and",
      "stated shares. Offsets count Unicode code points of the given title and text, end exclusive.",
      "An item that names more than any article does has \"too_many_mentions\": true, and labels for the first",
      "of its names only; extract sets such an article aside."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  newstide annotate --input items.jsonl --output labels.jsonl"})
final class Annotate implements Callable<Integer> {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Mixin private CommonOptions options;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description = "JSON lines to label.")
  private Path input;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "Where the labels go.")
  private Path output;

  @Override
  public Integer call() throws IOException {
    NewstideConfig config = options.load();
    Catalog catalog = Catalog.load(config.catalogPath());
    try (ItemSentiment sentiment = ItemSentiment.open("annotate", config.sentiment())) {
      ArticleReader reader = new ArticleReader(catalog, sentiment.reader());
      long items = JsonLines.transform(input, output, item -> label(item, reader));
      System.err.println("newstide: labelled " + items + " items");
    }
    return 0;
  }

  private static JsonNode label(JsonNode item, ArticleReader reader) {
    if (!item.has("title") && !item.has("text")) {
      throw new JsonLines.BadLine("the line has neither title nor text");
    }
    Fields fields = new Fields(item.path("title").asText(""), item.path("text").asText(""));
    Document document =
        new Document(fields.title.text(), fields.text.text(), published(item.path("published")));
    MentionFinder.Found found = reader.mentions(document);
    Reading reading = reader.read(document, found);
    ObjectNode labels = NODES.objectNode();
    labels.set("id", item.get("id"));
    if (found.isCut()) {
      labels.put("too_many_mentions", true);
    }
    ArrayNode mentions = labels.putArray("mentions");
    reading.mentions().forEach(mention -> mentions.add(fields.row(mention)));
    ObjectNode sentiment = labels.putObject("sentiment");
    reading.sentiment().forEach((organisation, p) -> sentiment.set(organisation, row(p)));
    ArrayNode relations = labels.putArray("relations");
    for (Relation relation : reading.relations()) {
      if (relation.polarity() != Relation.Polarity.NEGATED) {
        relations.add(row(relation));
      }
    }
    ArrayNode claims = labels.putArray("share_claims");
    reading.claims().forEach(claim -> claims.add(row(claim)));
    return labels;
  }

  private static Optional<LocalDate> published(JsonNode day) {
    if (day.asText("").length() < 10) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(day.asText().substring(0, 10)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static ObjectNode row(Probabilities sentiment) {
    ObjectNode row = NODES.objectNode().put("label", sentiment.label().label());
    row.putArray("p").add(sentiment.negative()).add(sentiment.neutral()).add(sentiment.positive());
    return row;
  }

  private static ObjectNode row(Relation relation) {
    return NODES
        .objectNode()
        .put("a", relation.organisationA())
        .put("b", relation.organisationB())
        .put("type", relation.type().label())
        .put("polarity", relation.polarity().label())
        .put("actor", relation.actor().orElse(null))
        .put("confidence", relation.confidence());
  }

  private static ObjectNode row(ShareClaim claim) {
    return NODES
        .objectNode()
        .put("organisation", claim.organisationId())
        .put("low", claim.low())
        .put("high", claim.high())
        .put("approximate", claim.approximate())
        .put("market", claim.market())
        .put("geography", claim.geography().orElse(null))
        .put("period", claim.periodOrEarlier().orElse(null))
        .put("publisher", claim.publisher().orElse(null));
  }

  /** The two fields of an item, cleaned, with the way back to the offsets of what was given. */
  private static final class Fields {
    private final CleanText title;
    private final CleanText text;
    private final CodePointOffsets titleOffsets;
    private final CodePointOffsets textOffsets;

    Fields(String rawTitle, String rawText) {
      this.title = TextCleaner.clean(rawTitle);
      this.text = TextCleaner.clean(rawText);
      this.titleOffsets = new CodePointOffsets(rawTitle);
      this.textOffsets = new CodePointOffsets(rawText);
    }

    ObjectNode row(Mention mention) {
      boolean isTitle = mention.field() == Field.TITLE;
      CleanText clean = isTitle ? title : text;
      CodePointOffsets raw = isTitle ? titleOffsets : textOffsets;
      return NODES
          .objectNode()
          .put("field", mention.field().label())
          .put("start", raw.codePoints(clean.rawStart(mention.start())))
          .put("end", raw.codePoints(clean.rawEnd(mention.end())))
          .put("organisation", mention.organisationId())
          .put("entity", mention.entity().id())
          .put("confidence", mention.confidence());
    }
  }
}
