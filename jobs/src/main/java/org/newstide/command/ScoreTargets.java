package org.newstide.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.article.CodePointOffsets;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.sentiment.Probabilities;
import org.newstide.sentiment.Target;
import org.newstide.sentiment.TargetedSentiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges the sentiment toward given spans. */
@Command(
    name = "score-targets",
    description =
        "Judge the sentiment toward given spans: JSON lines {\"id\", \"text\", \"targets\": [{\"start\", \"end\"}]}.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  newstide score-targets --input spans.jsonl --output scores.jsonl"})
final class ScoreTargets implements Callable<Integer> {
  @Mixin private CommonOptions options;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description = "JSON lines to judge.")
  private Path input;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "Where the scores go.")
  private Path output;

  @Override
  public Integer call() throws IOException {
    try (ItemSentiment sentiment =
        ItemSentiment.open("score-targets", options.load().sentiment())) {
      long items = JsonLines.transform(input, output, item -> score(item, sentiment.reader()));
      System.err.println("newstide: judged " + items + " items");
    }
    return 0;
  }

  private static JsonNode score(JsonNode item, TargetedSentiment sentiment) {
    String text = item.path("text").asText("");
    CodePointOffsets offsets = new CodePointOffsets(text);
    Document document = new Document("", text, Optional.empty());
    List<Target> targets = new ArrayList<>();
    for (JsonNode target : item.path("targets")) {
      targets.add(target(item, target, offsets, text));
    }
    List<Target> inOrder = targets.stream().sorted().toList();
    ObjectNode scores = JsonNodeFactory.instance.objectNode();
    scores.set("id", item.get("id"));
    ArrayNode rows = scores.putArray("targets");
    for (Target target : targets) {
      List<Target> others = new ArrayList<>(inOrder);
      others.remove(target);
      Probabilities p = sentiment.judge(document, List.of(target), others);
      ObjectNode row =
          rows.addObject()
              .put("start", offsets.codePoints(target.start()))
              .put("end", offsets.codePoints(target.end()))
              .put("label", p.label().label());
      row.putArray("p").add(p.negative()).add(p.neutral()).add(p.positive());
    }
    return scores;
  }

  private static Target target(
      JsonNode item, JsonNode span, CodePointOffsets offsets, String text) {
    int start = span.path("start").asInt(-1);
    int end = span.path("end").asInt(-1);
    if (start < 0 || end <= start || end > offsets.codePoints(text.length())) {
      throw new NewstideException(
          ExitCode.INPUT_REJECTED,
          "INPUT_SPAN_INVALID",
          "the span " + start + " to " + end + " does not lie in its text",
          "item " + item.get("id").asText(),
          "Count code points, end exclusive");
    }
    return new Target(Field.TEXT, offsets.utf16(start), offsets.utf16(end));
  }
}
